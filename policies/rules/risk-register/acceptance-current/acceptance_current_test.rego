package aimslint.rules.risk_register.acceptance_current_test

import data.aimslint.rules.risk_register.acceptance_current

of(acceptance) := {"risks": [{"id": "R-1", "acceptance": acceptance}]}

test_silent_while_it_lasts if {
	every acceptance in [{"until": "2026-06-01"}, {"on": "2026-03-02", "until": "2027-03-02"}, {"by": "medical-director"}, "yes"] {
		count(acceptance_current.report) == 0 with input as of(acceptance) with data.as_of as "2026-06-01"
	}
}

test_reports_an_expired_one if {
	acceptance_current.report == {{
		"path": ["risks", 0, "acceptance", "until"],
		"message": `The risk "R-1" has an acceptance that has expired`,
	}} with input as of({"until": "2026-05-31"}) with data.as_of as "2026-06-01"
}

test_reports_an_end_before_the_beginning if {
	acceptance_current.report == {{
		"path": ["risks", 0, "acceptance", "until"],
		"message": `The risk "R-1" has an acceptance that ends before it begins`,
	}} with input as of({"on": "2026-09-02", "until": "2026-08-02"}) with data.as_of as "2026-06-01"
}

test_reports_malformed_days if {
	every value in ["forever", "2026-02-30", 20270101, true, ["2027-01-01"], {"x": "y"}] {
		{found.path | some found in acceptance_current.report} == {["risks", 0, "acceptance", "until"]} with input as of({"until": value})
			with data.as_of as "2026-06-01"
	}
}

test_silent_for_a_closed_risk if {
	count(acceptance_current.report) == 0 with input as {"risks": [{"status": "closed", "acceptance": {"until": "2020-01-01"}}]}
		with data.as_of as "2026-06-01"
}

test_leaves_what_is_no_risk_to_others if {
	every document in [{}, null, {"risks": "R-1"}, {"risks": [null, "R-1", 7]}, {"risks": {"R-1": {}}}] {
		count(acceptance_current.report) == 0 with input as document
	}
}
