package aimslint.lib.incident_test

import data.aimslint.lib.incident

test_words if {
	incident.severity({"severity": "Serious"}) == "serious"
	incident.category({"category": "Serious harm"}) == "serious-harm"
	incident.severity({}) == ""
	incident.category({"category": 7}) == ""
}

test_serious if {
	incident.serious({"severity": "serious"})
	not incident.serious({"severity": "major"})
}

test_to_learn_from if {
	incident.to_learn_from({"severity": "major", "resolved": "2026-04-10"})
	not incident.to_learn_from({"severity": "minor", "resolved": "2026-04-10"})
	not incident.to_learn_from({"severity": "serious"})
}
