package aimslint.rules.management_system.context_test

import data.aimslint.rules.management_system.context

test_silent_when_stated if {
	every issues in [["A law"], "A law"] {
		count(context.report) == 0 with input as {"context": {"external": issues, "internal": issues}}
	}
}

test_reports_absence if {
	every document in [{}, null, {"context": {}}] {
		context.report == {{"path": ["context"], "message": "The management system lacks the context of the organization"}} with input as document
	}
}

test_reports_half_a_context if {
	context.report == {{"path": ["context", "internal"], "message": "The context lacks the issues within the organization"}} with input as {"context": {"external": ["A law"]}}
	context.report == {{"path": ["context", "external"], "message": "The context lacks the issues outside the organization"}} with input as {"context": {"internal": ["Staff"], "external": []}}
}

test_reports_wrong_types if {
	every value in [7, true, [7], {"x": "y"}] {
		{found.path | some found in context.report} == {["context", "external"], ["context", "internal"]} with input as {"context": {"external": value, "internal": value}}
	}
	{found.path | some found in context.report} == {["context", "external"], ["context", "internal"]} with input as {"context": "text"}
}
