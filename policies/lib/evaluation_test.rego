package aimslint.lib.evaluation_test

import data.aimslint.lib.evaluation

test_held_out_parts if {
	every slice in ["test", "Validation split", "held-out 20 %", "holdout", "out-of-time 2025", "dev"] {
		evaluation.held_out({"slice": slice})
	}
}

test_other_slices if {
	every slice in ["age 65 and over", "device A", "contested claims", "", 7, null, ["test"]] {
		not evaluation.held_out({"slice": slice})
	}
	not evaluation.held_out({})
	not evaluation.held_out(null)
}

test_groups if {
	every slice in ["age 65 and over", "device A", "contested claims"] {
		evaluation.group({"slice": slice})
	}
	every slice in ["all patients", "Overall", "test", "train", "", 7, true, null, ["women"]] {
		not evaluation.group({"slice": slice})
	}
	not evaluation.group({})
}
