package aimslint.rules.repository.supplier_review_current_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.supplier_review_current

config := {"repository/supplier-review-current": {"max_age_days": 730}}

of(system, supplier) := inventory_test.repository({
	"ai-system": [inventory_test.system(system)],
	"model-card": [inventory_test.card({"system": "sepsis-alert", "base_models": [{"name": "b", "version": "", "supplier": "base-maker"}]})],
	"supplier-register": [inventory_test.suppliers([
		inventory_test.supplier(object.union({"id": "vendor", "name": "base-maker", "assessed_on": "2026-01-01", "result": "approved"}, supplier)),
		inventory_test.supplier({"id": "of-nothing"}),
	])],
})

test_silent_when_current if {
	every supplier in [{}, {"next": "2026-06-01"}, {"assessed_on": "2020-01-01", "next": "2027-01-01"}, {"result": "approved-with-conditions"}] {
		count(supplier_review_current.report) == 0 with input as of({}, supplier)
			with data.config as config
			with data.as_of as "2026-06-01"
	}
}

test_silent_about_systems_that_are_not_in_operation if {
	every system in [{"stage": "deployment"}, {"in_scope": false}, {"stage": "retirement"}] {
		count(supplier_review_current.report) == 0 with input as of(system, {"assessed_on": "", "systems": ["sepsis-alert"]})
			with data.config as config
			with data.as_of as "2026-06-01"
	}
}

finding(key, fault) := {
	"document": 70,
	"path": ["suppliers", 0, "assessment", key],
	"message": sprintf("The supplier \"vendor\" of an AI system in operation %s", [fault]),
	"related": [{"document": 10, "path": ["metadata", "id"], "message": "A system in operation that relies on the supplier"}],
}

test_reports_what_is_wrong_with_the_review if {
	every case in [
		[{"assessed_on": ""}, "on", "has not been assessed"],
		[{"assessed_on": "2026-07-01"}, "on", "was assessed on a day that lies in the future"],
		[{"assessed_on": "2020-01-01"}, "on", "must be assessed anew, since its assessment is out of date"],
		[{"next": "2026-05-31"}, "next", "must be assessed anew, since the review is overdue"],
		[{"result": "rejected"}, "result", "was rejected when it was assessed"],
	] {
		supplier_review_current.report == {finding(case[1], case[2])} with input as of({}, case[0])
			with data.config as config
			with data.as_of as "2026-06-01"
	}
}

test_finds_suppliers_by_system_and_model if {
	every records in [
		[{"suppliers": ["vendor"]}, {"name": ""}],
		[{"models": [{"id": "m", "version": "", "supplier": "VENDOR"}]}, {"name": ""}],
		[{}, {"name": "", "systems": ["Sepsis alert"]}],
		[{}, {}],
	] {
		supplier_review_current.report == {finding("result", "was rejected when it was assessed")} with input as of(records[0], object.union(records[1], {"result": "rejected"}))
			with data.config as config
			with data.as_of as "2026-06-01"
	}
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(supplier_review_current.report) == 0 with input as repository
	}
}
