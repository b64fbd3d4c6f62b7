# METADATA
# description: |
#   What other documents may know of an AI policy: its document control, the day
#   of its last review, and the policies that it says it agrees with.
package aimslint.records.ai_policy

import data.aimslint.lib.field
import data.aimslint.lib.header

record := object.union(header.of(input), {
	"last_review": field.text(input, ["last_review"]),
	"aligned": [field.name(item, ["policy"]) | some item in field.items(input, ["aligned_with"])],
	"people": array.concat(
		header.role(input, ["metadata", "owner"]),
		header.role(input, ["metadata", "approved", "by"]),
	),
})
