# METADATA
# description: |
#   What other documents may know of a risk register. Names, ids and versions are
#   text, empty where the register states none; the list of risks keeps the
#   places of its items, so that a rule can point into the register.
package aimslint.records.risk_register

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.risk
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"assessed_on": field.text(input, ["assessed_on"]),
	"risks": [known(item) | some item in listed],
	"people": array.flatten([
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
		header.role(input, ["criteria", "acceptance_authority"]),
		header.roles(input, ["risks"], "owner"),
		deeper,
	]),
})

# Those who carry out the actions of a risk, and those who accept it.
deeper := [{"path": array.concat(["risks", i], person.path), "name": person.name} |
	some i, item in listed
	some person in array.concat(
		header.roles(item, ["treatment", "actions"], "owner"),
		header.role(item, ["acceptance", "by"]),
	)
]

listed := input.risks if {
	is_array(input.risks)
} else := []

known(item) := {
	"id": field.name(item, ["id"]),
	"title": field.text(item, ["title"]),
	"system": field.name(item, ["system"]),
	"owner": field.text(item, ["owner"]),
	"status": field.text(item, ["status"]),
	"likelihood": rating(item, "likelihood"),
	"consequence_level": rating(item, "consequence_level"),
	"slightest": slightest(item),
	"level": rating(item, "level"),
	"treatment_option": vocabulary.word(field.text(item, ["treatment", "option"])),
	"next_review": field.text(item, ["next_review"]),
	"objectives": [vocabulary.word(objective) | some objective in field.texts(item, ["objective"])],
	"controls": field.texts(item, ["treatment", "controls"]),
	"impact_assessment": field.name(item, ["impact_assessment"]),
}

# The consequence is the lowest level of a scale of the register that has three or
# more.
slightest(item) if {
	levels := {entry.level | some entry in risk.scales.consequence}
	count(levels) > 2
	risk.rank("consequence", field.value(item, ["consequence_level"])) == min(levels)
} else := false

# As written: a number, or the name of a level; null if there is neither.
rating(item, key) := value if {
	value := field.value(item, [key])
	is_number(value)
} else := text if {
	text := field.text(item, [key])
	text != ""
} else := null
