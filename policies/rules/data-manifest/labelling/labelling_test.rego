package aimslint.rules.data_manifest.labelling_test

import data.aimslint.rules.data_manifest.labelling

test_silent_when_instructed if {
	count(labelling.report) == 0 with input as {"datasets": [{"id": "a", "labelling": {"by": ["two physicians"], "instructions": "Sepsis-3"}}]}
}

test_silent_without_labels if {
	every document in [{}, {"datasets": "a"}, {"datasets": [null, {"id": "a"}, {"labelling": null}, {"labelling": false}, {"preparation": [{"step": "cleaning"}, null, 7]}]}] {
		count(labelling.report) == 0 with input as document
	}
}

test_reports_labels_without_instructions if {
	labelling.report == {{
		"path": ["datasets", 0, "labelling", "instructions"],
		"message": `The dataset "a" lacks labelling instructions`,
	}} with input as {"datasets": [{"id": "a", "labelling": {"by": "two physicians"}}]}
}

test_reports_a_labelling_step_without_more if {
	{found.path | some found in labelling.report} == {["datasets", 0, "labelling", "instructions"], ["datasets", 0, "labelling", "by"]} with input as {"datasets": [{"id": "a", "preparation": [{"step": "Annotation of onset"}]}]}
}

test_reports_wrong_types if {
	every value in [7, true, "by hand", ["by hand"], {"by": 7, "instructions": {"x": "y"}}] {
		{found.path | some found in labelling.report} == {["datasets", 0, "labelling", "instructions"], ["datasets", 0, "labelling", "by"]} with input as {"datasets": [{"id": "a", "labelling": value}]}
	}
}
