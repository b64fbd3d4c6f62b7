# METADATA
# title: Each interested party has a requirement and an answer to it
# description: >-
#   Who has a stake in the AI systems and what they require shapes scope, risks and objectives. What
#   is not taken up is a decision, too.
# custom:
#   severity: warning
#   requirements: ["4.2"]
#   evidence: attested
#   remediation: >-
#     List the interested parties, state what each requires, and say under addressed how or where it is
#     taken up, or false if it was decided not to.
#   proof:
#     mutants:
#       interested_parties.*.addressed: [true]
package aimslint.rules.management_system.interested_parties

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management

parties := management.group(["interested_parties"], "interested party", ["who"])

report contains found if {
	some found in management.unlisted("The management system", parties.list, parties.noun, "the parties that have an interest in it")
}

report contains found if {
	some found in management.unstated(parties, {"requirement": "a requirement"})
}

report contains found if {
	faults := {i: unanswered(item) | some i, item in parties.items}
	some found in fault.spread(parties, ["addressed"], faults)
}

# That it is taken up is said by where, that it is not by false.
unanswered(item) := message if {
	message := fault.absent(item, ["addressed"], "an answer to whether and where its requirement is taken up")
} else := "must say in words where its requirement is taken up, or false" if {
	answer := field.value(item, ["addressed"])
	not is_string(answer)
	answer != false
}
