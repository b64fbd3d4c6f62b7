package aimslint.rules.repository.certification_system_known_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.certification_system_known

found(systems, scope) := report if {
	report := certification_system_known.report with input as register_test.repository([
		{"kind": "certification", "systems": systems},
		{"kind": "ai-system", "metadata": {"id": "falls"}, "name": "Fall alert"},
		{"kind": "ai-system", "metadata": {"id": "sepsis"}},
		{"kind": "ai-system", "metadata": {"id": "chat"}, "in_scope": false},
		{"kind": "management-system", "scope": {"systems": scope}},
	])
}

test_silent_when_known_and_in_scope if {
	found(["falls", "Fall Alert", null], ["falls"]) == set()
	found(["falls", "sepsis"], []) == set()
}

test_reports_an_unknown_system if {
	found(["falls", "x"], []) == {{
		"document": 0,
		"path": ["systems", 1],
		"message": `The certification covers the system "x", which is not in the inventory of AI systems`,
	}}
}

test_reports_a_system_outside_the_scope if {
	found(["sepsis"], ["Fall alert"]) == {{
		"document": 0,
		"path": ["systems", 0],
		"message": `The certification covers the system "sepsis", which is outside the scope of the management system`,
	}}
	register_test.places(found(["chat"], [])) == {[0, ["systems", 0]]}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		certification_system_known.report == set() with input as repository
	}
}
