package aimslint.rules.risk_register.matrix_shape_test

import data.aimslint.rules.risk_register.matrix_shape

criteria := {
	"likelihood": [{"level": 1, "name": "rare"}, {"level": 2, "name": "possible"}, {"level": 3, "name": "frequent"}],
	"consequence": [{"level": 1, "name": "minor"}, {"level": 2, "name": "serious"}, {"level": 3, "name": "grave"}],
	"levels": [{"level": 1, "name": "low"}, {"level": 2, "name": "medium"}, {"level": 3, "name": "high"}],
	"matrix": [["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "high"]],
	"appetite": "low",
	"acceptance_authority": "medical-director",
}

of(matrix) := {"criteria": object.union(criteria, {"matrix": matrix})}

test_silent_when_complete_or_absent if {
	count(matrix_shape.report) == 0 with input as {"criteria": criteria}
	every document in [{}, null, {"criteria": "ours"}, of(null)] {
		count(matrix_shape.report) == 0 with input as document
	}
}

test_silent_with_numbers_as_levels if {
	count(matrix_shape.report) == 0 with input as of([[1, 1, 2], [1, 2, 3], [2, 3, 3]])
}

test_reports_wrong_types if {
	every value in ["5x5", 5, {"rare": ["low"]}, true] {
		matrix_shape.report == {{
			"path": ["criteria", "matrix"],
			"message": "The matrix must be a list of rows",
		}} with input as of(value)
	}
}

test_reports_a_missing_row if {
	matrix_shape.report == {{
		"path": ["criteria", "matrix"],
		"message": "The matrix must have one row for each likelihood of the scale",
	}} with input as of([["low", "low", "low"], ["low", "low", "low"]])
}

test_reports_a_faulty_row if {
	every row in [["low", "low"], "low", null, 7, {"minor": "low"}] {
		matrix_shape.report == {{
			"path": ["criteria", "matrix", 1],
			"message": "A row of the matrix must be a list with one level for each consequence of the scale",
		}} with input as of([["low", "low", "low"], row, ["low", "low", "low"]])
	}
}

test_reports_a_faulty_cell if {
	every cell in ["extreme", 7, null, true, "1"] {
		matrix_shape.report == {{
			"path": ["criteria", "matrix", 2, 0],
			"message": "A cell of the matrix must hold a level of the scale of levels",
		}} with input as of([["low", "low", "low"], ["low", "low", "low"], [cell, "low", "low"]])
	}
}
