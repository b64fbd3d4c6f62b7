# METADATA
# title: Each incident says what happened, to whom, and who deals with it
# description: |
#   Whoever is told of an incident asks which system it was, what happened and who was affected;
#   whoever wants to know more asks its owner.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   remediation: State system, affected, description and owner of the incident; a sentence or two of description will do.
#   parameters:
#     - name: min_words
#       default: 2
#       description: The fewest words of a description; in scripts without blanks between words, the fewest signs.
#   proof:
#     mutants:
#       incidents.*.description: [Outage]
package aimslint.rules.incident_log.description

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.text

report contains found if {
	some key in ["system", "affected", "description", "owner"]
	faults := {i: complaint(item, key) | some i, item in entry.incidents.items}
	some found in fault.spread(entry.incidents, [key], faults)
}

complaint(item, "system") := fault.text(item, ["system"], "the system it happened to")

complaint(item, "affected") := fault.texts(item, ["affected"], "a statement of whom it affected")

complaint(item, "description") := said_of(item)

complaint(item, "owner") := fault.text(item, ["owner"], "an owner")

said_of(item) := message if {
	message := fault.text(item, ["description"], "a description")
} else := "is described in too few words to tell what happened" if {
	count(text.words(item.description)) < data.config["incident-log/description"].min_words
}
