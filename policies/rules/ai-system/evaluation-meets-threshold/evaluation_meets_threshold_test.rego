package aimslint.rules.ai_system.evaluation_meets_threshold_test

import data.aimslint.rules.ai_system.evaluation_meets_threshold

of(evaluation) := {"version": "2.3.0", "evaluations": [object.union({"id": "EV-1"}, evaluation)]}

test_silent_when_met if {
	every evaluation in [{"result": 0.8, "threshold": 0.8}, {"result": 3, "threshold": 5, "direction": "at-most"}, {"result": 0.8}, {"result": "good", "threshold": 0.8}] {
		count(evaluation_meets_threshold.report) == 0 with input as of(evaluation)
	}
}

test_reports_a_result_below if {
	every version in [null, "2.3.0", "v2.3.0"] {
		evaluation_meets_threshold.report == {{
			"path": ["evaluations", 0, "result"],
			"message": `The evaluation "EV-1" has a result that is below the threshold that it must reach`,
		}} with input as of({"result": 0.7, "threshold": 0.8, "version": version})
	}
}

test_reports_a_result_above if {
	evaluation_meets_threshold.report == {{
		"path": ["evaluations", 0, "result"],
		"message": `The evaluation "EV-1" has a result that is above the threshold that it must not exceed`,
	}} with input as of({"result": 6, "threshold": 5, "direction": "at-most"})
}

test_reports_if_the_deployed_version_is_unknown if {
	count(evaluation_meets_threshold.report) == 1 with input as {"evaluations": [{"result": 0.7, "threshold": 0.8, "version": "1"}]}
}

test_leaves_history_alone if {
	count(evaluation_meets_threshold.report) == 0 with input as of({"result": 0.7, "threshold": 0.8, "version": "2.2.0"})
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false}] {
		count(evaluation_meets_threshold.report) == 0 with input as object.union(of({"result": 0.7, "threshold": 0.8}), document)
	}
}
