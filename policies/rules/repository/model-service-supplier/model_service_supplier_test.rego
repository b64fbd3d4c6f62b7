package aimslint.rules.repository.model_service_supplier_test

import data.aimslint.lib.inventory_test
import data.aimslint.lib.traces_test
import data.aimslint.rules.repository.model_service_supplier

of(fields, trace) := traces_test.with_trace(trace, {"ai-system": [traces_test.system(object.union({"tooling": [{"name": "openai", "version": ""}]}, fields))]})

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		model_service_supplier.report == set() with input as repository
	}
}

test_silent_when_the_supplier_is_named if {
	every fields in [{"suppliers": ["openai"]}, {"suppliers": ["Microsoft Azure"]}, {"models": [{"id": "m", "version": "", "supplier": "OpenAI"}]}] {
		model_service_supplier.report == set() with input as of(fields, traces_test.dependency({}))
	}
}

test_silent_about_libraries_and_what_nobody_claims if {
	model_service_supplier.report == set() with input as of({}, traces_test.dependency({"implies": "orchestration"}))
	model_service_supplier.report == set() with input as of({}, traces_test.dependency({"name": "cohere", "product": "Cohere"}))
	model_service_supplier.report == set() with input as of({"stage": "retirement"}, traces_test.dependency({}))
}

test_reports_another_supplier if {
	model_service_supplier.report == {{
		"document": 10,
		"path": ["suppliers"],
		"message": "The system uses OpenAI, a service of somebody else's, but names no supplier of it",
		"related": [{"document": 100, "path": ["traces", 0, "name"], "message": "Here it depends on openai"}],
	}} with input as of({"suppliers": ["host"]}, traces_test.dependency({}))
}

test_a_service_of_anybody_needs_some_supplier if {
	trace := traces_test.dependency({"suppliers": []})
	count(model_service_supplier.report) == 1 with input as of({}, trace)
	count(model_service_supplier.report) == 0 with input as of({"suppliers": ["host"]}, trace)
	count(model_service_supplier.report) == 1 with input as of({}, object.remove(trace, ["suppliers"]))
}
