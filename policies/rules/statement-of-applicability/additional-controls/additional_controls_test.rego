package aimslint.rules.statement_of_applicability.additional_controls_test

import data.aimslint.rules.statement_of_applicability.additional_controls

complete := {"id": "OWN-1", "title": "Safety case", "justification": "Our safety policy asks for it", "status": "implemented", "evidence": ["safety-case"], "owner": "officer"}

of(row) := {"additional_controls": [object.union(complete, row)]}

paths(document) := found if {
	found := {violation.path | some violation in additional_controls.report} with input as document
}

test_silent_when_complete_or_none if {
	every document in [{}, null, {"additional_controls": null}, of({}), of({"status": "planned", "evidence": null})] {
		paths(document) == set()
	}
}

test_reports_each_field if {
	every key in ["id", "title", "justification", "status", "owner", "evidence"] {
		every value in [null, true, {"a": "b"}] {
			paths(of({key: value})) == {["additional_controls", 0, key]}
		}
	}
}

test_reports_ids_that_are_taken if {
	paths({"additional_controls": [complete, object.union(complete, {"id": "A.5.4"}), object.union(complete, {"id": "A.5.4"})]}) == {["additional_controls", 1, "id"], ["additional_controls", 2, "id"]}
	paths(of({"id": "A.5.4"})) == {["additional_controls", 0, "id"]}
	additional_controls.report == {{
		"path": ["additional_controls", 1, "id"],
		"message": `The additional control "OWN-1" has an identifier that another one has already`,
	}} with input as {"additional_controls": [complete, complete]}
}

test_reports_wrong_types if {
	every value in ["x", 7, {"a": {}}] {
		paths({"additional_controls": value}) == {["additional_controls"]}
	}
	paths({"additional_controls": [complete, null]}) == {["additional_controls", 1]}
}
