# METADATA
# description: The evaluations of a model card.
package aimslint.lib.evaluation

import data.aimslint.lib.field

# METADATA
# description: |
#   The slice is a part of the dataset that was held out from training, such as
#   a test split, and not a group among those concerned.
held_out(evaluation) if {
	regex.match(`(?i)\b(?:test|testing|val|valid|validation|dev|eval|evaluation|held[ -]?out|hold[ -]?out|out[ -]of[ -](?:sample|time|fold))\b`, field.text(evaluation, ["slice"]))
}

# METADATA
# description: The result is for a group or subset among those concerned, not for all of them.
group(evaluation) if {
	field.text(evaluation, ["slice"]) != ""
	not held_out(evaluation)
	not regex.match(`(?i)^(?:all|overall|whole|entire|total|full|everyone|everybody|none|train|training)\b`, field.text(evaluation, ["slice"]))
}
