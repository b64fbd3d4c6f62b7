package aimslint.lib.measure_test

import data.aimslint.lib.measure

test_numbers_and_numerals if {
	every case in [
		[0.84, {"number": 0.84, "unit": "", "direction": ""}],
		[0, {"number": 0, "unit": "", "direction": ""}],
		["0.84", {"number": 0.84, "unit": "", "direction": ""}],
		[" -3e-2 ", {"number": -0.03, "unit": "", "direction": ""}],
		["84.2 %", {"number": 84.2, "unit": "%", "direction": ""}],
		["0.84 ± 0.02", {"number": 0.84, "unit": "", "direction": ""}],
		["0.84 (0.81 to 0.87)", {"number": 0.84, "unit": "", "direction": ""}],
		[">= 0.8", {"number": 0.8, "unit": "", "direction": "at-least"}],
		["≤5%", {"number": 5, "unit": "%", "direction": "at-most"}],
		["> 0.8", {"number": 0.8, "unit": "", "direction": "above"}],
		["below 0.1", {"number": 0.1, "unit": "", "direction": "below"}],
		["At least 0.80", {"number": 0.8, "unit": "", "direction": "at-least"}],
		["≤ 8 s", {"number": 8, "unit": "s", "direction": "at-most"}],
		["10ms", {"number": 10, "unit": "ms", "direction": ""}],
		["8 samples", {"number": 8, "unit": "", "direction": ""}],
		["0.84, on the test split", {"number": 0.84, "unit": "", "direction": ""}],
		["0.84.", {"number": 0.84, "unit": "", "direction": ""}],
		["≤ 20% drop", {"number": 20, "unit": "%", "direction": "at-most"}],
		["min: 3", {"number": 3, "unit": "", "direction": "at-least"}],
	] {
		measure.read(case[0]) == case[1]
	}
}

test_what_does_not_begin_with_a_number if {
	every value in [null, true, "", "high", "1.2.3", "2026-03-02", "3/4", "1,234", "3rd", [0.8], {"value": 0.8}] {
		not measure.readable(value)
	}
}

test_bounds if {
	measure.meets(0.8, "at-least", 0.8)
	not measure.meets(0.79, "at-least", 0.8)
	measure.meets(0.8, "at-most", 0.8)
	not measure.meets(0.81, "at-most", 0.8)
	measure.meets(0.81, "above", 0.8)
	not measure.meets(0.8, "above", 0.8)
	measure.meets(0.79, "below", 0.8)
	not measure.meets(0.8, "below", 0.8)
	not measure.meets(0.8, "sideways", 0.8)
}

test_shortfall_against_the_threshold if {
	every case in [
		[{"value": 0.7, "threshold": 0.8}, "is below the threshold that it must reach"],
		[{"value": 0.7, "threshold": 0.8, "direction": "at-least"}, "is below the threshold that it must reach"],
		[{"value": 0.06, "threshold": 0.05, "direction": "at-most"}, "is above the threshold that it must not exceed"],
		[{"value": "6 %", "threshold": "< 5%"}, "is not below the threshold that it must stay under"],
		[{"value": 0.8, "threshold": "> 0.8"}, "is not above the threshold that it must exceed"],
		[{"value": "900 ms", "threshold": "≤ 1 s"}, "is not in the unit of its threshold"],
		[{"value": 9, "unit": "seconds", "threshold": "≤ 8 s"}, "is above the threshold that it must not exceed"],
		[{"value": "84%", "threshold": 0.8}, "is not in the unit of its threshold"],
		[{"value": "70 %", "threshold": 80, "unit": "%"}, "is below the threshold that it must reach"],
	] {
		measure.shortfall(case[0], "value") == case[1]
	}
}

test_no_shortfall if {
	every item in [
		{"value": 0.8, "threshold": 0.8},
		{"value": 0.05, "threshold": 0.05, "direction": "at-most"},
		{"value": "84%", "threshold": 80, "unit": "%"},
		{"value": "0.84", "threshold": ">= 0.8"},
		{"value": 0.9, "threshold": 0.8, "unit": "points"},
		{"value": "7 s", "threshold": 8, "unit": "s", "direction": "at-most"},
		{"value": 0.8},
		{"threshold": 0.8},
		{"value": "high", "threshold": 0.8},
		{"value": 0.7, "threshold": "good"},
		{"value": 0.7, "threshold": 0.8, "direction": "up"},
		{"value": true, "threshold": true},
		null,
	] {
		not measure.shortfall(item, "value")
	}
}
