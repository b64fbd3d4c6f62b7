package aimslint.rules.repository.owner_is_a_role_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.owner_is_a_role

of(people, registers) := inventory_test.repository({
	"risk-register": [object.union(inventory_test.risks([]), {"people": [{"path": ["risks", i, "owner"], "name": name} | some i, name in people]})],
	"role-register": registers,
})

registers := [inventory_test.roles([inventory_test.role({"id": "clinical-ml-lead", "name": "Lead of clinical ML", "holder": "Head of data"})])]

test_silent_when_everybody_has_a_role if {
	count(owner_is_a_role.report) == 0 with input as of(["clinical-ml-lead", "Clinical ML lead", "lead of clinical ML", "HEAD of data"], registers)
}

test_silent_without_roles if {
	every none in [[], [inventory_test.roles([])]] {
		count(owner_is_a_role.report) == 0 with input as of(["x"], none)
	}
}

test_survives_records_without_people if {
	count(owner_is_a_role.report) == 0 with input as {"records": {"model-card": [{"document": 1}], "role-register": registers}}
}

test_reports_each_unknown_name_once_at_its_first_place if {
	owner_is_a_role.report == {
		{"document": 50, "path": ["risks", 1, "owner"], "message": `"Ward lead" is neither a role in the role register nor the holder of one`},
		{"document": 50, "path": ["risks", 2, "owner"], "message": `"intern" is neither a role in the role register nor the holder of one`},
	} with input as of(["head of data", "Ward lead", "intern", "ward-lead"], registers)
}

test_audits_may_look_at_processes_and_systems if {
	every audited in ["Release gate", "P-1", "sepsis-alert", "clinical-ml-lead"] {
		count(owner_is_a_role.report) == 0 with input as audit(audited, "audited")
	}
	every case in [["release", "audited"], ["Release gate", "owner"]] {
		count(owner_is_a_role.report) == 1 with input as audit(case[0], case[1])
	}
}

audit(name, key) := inventory_test.repository({
	"audit-programme": [{"document": 90, "people": [{"path": ["audits", 0, key], "name": name}]}],
	"ai-system": [inventory_test.system({})],
	"management-system": [inventory_test.management({"processes": [{"id": "P-1", "name": "Release gate"}]})],
	"role-register": registers,
})

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(owner_is_a_role.report) == 0 with input as repository
	}
}
