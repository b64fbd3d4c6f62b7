package aimslint.lib.audit_test

import data.aimslint.lib.audit

test_audits_and_findings if {
	document := {"audits": [null, {"id": "IA-1", "held": "2026-03-11", "findings": [7, {"id": "F-1"}]}, {"id": "IA-2", "findings": []}, "IA-3"]}
	object.keys(audit.all) == {1, 2} with input as document
	object.keys(audit.held.items) == {1} with input as document
	audit.findings == [{
		"items": {1: {"id": "F-1"}}, "list": ["audits", 1, "findings"], "noun": "finding", "names": ["id"],
		"within": ` of the audit "IA-1"`,
	}] with input as document
}

test_nonconformities if {
	document := {"audits": [{"id": "IA-1", "findings": [{"type": "Minor"}, {"type": "observation"}, {"type": "major"}, {"type": 7}]}]}
	[object.keys(part.items) | some part in audit.nonconformities] == [{0, 2}] with input as document
}

test_nothing_has_no_audits if {
	every document in [{}, null, "text", {"audits": "IA-1"}, {"audits": 7}] {
		audit.all == {} with input as document
		audit.findings == [] with input as document
	}
}
