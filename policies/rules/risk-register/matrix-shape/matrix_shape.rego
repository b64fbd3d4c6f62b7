# METADATA
# title: The matrix covers the scales
# description: |
#   A matrix with missing rows, columns or levels leaves some risks without a level, or gives
#   them a level that nobody defined.
# custom:
#   severity: error
#   requirements: [6.1.1, 6.1.2]
#   evidence: attested
#   remediation: Give the matrix a row for each likelihood and in it a level for each consequence, named as in criteria.levels.
package aimslint.rules.risk_register.matrix_shape

import data.aimslint.lib.field
import data.aimslint.lib.risk
import data.aimslint.lib.violation

matrix := field.value(input, ["criteria", "matrix"])

report contains violation.at(["criteria", "matrix"], "The matrix must be a list of rows") if {
	field.present(input, ["criteria", "matrix"])
	not is_array(matrix)
}

report contains violation.at(["criteria", "matrix"], "The matrix must have one row for each likelihood of the scale") if {
	is_array(matrix)
	rows := field.value(input, ["criteria", "likelihood"])
	is_array(rows)
	count(matrix) != count(rows)
}

report contains violation.at(["criteria", "matrix", i], "A row of the matrix must be a list with one level for each consequence of the scale") if {
	is_array(matrix)
	some i, row in matrix
	not full(row)
}

report contains violation.at(["criteria", "matrix", i, j], "A cell of the matrix must hold a level of the scale of levels") if {
	is_array(matrix)
	count(risk.scales.levels) > 0
	some i, row in matrix
	is_array(row)
	some j, cell in row
	not on_scale(cell)
}

full(row) if {
	is_array(row)
	columns := field.value(input, ["criteria", "consequence"])
	is_array(columns)
	count(row) == count(columns)
}

full(row) if {
	is_array(row)
	not is_array(field.value(input, ["criteria", "consequence"]))
}

on_scale(cell) if risk.rank("levels", cell)
