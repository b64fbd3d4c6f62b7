package aimslint.lib.risk_test

import data.aimslint.lib.risk

register := {"criteria": {
	"likelihood": [{"level": 1, "name": "rare"}, {"level": 2, "name": "frequent"}],
	"consequence": [{"level": 1, "name": "minor"}, {"level": 2, "name": "grave"}],
	"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "high"}],
	"matrix": [["low", "low"], ["low", "high"]],
	"appetite": "low",
}}

test_a_rating_is_the_number_or_the_name_of_a_level if {
	every rating in [2, "high", " High "] {
		risk.rank("levels", rating) == 2 with input as register
	}
}

test_what_is_not_on_the_scale_has_no_rank if {
	every rating in [3, "2", "extreme", true, null, ["high"]] {
		every scale in ["levels", "likelihood", "none"] {
			not risk.rank(scale, rating) with input as register
		}
	}
}

test_the_matrix_gives_the_level if {
	risk.from_matrix("frequent", 2) == "high" with input as register
	risk.from_matrix("rare", "grave") == "low" with input as register
}

test_the_remaining_risk_is_compared_with_the_appetite if {
	risk.above_appetite({"level": "low", "residual": {"level": "high"}}) with input as register
	risk.within_appetite({"level": "high", "residual": {"level": "low"}}) with input as register
}

test_nothing_is_compared_without_a_scale if {
	every document in [{}, {"criteria": {"appetite": "Low"}}, {"criteria": "ours"}, null] {
		not risk.above_appetite({"level": "High"}) with input as document
		not risk.within_appetite({"level": "High"}) with input as document
	}
}
