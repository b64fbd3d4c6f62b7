package aimslint.rules.data_manifest.known_bias_test

import data.aimslint.rules.data_manifest.known_bias

of(bias) := {"datasets": [{"id": "a", "known_bias": bias}]}

complete := {"what": "Few young patients", "affected": ["patients under 30"], "mitigation": "Weighted"}

test_silent_when_recorded if {
	count(known_bias.report) == 0 with input as of([complete])
}

test_reports_absence if {
	every document in [{"datasets": [{"id": "a"}]}, of([]), of(null)] {
		known_bias.report == {{
			"path": ["datasets", 0, "known_bias"],
			"message": `The dataset "a" lacks a record of its known bias`,
		}} with input as document
	}
}

test_reports_each_missing_field if {
	every key in ["what", "affected", "mitigation"] {
		{found.path | some found in known_bias.report} == {["datasets", 0, "known_bias", 0, key]} with input as of([object.remove(complete, [key])])
	}
}

test_names_the_bias if {
	known_bias.report == {{
		"path": ["datasets", 0, "known_bias", 0, "mitigation"],
		"message": `The known bias "Few young patients" of the dataset "a" lacks a mitigation`,
	}} with input as of([object.remove(complete, ["mitigation"])])
}

test_reports_wrong_types if {
	every value in ["none", 7, true, {"what": "x"}, ["x"]] {
		["datasets", 0, "known_bias"] in {found.path | some found in known_bias.report} with input as of(value)
	}
	every key in ["what", "affected", "mitigation"] {
		{found.path | some found in known_bias.report} == {["datasets", 0, "known_bias", 0, key]} with input as of([object.union(complete, {key: 7})])
	}
	{found.path | some found in known_bias.report} == {["datasets", 0, "known_bias", 1]} with input as of([complete, null])
}
