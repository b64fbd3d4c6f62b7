# METADATA
# description: What a management review asks to be done.
package aimslint.lib.review

import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

# METADATA
# description: The actions that are maps, as a group whose faults can be spread.
actions := grouped(field.maps(input, ["actions"]))

# METADATA
# description: The actions that are neither done nor cancelled, as a group whose faults can be spread.
open := grouped({i: item |
	some i, item in actions.items
	not finished(item)
})

grouped(items) := {"items": items, "list": ["actions"], "noun": "action", "names": ["id", "what"], "within": ""}

finished(item) if vocabulary.word(field.value(item, ["status"])) in {"done", "cancelled"}
