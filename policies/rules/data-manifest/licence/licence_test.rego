package aimslint.rules.data_manifest.licence_test

import data.aimslint.rules.data_manifest.licence

test_silent_with_a_licence_or_rights if {
	every acquisition in [{"licence": "CC-BY-4.0"}, {"licence": ["MIT", "CC-BY-4.0"]}, {"rights": "Own collection"}] {
		count(licence.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": acquisition}]}
	}
}

test_reports_absence if {
	every item in [{"id": "a"}, {"id": "a", "acquisition": {"source": "web"}}, {"id": "a", "acquisition": "web"}] {
		licence.report == {{
			"path": ["datasets", 0, "acquisition", "licence"],
			"message": `The dataset "a" lacks a licence or stated rights`,
		}} with input as {"datasets": [item]}
	}
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}, [7]] {
		{found.path | some found in licence.report} == {["datasets", 0, "acquisition", "licence"]} with input as {"datasets": [{"id": "a", "acquisition": {"licence": value}}]}
		{found.path | some found in licence.report} == {["datasets", 0, "acquisition", "rights"]} with input as {"datasets": [{"id": "a", "acquisition": {"rights": value}}]}
	}
}
