package aimslint.rules.repository.system_evaluation_independent_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.system_evaluation_independent

of(dataset, uses, manifests) := inventory_test.repository({
	"ai-system": [inventory_test.system({"evaluations": [{"id": "E-1", "dataset": dataset}, {"id": "E-2", "dataset": ""}], "datasets": uses})],
	"model-card": [inventory_test.card({"system": "sepsis-alert", "datasets": [{"id": "", "name": "Learned from", "version": "", "role": "training"}]})],
	"data-manifest": manifests,
})

manifests := [inventory_test.manifest([
	inventory_test.dataset({"id": "a", "name": "Kept apart", "roles": ["test"]}),
	inventory_test.dataset({"id": "b", "name": "Learned from", "roles": ["training", "test"]}),
	inventory_test.dataset({"id": "c", "roles": ["training"]}),
	inventory_test.dataset({"id": "d", "name": "Split"}),
])]

test_silent_when_independent_and_registered if {
	count(system_evaluation_independent.report) == 0 with input as of("kept apart", [{"id": "b", "role": "training"}], manifests)
}

test_silent_when_a_part_was_kept_apart if {
	count(system_evaluation_independent.report) == 0 with input as of("d", [{"id": "d", "role": "training"}, {"id": "split", "role": "test"}], manifests)
}

test_silent_about_unregistered_data_without_manifests_or_that_the_system_lists if {
	count(system_evaluation_independent.report) == 0 with input as of("x", [], [])
	count(system_evaluation_independent.report) == 0 with input as of("x", [{"id": "X", "role": "test"}], manifests)
}

test_reports_data_that_cannot_serve if {
	every case in [
		["b", [], "which its models learned from"],
		["d", [{"id": "D", "role": "training"}], "which its models learned from"],
		["c", [], "which is registered for training alone"],
		["x", [], "which is in no data manifest"],
	] {
		system_evaluation_independent.report == {{
			"document": 10,
			"path": ["evaluations", 0, "dataset"],
			"message": sprintf(`The evaluation "E-1" of the AI system "sepsis-alert" is on the dataset "%s", %s`, [case[0], case[2]]),
		}} with input as of(case[0], case[1], manifests)
	}
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(system_evaluation_independent.report) == 0 with input as repository
	}
}
