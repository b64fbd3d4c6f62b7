package aimslint.rules.ai_system.tooling_resources_test

import data.aimslint.rules.ai_system.tooling_resources

of(tools) := {"name": "Sepsis alert", "resources": {"tooling": tools}}

test_silent_when_versioned if {
	count(tooling_resources.report) == 0 with input as of([{"name": "scikit-learn", "version": "1.6.1"}, {"name": "onnx", "version": 1.2}])
}

test_reports_absence if {
	every document in [{"name": "Sepsis alert"}, of([]), of(null)] {
		tooling_resources.report == {{"path": ["resources", "tooling"], "message": `The system "Sepsis alert" lacks the tools and libraries that it is made with`}} with input as document
	}
}

test_reports_a_tool_without_version if {
	tooling_resources.report == {{"path": ["resources", "tooling", 1, "version"], "message": `The tool "onnx" lacks a version`}} with input as of([{"name": "scikit-learn", "version": "1.6.1"}, {"name": "onnx"}])
}

test_reports_that_no_tool_has_a_version if {
	tooling_resources.report == {{"path": ["resources", "tooling", 0, "version"], "message": "Every tool lacks a version"}} with input as of([{"name": "scikit-learn"}, {"name": "onnx"}])
}

test_reports_wrong_types if {
	{found.path | some found in tooling_resources.report} == {["resources", "tooling"]} with input as of("Python")
	{found.path | some found in tooling_resources.report} == {["resources", "tooling", 0], ["resources", "tooling", 1, "version"]} with input as of(["onnx", {"name": "b", "version": ["1"]}])
}

test_silent_for_users if {
	count(tooling_resources.report) == 0 with input as {"role": "user"}
	count(tooling_resources.report) == 1 with input as {"role": "user", "resources": {"tooling": "browser"}}
}

test_silent_out_of_scope if {
	count(tooling_resources.report) == 0 with input as {"in_scope": false, "resources": {"tooling": [{"name": "onnx"}]}}
}
