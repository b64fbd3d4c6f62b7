# METADATA
# title: Each incident has an id of its own and a title
# description: |
#   Corrective actions and suppliers refer to an incident by its id, so it must be there and must
#   not mean two incidents.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: Give each incident a title, and an id that no other incident of the log has.
#   proof:
#     mutants:
#       incidents.*.id: [INC-2026-01]
package aimslint.rules.incident_log.incident_id

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains found if {
	some [key, what, other] in [["id", "an id", "title"], ["title", "a title", "id"]]
	faults := {i: fault.text(item, [key], what) | some i, item in entry.incidents.items}
	some found in fault.spread(entry.with_names(entry.incidents, [other]), [key], faults)
}

report contains violation.at(["incidents", i, "id"], message) if {
	some indexes in holders
	some i in (indexes - {min(indexes)})
	message := sprintf("The id \"%s\" belongs to another incident of this log already", [trim_space(entry.incidents.items[i].id)])
}

holders := grouping.by_key({[key, i] |
	some i, item in entry.incidents.items
	key := text.fold(item.id)
	key != ""
})
