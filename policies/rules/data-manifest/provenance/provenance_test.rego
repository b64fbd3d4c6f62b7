package aimslint.rules.data_manifest.provenance_test

import data.aimslint.rules.data_manifest.provenance

test_silent_when_recorded if {
	every value in [{"derived_from": ["b"]}, {"generated_by": "export job"}, {"digest": "sha256:00"}] {
		count(provenance.report) == 0 with input as {"datasets": [{"id": "a", "provenance": value}]}
	}
}

test_reports_absence if {
	every item in [{"id": "a"}, {"id": "a", "provenance": {}}, {"id": "a", "provenance": null}] {
		provenance.report == {{
			"path": ["datasets", 0, "provenance"],
			"message": `The dataset "a" lacks a provenance`,
		}} with input as {"datasets": [item]}
	}
}

test_reports_wrong_types if {
	every value in ["web", 7, ["web"], {"derived_from": 7}, {"digest": true}, {"transfers": [{"from": "x"}]}] {
		{found.path | some found in provenance.report} == {["datasets", 0, "provenance"]} with input as {"datasets": [{"id": "a", "provenance": value}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a", 7]}] {
		count(provenance.report) == 0 with input as document
	}
}
