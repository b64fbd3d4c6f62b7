package aimslint.rules.repository.severe_harm_rated_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.severe_harm_rated

register(risks) := {
	"kind": "risk-register",
	"criteria": {"consequence": [{"level": 1, "name": "negligible"}, {"level": 2, "name": "moderate"}, {"level": 3, "name": "grave"}]},
	"risks": risks,
}

found(harm, risks) := report if {
	report := severe_harm_rated.report with input as register_test.repository([{"kind": "impact-assessment", "individuals": [{}, object.union({"id": "I-1", "risk": "r-1"}, harm)], "society": []}, register(risks)])
		with data.config as {"repository/severe-harm-rated": {"severities": ["Major", "severe"]}}
}

slight := {"id": "R-1", "consequence_level": "Negligible"}

test_silent_when_the_ratings_go_together if {
	found({"severity": "severe"}, [{"id": "R-1", "consequence_level": 2}]) == set()
	found({"severity": "severe"}, [{"id": "R-1"}]) == set()
	found({"severity": "minor"}, [slight]) == set()
	found({}, [slight]) == set()
	found({"severity": "severe", "risk": "R-9"}, [slight]) == set()
	found({"severity": "severe"}, [slight, {"id": "R-1", "consequence_level": 3}]) == set()
}

test_reports_a_severe_harm_in_a_slight_risk if {
	found({"severity": "Major"}, [slight]) == {{
		"document": 0,
		"path": ["individuals", 1, "severity"],
		"message": `The harm "I-1" is rated as major, but the risk "r-1" in which it is treated has the lowest consequence of its register`,
		"related": [{"document": 1, "path": ["risks", 0, "consequence_level"], "message": "The consequence of the risk"}],
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		severe_harm_rated.report == set() with input as repository
			with data.config as {"repository/severe-harm-rated": {"severities": ["major"]}}
	}
}
