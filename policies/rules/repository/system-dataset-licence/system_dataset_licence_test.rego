package aimslint.rules.repository.system_dataset_licence_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.system_dataset_licence

config := {"repository/system-dataset-licence": {"roles": ["provider", "producer"], "restricting_terms": ["nc"], "restricting_rights": ["research-use-only"]}}

of(role, dataset) := inventory_test.repository({
	"ai-system": [inventory_test.system({"roles": ["developer", role], "datasets": [{"id": "a", "role": ""}]})],
	"data-manifest": [inventory_test.manifest([inventory_test.dataset(object.union({"id": "a"}, dataset))])],
})

test_silent_when_the_use_is_permitted if {
	every dataset in [{}, {"licences": ["CC-BY-4.0"]}, {"licences": ["CC-BY-NC-4.0"], "rights": "A licence for our product"}] {
		count(system_dataset_licence.report) == 0 with input as of("provider", dataset)
			with data.config as config
	}
}

test_silent_about_systems_that_one_uses if {
	count(system_dataset_licence.report) == 0 with input as of("customer", {"licences": ["CC-BY-NC-4.0"]})
		with data.config as config
}

test_reports_a_restricting_licence_or_right if {
	every key, dataset in {"licence": {"licences": ["CC-BY-NC-4.0"]}, "rights": {"licences": ["CC-BY-NC-4.0"], "rights": "For research use only"}} {
		system_dataset_licence.report == {{
			"document": 10,
			"path": ["datasets", 0, "id"],
			"message": `The AI system "sepsis-alert" is made for others, but its dataset "a" may not be used commercially`,
			"related": [{"document": 40, "path": ["datasets", 0, "acquisition", key], "message": "What restricts the use of the dataset"}],
		}} with input as of("producer", dataset)
			with data.config as config
	}
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(system_dataset_licence.report) == 0 with input as repository
	}
}
