package aimslint.records.ai_policy_test

import data.aimslint.records.ai_policy

test_record_of_a_policy if {
	record := ai_policy.record with input as {
		"metadata": {"id": "ai-policy", "version": 2, "owner": "ai-board", "approved": {"by": ["managing-director"], "on": "2026-01-20"}},
		"last_review": "2026-01-20",
		"aligned_with": [{"policy": "Privacy policy"}, null, "Security"],
	}
	record.id == "ai-policy"
	record.version == "2"
	record.approved_on == "2026-01-20"
	record.last_review == "2026-01-20"
	record.aligned == ["Privacy policy", "", ""]
	record.people == [
		{"path": ["metadata", "owner"], "name": "ai-board"},
		{"path": ["metadata", "approved", "by"], "name": "managing-director"},
	]
}

test_always_defined if {
	every document in [{}, null, "text", {"metadata": "text", "aligned_with": 7, "last_review": []}] {
		record := ai_policy.record with input as document
		record.id == ""
		record.last_review == ""
		record.people == []
	}
}
