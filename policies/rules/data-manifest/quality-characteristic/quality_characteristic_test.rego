package aimslint.rules.data_manifest.quality_characteristic_test

import data.aimslint.rules.data_manifest.quality_characteristic

config := {"data-manifest/quality-characteristic": {"characteristics": ["accuracy", "completeness", "consistency", "credibility", "currentness", "accessibility", "compliance", "efficiency", "precision", "traceability", "understandability", "availability", "portability", "recoverability", "auditability", "balance", "diversity", "effectiveness", "identifiability", "relevance", "representativeness", "similarity", "timeliness"]}}

of(value) := {"datasets": [{"id": "a", "quality": [{"characteristic": value}]}]}

test_silent_when_known if {
	every value in ["completeness", "Balance", "representativeness"] {
		count(quality_characteristic.report) == 0 with input as of(value) with data.config as config
	}
}

test_reports_an_unknown_one if {
	quality_characteristic.report == {{
		"path": ["datasets", 0, "quality", 0, "characteristic"],
		"message": `A quality measure of the dataset "a" names "goodness", which is no quality characteristic of ISO/IEC 5259-2`,
	}} with input as of("goodness") with data.config as config
}

test_reports_wrong_types if {
	every value in [7, true, {"x": "y"}, ["goodness"]] {
		{found.path | some found in quality_characteristic.report} == {["datasets", 0, "quality", 0, "characteristic"]} with input as of(value) with data.config as config
	}
}

test_leaves_absence_to_others if {
	every document in [{}, {"datasets": "a"}, {"datasets": [null, {"quality": "high"}, {"quality": [null, {}]}]}, of(null)] {
		count(quality_characteristic.report) == 0 with input as document with data.config as config
	}
}
