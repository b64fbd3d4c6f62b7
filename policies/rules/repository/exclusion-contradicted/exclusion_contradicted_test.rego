package aimslint.rules.repository.exclusion_contradicted_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.exclusion_contradicted

found(row) := report if {
	report := exclusion_contradicted.report with input as register_test.repository([
		{"kind": "statement-of-applicability", "controls": [{}, row]},
		{"kind": "supplier-register", "suppliers": [{"id": "acme"}, {"id": "open-weights"}]},
	])
}

test_silent_when_nothing_contradicts if {
	every row in [{"id": "A.10.3", "applicable": true}, {"id": "A.10.3"}, {"id": "A.10.4", "applicable": false}, {"id": "X", "applicable": false}] {
		found(row) == set()
	}
}

test_reports_what_speaks_against_the_exclusion if {
	found({"id": "A.10.3", "applicable": false}) == {{
		"document": 0,
		"path": ["controls", 1, "applicable"],
		"message": `The control A.10.3 is excluded, but the supplier "acme" is registered`,
		"related": [{"document": 1, "path": ["suppliers", 0], "message": `The supplier "acme" is registered`}],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		exclusion_contradicted.report == set() with input as repository
	}
}
