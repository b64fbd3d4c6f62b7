package aimslint.rules.ai_system.customers_test

import data.aimslint.rules.ai_system.customers

complete := {"expectations": [{"what": "Few alerts", "met_by": "REQ-2"}], "informed_of": ["new versions"]}

of(customers_) := {"name": "Sepsis alert", "stage": "operation-and-monitoring", "customers": customers_}

test_silent_when_complete if {
	count(customers.report) == 0 with input as of(complete)
}

test_reports_absence if {
	customers.report == {{"path": ["customers"], "message": `The system "Sepsis alert" lacks what its customers expect and are told`}} with input as of(null)
}

test_reports_each_part if {
	every key in object.keys(complete) {
		{found.path | some found in customers.report} == {["customers", key]} with input as of(object.remove(complete, [key]))
	}
	customers.report == {{
		"path": ["customers", "expectations", 0, "met_by"],
		"message": `The expectation "Few alerts" lacks what meets it`,
	}} with input as of(object.union(complete, {"expectations": [{"what": "Few alerts"}]}))
}

test_reports_wrong_types if {
	{found.path | some found in customers.report} == {["customers", "expectations", 1], ["customers", "informed_of"]} with input as of({"expectations": [{"what": "a", "met_by": "b"}, "few"], "informed_of": true})
}

test_silent_for_users_and_out_of_scope if {
	every document in [{"role": ["developer", "user"], "stage": "deployment"}, {"role": "user", "stage": "operation-and-monitoring"}, {"in_scope": false, "stage": "operation-and-monitoring"}] {
		count(customers.report) == 0 with input as document
	}
}
