# METADATA
# description: What other documents may know of a model card.
package aimslint.records.model_card

import data.aimslint.lib.field

record := {
	"id": field.value(input, ["metadata", "id"]),
	"system": field.value(input, ["system"]),
}
