package aimslint.rules.risk_register.residual_test

import data.aimslint.rules.risk_register.residual

of(item) := {"risks": [object.union({"id": "R-1"}, item)]}

test_silent_when_stated if {
	every level in ["low", 2] {
		count(residual.report) == 0 with input as of({"treatment": {"option": "share"}, "residual": {"level": level}})
	}
}

test_silent_for_untreated_risks if {
	every item in [{}, {"treatment": {"option": "retain"}}, {"treatment": {"option": "avoid"}}, {"treatment": 7}, {"status": "closed", "treatment": {"option": "share"}}] {
		count(residual.report) == 0 with input as of(item)
	}
}

test_reports_absence if {
	every item in [{"treatment": {"option": "share"}}, {"treatment": {"option": "Mitigate"}}, {"residual": {"likelihood": 2}}, {"residual": "low"}] {
		residual.report == {{
			"path": ["risks", 0, "residual", "level"],
			"message": `The risk "R-1" lacks a level of the risk that remains`,
		}} with input as of(item)
	}
}

test_reports_wrong_types if {
	every value in [true, ["low"], {"level": "low"}] {
		{found.path | some found in residual.report} == {["risks", 0, "residual", "level"]} with input as of({"residual": {"level": value}})
	}
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(residual.report) == 0 with input as document
	}
}
