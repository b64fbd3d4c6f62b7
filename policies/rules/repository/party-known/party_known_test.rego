package aimslint.rules.repository.party_known_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.party_known

system(party) := {
	"kind": "management-system",
	"organization": "Clinic AI Ltd",
	"interested_parties": [{"who": "patients"}],
	"responsibility_matrix": [{"duty": "Monitor", "party": party}, {"duty": "Repair", "party": party}],
}

found(party) := report if {
	report := party_known.report with input as register_test.repository([
		system(party),
		{"kind": "role-register", "roles": [{"id": "lead", "name": "Clinical lead"}]},
		{"kind": "supplier-register", "suppliers": [{"id": "acme", "name": "Acme Ltd"}]},
	])
}

test_silent_when_known if {
	found(["lead", "clinical lead", "Acme Ltd", "clinic ai ltd", "patient", "Customers", "we", "us", null]) == set()
	party_known.report == set() with input as register_test.repository([system("x")])
}

test_reports_an_unknown_party if {
	found(["lead", "the canteen"]) == {{
		"document": 0,
		"path": ["responsibility_matrix", 0, "party"],
		"message": `The party "the canteen" of the responsibility matrix is no role, no supplier and no interested party`,
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		party_known.report == set() with input as repository
	}
}
