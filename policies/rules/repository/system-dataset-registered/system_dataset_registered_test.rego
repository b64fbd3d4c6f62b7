package aimslint.rules.repository.system_dataset_registered_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.system_dataset_registered

of(uses, manifests) := inventory_test.repository({
	"ai-system": [inventory_test.system({"datasets": [{"id": use, "role": ""} | some use in uses]})],
	"data-manifest": manifests,
})

manifests := [inventory_test.manifest([inventory_test.dataset({"id": "admissions", "name": "All admissions"})])]

test_silent_when_registered if {
	count(system_dataset_registered.report) == 0 with input as of(["admissions", "ALL admissions", ""], manifests)
}

test_reports_data_without_any_manifest if {
	count(system_dataset_registered.report) == 1 with input as of(["x"], [])
}

test_reports_an_unregistered_dataset_once if {
	system_dataset_registered.report == {{
		"document": 10,
		"path": ["datasets", 1, "id"],
		"message": `The dataset "X" of the AI system "sepsis-alert" is in no data manifest`,
	}} with input as of(["admissions", "X", "x"], manifests)
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(system_dataset_registered.report) == 0 with input as repository
	}
}
