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
