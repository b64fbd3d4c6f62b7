package aimslint.rules.repository.incident_system_known_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.incident_system_known

log(systems) := {"kind": "incident-log", "incidents": [{"system": system} | some system in systems]}

found(systems) := report if {
	report := incident_system_known.report with input as register_test.repository([
		log(systems),
		{"kind": "ai-system", "metadata": {"id": "falls"}, "name": "Fall alert"},
	])
}

test_silent_when_known if {
	found(["falls", "Fall Alert", ""]) == set()
	incident_system_known.report == set() with input as register_test.repository([log(["falls"])])
}

test_reports_an_unknown_system_once if {
	found(["falls", "sepsis", "Sepsis"]) == {{
		"document": 0,
		"path": ["incidents", 1, "system"],
		"message": `The system "sepsis" of the incident is not in the inventory of AI systems`,
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		incident_system_known.report == set() with input as repository
	}
}
