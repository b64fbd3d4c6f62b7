# METADATA
# title: The scales of likelihood, consequence and level are declared
# description: |
#   A rating means nothing without the scale it is taken from: what each level is called, in
#   which order, and when it applies.
# custom:
#   severity: error
#   requirements: [6.1.1, 6.1.2]
#   evidence: attested
#   remediation: Declare criteria.likelihood, criteria.consequence and criteria.levels, each entry with its level as a number, a name and, where it is rated, its meaning.
package aimslint.rules.risk_register.scales

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.text
import data.aimslint.lib.violation

scales := {
	"likelihood": "scale of likelihood",
	"consequence": "scale of consequence",
	"levels": "scale of levels of risk",
}

report contains violation.at(["criteria", key], sentence) if {
	some key, what in scales
	message := fault.list(input, ["criteria", key], concat(" ", ["a", what]))
	sentence := concat(" ", ["The register", message])
}

report contains violation.at(["criteria", key, i, "level"], message) if {
	some [key, i, entry] in entries
	not is_number(field.value(entry, ["level"]))
	message := sprintf("Each entry of the %s must state its level as a number", [scales[key]])
}

report contains violation.at(["criteria", key, i, "name"], message) if {
	some [key, i, entry] in entries
	field.text(entry, ["name"]) == ""
	message := sprintf("Each entry of the %s must have a name", [scales[key]])
}

report contains violation.at(["criteria", key, i, "meaning"], message) if {
	some [key, i, entry] in entries
	key != "levels"
	field.unworded(entry, ["meaning"])
	message := sprintf("Each entry of the %s must say what it means", [scales[key]])
}

report contains violation.at(["criteria", key, j, property], message) if {
	some key, what in scales
	some property in ["level", "name"]
	some [_, j] in doubles(key, property)
	message := sprintf("Two entries of the %s have the same %s", [what, property])
}

report contains found if {
	some key, what in scales
	some found in fault.strays(input, ["criteria", key], ["criteria", key], concat(" ", ["entry of the", what]), "")
}

entries := [[key, i, entry] |
	some key, _ in scales
	list := field.value(input, ["criteria", key])
	is_array(list)
	some i, entry in list
	is_object(entry)
]

doubles(key, property) := {[i, j] |
	list := field.value(input, ["criteria", key])
	some i, entry in list
	some j, other in list
	i < j
	same(field.value(entry, [property]), field.value(other, [property]))
}

same(a, b) if text.same(a, b)

same(a, b) if {
	is_number(a)
	a == b
}
