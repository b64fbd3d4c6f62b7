# METADATA
# description: The risks of a risk register and the criteria that they are rated by.
package aimslint.lib.risk

import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.text
import data.aimslint.lib.vocabulary

# METADATA
# description: The risks that are maps, by their index in the register.
all := {i: risk |
	is_array(input.risks)
	some i, risk in input.risks
	is_object(risk)
}

# METADATA
# description: The risks as a group whose faults can be spread.
group := grouped(all)

# METADATA
# description: The risks that are not closed, as a group whose faults can be spread.
open := grouped({i: risk | some i, risk in all; not closed(risk)})

grouped(risks) := {"items": risks, "list": ["risks"], "noun": "risk", "names": names, "within": ""}

names := ["id", "title"]

# METADATA
# description: The actions of each risk, as groups whose faults can be spread; risks without one are left out.
actions(risks) := [part |
	some i, risk in risks
	list := field.value(risk, ["treatment", "actions"])
	is_array(list)
	items := {j: item | some j, item in list; is_object(item)}
	count(items) > 0
	part := {
		"items": items,
		"list": ["risks", i, "treatment", "actions"],
		"noun": "action",
		"names": ["what", "id"],
		"within": within(risk),
	}
]

# METADATA
# description: The end of a sentence about part of a risk.
within(risk) := concat("", [" of ", label.of("risk", risk, names)])

# METADATA
# description: The risk is closed.
closed(risk) if vocabulary.word(field.value(risk, ["status"])) == "closed"

# METADATA
# description: The action is done or given up.
finished(action) if {
	vocabulary.word(field.value(action, ["status"])) in {"done", "completed", "complete", "closed", "cancelled", "canceled"}
}

# METADATA
# description: The treatment option as a word of the vocabulary; empty if none is stated as text.
option(risk) := vocabulary.word(field.text(risk, ["treatment", "option"]))

# METADATA
# description: |
#   The treatment changes the risk, so that something has to be done and another
#   risk remains.
changed(risk) if option(risk) in {"remove-source", "change-likelihood", "change-consequence", "share", "take-or-increase"}

# METADATA
# description: |
#   The entries of a scale of the criteria (likelihood, consequence or levels)
#   that state a level, by their position.
scale(key) := {i: entry |
	list := field.value(input, ["criteria", key])
	is_array(list)
	some i, entry in list
	is_number(field.value(entry, ["level"]))
}

# METADATA
# description: The scales of the criteria, by the key of the criteria.
scales := {key: scale(key) | some key in ["likelihood", "consequence", "levels"]}

# METADATA
# description: The positions on a scale that a rating means; the rating is the number or the name of a level.
positions(key, rating) := {i | some i, entry in scales[key]; means(entry, rating)}

means(entry, rating) if {
	is_number(rating)
	entry.level == rating
}

means(entry, rating) if text.same(field.value(entry, ["name"]), rating)

# METADATA
# description: The number of the level on a scale that a rating means; undefined for one that is not on the scale.
rank(key, rating) := min({scales[key][i].level | some i in positions(key, rating)})

# METADATA
# description: |
#   The level that the matrix of the criteria gives for a likelihood and a
#   consequence; undefined if one of them is not on its scale.
from_matrix(likelihood, consequence) := field.value(input, ["criteria", "matrix", row, column]) if {
	row := min(positions("likelihood", likelihood))
	column := min(positions("consequence", consequence))
}

# METADATA
# description: |
#   The level that remains, as stated: the residual level, or the level itself
#   of a risk that is neither changed nor avoided. Null if none is stated.
remaining(risk) := level if {
	level := field.value(risk, ["residual", "level"])
	level != null
} else := field.value(risk, ["level"]) if {
	not changed(risk)
	option(risk) != "avoid"
} else := null

# METADATA
# description: More risk remains than the criteria accept. Undefined if either has no place on the scale of levels.
above_appetite(risk) if rank("levels", remaining(risk)) > rank("levels", field.value(input, ["criteria", "appetite"]))

# METADATA
# description: No more risk remains than the criteria accept. Undefined if either has no place on the scale of levels.
within_appetite(risk) if rank("levels", remaining(risk)) <= rank("levels", field.value(input, ["criteria", "appetite"]))
