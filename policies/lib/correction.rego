# METADATA
# description: The items of a corrective-action log.
package aimslint.lib.correction

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

# METADATA
# description: The items that are maps, by their index in the log.
all := field.maps(input, ["items"])

# METADATA
# description: The items as a group whose faults can be spread.
group := grouped(all)

# METADATA
# description: The items whose action was done, as a group whose faults can be spread.
finished := grouped({i: item | some i, item in all; done(item)})

# METADATA
# description: |
#   The items for which it must be known by now what is done about them: those
#   whose action was done, and those that were not raised within so many days. As
#   a group whose faults can be spread.
settled(days) := grouped({i: item | some i, item in all; not fresh(item, days)})

# METADATA
# description: Some of the items as a group whose faults can be spread.
grouped(items) := {"items": items, "list": ["items"], "noun": "item", "names": ["id", "description"], "within": ""}

# METADATA
# description: The action of the item was done, by its status; what has no status known is open.
done(item) if vocabulary.word(field.value(item, ["status"])) in {"done", "closed"}

# METADATA
# description: The action was found to be effective, and the item was closed.
closed(item) if vocabulary.word(field.value(item, ["status"])) == "closed"

# METADATA
# description: The item is open and was raised within so many days.
fresh(item, days) if {
	not done(item)
	raised := field.value(item, ["raised"])
	date.valid(raised)
	not date.older(raised, days)
}
