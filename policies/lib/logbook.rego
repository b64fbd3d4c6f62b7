# METADATA
# description: |
#   Documents that are kept as evidence of what happened. They grow entry by
#   entry, or are written once, so nobody versions, approves or reviews them as a
#   whole; they say themselves what comes next.
package aimslint.lib.logbook

import data.aimslint.lib.field

kinds := {"incident-log", "corrective-action-log", "management-review", "certification"}

# METADATA
# description: The document in input is one of them.
kept if field.text(input, ["kind"]) in kinds
