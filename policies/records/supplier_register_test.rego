package aimslint.records.supplier_register_test

import data.aimslint.records.supplier_register

test_record_of_a_register if {
	record := supplier_register.record with input as {
		"metadata": {"id": "suppliers", "owner": "head-of-platform", "approved": {"by": ["director"]}},
		"suppliers": [{
			"id": "acme", "name": "Acme", "owner": "platform-lead",
			"supplies": [null, {"what": "Model", "name": "large", "version": 2}],
			"systems": ["router", null], "incidents": "INC-1", "corrective_actions": ["CA-1"],
			"assessment": {"on": "2026-02-16", "by": "security-officer", "result": "Approved with conditions", "next": "2027-02-16"},
		}],
	}
	record.id == "suppliers"
	record.suppliers == [{
		"id": "acme", "name": "Acme",
		"supplies": [{"what": "", "name": "", "version": ""}, {"what": "model", "name": "large", "version": "2"}],
		"systems": ["router", ""], "incidents": ["INC-1"], "corrective_actions": ["CA-1"],
		"assessed_on": "2026-02-16", "next": "2027-02-16", "result": "approved-with-conditions",
	}]
	record.people == [
		{"path": ["metadata", "owner"], "name": "head-of-platform"},
		{"path": ["metadata", "approved", "by"], "name": "director"},
		{"path": ["suppliers", 0, "owner"], "name": "platform-lead"},
		{"path": ["suppliers", 0, "assessment", "by"], "name": "security-officer"},
	]
}

test_items_keep_their_places if {
	record := supplier_register.record with input as {"suppliers": [null, 7, {"id": "a", "assessment": {"by": "b"}}, "b"]}
	[supplier.id | some supplier in record.suppliers] == ["", "", "a", ""]
	record.people == [{"path": ["suppliers", 2, "assessment", "by"], "name": "b"}]
}

test_always_defined if {
	every document in [
		{}, null, "text", {"metadata": "text", "suppliers": true}, {"suppliers": {"id": "a"}},
		{"suppliers": [{"id": {}, "supplies": "x", "systems": 7, "assessment": "x"}, {"supplies": [{"version": []}], "assessment": {"by": 7}}]},
	] {
		record := supplier_register.record with input as document
		record.id == ""
	}
}
