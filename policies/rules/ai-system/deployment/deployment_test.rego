package aimslint.rules.ai_system.deployment_test

import data.aimslint.rules.ai_system.deployment

complete := {"plan": "docs/deployment.md", "rollback": "Switch it off", "on": "2026-03-02"}

of(values) := object.union({"name": "Sepsis alert", "stage": "operation-and-monitoring", "version": "2.3.0"}, values)

test_silent_when_complete if {
	count(deployment.report) == 0 with input as of({"deployment": complete}) with data.as_of as "2026-06-01"
	count(deployment.report) == 0 with input as of({"stage": "deployment", "deployment": object.union(complete, {"on": "2026-07-01"})}) with data.as_of as "2026-06-01"
}

test_reports_absence if {
	deployment.report == {{"path": ["deployment"], "message": `The system "Sepsis alert" lacks an account of its deployment`}} with input as of({}) with data.as_of as "2026-06-01"
}

test_reports_each_part if {
	every key in object.keys(complete) {
		{found.path | some found in deployment.report} == {["deployment", key]} with input as of({"deployment": object.remove(complete, [key])}) with data.as_of as "2026-06-01"
	}
}

test_reports_the_version if {
	every value in [null, true, ["2.3.0"]] {
		{found.path | some found in deployment.report} == {["version"]} with input as of({"version": value, "deployment": complete}) with data.as_of as "2026-06-01"
	}
}

test_reports_bad_days if {
	every value in ["soon", "2026-02-30", 2026] {
		{found.path | some found in deployment.report} == {["deployment", "on"]} with input as of({"deployment": object.union(complete, {"on": value})}) with data.as_of as "2026-06-01"
	}
	deployment.report == {{
		"path": ["deployment", "on"],
		"message": `The system "Sepsis alert" is in operation, but its day of deployment lies in the future`,
	}} with input as of({"deployment": object.union(complete, {"on": "2026-06-02"})}) with data.as_of as "2026-06-01"
}

test_silent_before_deployment_and_out_of_scope if {
	every document in [{"stage": "verification-and-validation"}, {"in_scope": false}, {}] {
		count(deployment.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}
