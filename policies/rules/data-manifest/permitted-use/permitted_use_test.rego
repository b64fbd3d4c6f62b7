package aimslint.rules.data_manifest.permitted_use_test

import data.aimslint.rules.data_manifest.permitted_use

config := {"data-manifest/permitted-use": {"restricting_terms": ["nc", "nd", "noncommercial", "non-commercial", "no-derivatives", "noderivatives", "research-only", "research-use", "academic-use", "academic-only", "evaluation-only", "personal-use"]}}

test_silent_for_a_free_licence if {
	every licence in ["CC-BY-4.0", "ODbL-1.0", "commercial licence", "apache-2.0", "Ncsa"] {
		count(permitted_use.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": {"licence": licence}}]} with data.config as config
	}
}

test_silent_when_rights_are_stated if {
	count(permitted_use.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": {"licence": "CC-BY-NC-4.0", "rights": "Agreement with the publisher"}}]}
		with data.config as config
}

test_reports_a_restricting_licence if {
	permitted_use.report == {{
		"path": ["datasets", 0, "acquisition", "rights"],
		"message": `The dataset "a" must state by which rights it is used, since its licence restricts use (nc)`,
	}} with input as {"datasets": [{"id": "a", "acquisition": {"licence": "CC-BY-NC-SA-4.0"}}]} with data.config as config
}

test_reports_other_wordings if {
	every licence in ["cc by nd 4.0", "Research only", ["mit", "non-commercial"]] {
		count(permitted_use.report) == 1 with input as {"datasets": [{"acquisition": {"licence": licence}}]} with data.config as config
	}
}

test_rights_must_be_words if {
	every rights in [true, 7, {}, [], null] {
		count(permitted_use.report) == 1 with input as {"datasets": [{"acquisition": {"licence": "cc-by-nd-4.0", "rights": rights}}]} with data.config as config
	}
}

test_leaves_absence_and_wrong_types_to_others if {
	every document in [{}, {"datasets": "a"}, {"datasets": [null]}, {"datasets": [{"acquisition": {"licence": 7}}]}, {"datasets": [{"acquisition": "nc"}]}] {
		count(permitted_use.report) == 0 with input as document with data.config as config
	}
}
