package aimslint.rules.repository.auditor_independent_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.auditor_independent

found(auditors, audited) := report if {
	report := auditor_independent.report with input as register_test.repository([
		{"kind": "audit-programme", "audits": [{"id": "IA-1", "auditors": auditors, "audited": audited}]},
		{"kind": "role-register", "roles": [
			{"id": "auditor", "name": "Internal auditor", "holder": "Team revision", "independent_of": ["lead", "Quality manager"]},
			{"id": "lead", "holder": "Team data"},
			{"id": "quality-manager"},
			{"id": "ward-it", "holder": "Team wards"},
			{"id": "second-lead", "holder": "team data"},
		]},
		{"kind": "management-system", "processes": [
			{"id": "P-1", "name": "Development", "owner": "lead"},
			{"id": "P-2", "name": "Operation", "owner": "ward-it"},
			{"id": "P-3", "name": "Archive"},
		]},
	])
}

test_silent_when_independent if {
	found(["Internal auditor"], ["lead", "quality-manager", "P-1", "P-3", "the canteen"]) == set()
	found(["auditor"], ["auditor"]) == set()
}

test_silent_for_an_auditor_from_outside if {
	found("external-auditor", ["lead", "P-2"]) == set()
}

test_reports_an_auditor_who_owns_the_process if {
	every process in ["P-2", "operation"] {
		found(["auditor", "Ward IT"], [process, "lead"]) == {
			{
				"document": 0,
				"path": ["audits", 0, "auditors", 0],
				"message": sprintf("The role register does not say that the auditor \"auditor\" of the audit \"IA-1\" is independent of \"%s\", whose work is audited", [process]),
			},
			{
				"document": 0,
				"path": ["audits", 0, "auditors", 1],
				"message": sprintf("The auditor \"Ward IT\" of the audit \"IA-1\" answers for \"%s\", whose work is audited", [process]),
				"related": [{"document": 2, "path": ["processes", 1, "owner"], "message": "The owner of the process"}],
			},
		}
	}
}

test_reports_an_auditor_of_the_same_holder if {
	register_test.messages(found(["second-lead"], ["lead"])) == {`The auditor "second-lead" of the audit "IA-1" answers for "lead", whose work is audited`}
	register_test.messages(found(["Team wards"], ["ward-it"])) == {`The auditor "Team wards" of the audit "IA-1" answers for "ward-it", whose work is audited`}
}

test_reports_that_independence_is_not_stated if {
	found(["auditor"], ["lead", "ward-it"]) == {{
		"document": 0,
		"path": ["audits", 0, "auditors", 0],
		"message": `The role register does not say that the auditor "auditor" of the audit "IA-1" is independent of "ward-it", whose work is audited`,
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		auditor_independent.report == set() with input as repository
	}
}
