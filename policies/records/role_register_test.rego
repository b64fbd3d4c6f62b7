package aimslint.records.role_register_test

import data.aimslint.records.role_register

test_record_of_a_register if {
	record := role_register.record with input as {
		"metadata": {"id": "roles", "version": 1, "owner": "quality-manager", "approved": {"by": "director"}},
		"roles": [{
			"id": "auditor", "name": "Auditor", "holder": "Team revision", "reports_performance": true,
			"competence": [null, {"what": "Auditing", "obtained": "2026-01-20", "expires": "2028-01-20"}],
			"independent_of": ["quality-manager", null],
		}],
		"awareness": [{"audience": ["staff", "board"], "topic": "Policy", "on": "2026-02-10", "next": "2027-02-10"}],
	}
	record.id == "roles"
	record.version == "1"
	record.roles == [{
		"id": "auditor", "name": "Auditor", "holder": "Team revision", "reports_performance": true,
		"competence": [{"what": "", "obtained": "", "expires": ""}, {"what": "Auditing", "obtained": "2026-01-20", "expires": "2028-01-20"}],
		"independent_of": ["quality-manager", ""],
	}]
	record.awareness == [{"audience": "staff, board", "topic": "Policy", "on": "2026-02-10", "next": "2027-02-10"}]
	record.people == [
		{"path": ["metadata", "owner"], "name": "quality-manager"},
		{"path": ["metadata", "approved", "by"], "name": "director"},
	]
}

test_items_keep_their_places if {
	record := role_register.record with input as {"roles": [null, 7, {"id": "a"}, "b"], "awareness": ["x", {"topic": "y"}]}
	[role.id | some role in record.roles] == ["", "", "a", ""]
	[role.reports_performance | some role in record.roles] == [null, null, null, null]
	[item.topic | some item in record.awareness] == ["", "y"]
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "roles": true, "awareness": 7}, {"roles": {"id": "a"}},
		{"roles": [{"id": {}, "competence": "x", "independent_of": 7, "reports_performance": "yes"}], "awareness": [{"audience": 7}]},
	] {
		record := role_register.record with input as document
		record.id == ""
	}
}
