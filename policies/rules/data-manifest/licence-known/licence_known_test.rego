package aimslint.rules.data_manifest.licence_known_test

import data.aimslint.rules.data_manifest.licence_known

config := {"data-manifest/licence-known": {"vague_licences": ["unknown", "other", "none", "custom", "proprietary", "unspecified", "see-source"]}}

test_silent_for_a_licence_with_terms if {
	count(licence_known.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": {"licence": "CC-BY-4.0"}}]} with data.config as config
}

test_silent_when_rights_explain if {
	count(licence_known.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": {"licence": "other", "rights": "Contract 12 permits training"}}]}
		with data.config as config
}

test_reports_a_vague_licence if {
	licence_known.report == {{
		"path": ["datasets", 0, "acquisition", "licence"],
		"message": `The dataset "a" has the licence "Other", which does not say what is permitted: its rights must`,
	}} with input as {"datasets": [{"id": "a", "acquisition": {"licence": "Other"}}]} with data.config as config
}

test_reports_the_item_of_a_list if {
	{found.path | some found in licence_known.report} == {["datasets", 0, "acquisition", "licence", 1]} with input as {"datasets": [{"acquisition": {"licence": ["mit", "unknown"], "rights": true}}]}
		with data.config as config
}

test_leaves_absence_and_wrong_types_to_others if {
	every document in [{}, {"datasets": "a"}, {"datasets": [null]}, {"datasets": [{"acquisition": {"licence": 7}}]}] {
		count(licence_known.report) == 0 with input as document with data.config as config
	}
}
