# METADATA
# description: |
#   What other documents may know of a management review. Lists keep the places
#   of their items, so that a rule can point into the review. Who takes part may
#   be a guest, so attendees are not among the people. The words of what it says
#   about audits are kept, folded, since ids of audits may be among them.
package aimslint.records.management_review

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.text
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"held": field.text(input, ["held"]),
	"next": field.text(input, ["next"]),
	"inputs": {key: worded(key) |
		some key in ["previous_actions", "context_changes", "party_needs", "nonconformities", "measurement", "audits", "opportunities"]
	},
	"audits": {text.fold(word) |
		some said in field.texts(input, ["inputs", "audits"])
		some word in regex.find_n(`[\pL\pN]+(?:[-_./][\pL\pN]+)*`, said, -1)
	},
	"actions": [known(item) | some item in field.items(input, ["actions"])],
	"people": array.flatten([
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
		header.roles(input, ["actions"], "owner"),
	]),
})

worded(key) if {
	field.worded(input, ["inputs", key])
} else := false

known(item) := {
	"id": field.name(item, ["id"]),
	"what": field.text(item, ["what"]),
	"owner": field.text(item, ["owner"]),
	"due": field.text(item, ["due"]),
	"status": vocabulary.word(field.text(item, ["status"])),
}
