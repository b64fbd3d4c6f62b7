# METADATA
# title: People are made aware of the AI policy and of their part in it
# description: |
#   Everybody who works under the organization's control knows the policy, what they contribute
#   and what follows if it is not kept to. The register says who was addressed, on what, and when.
# custom:
#   severity: warning
#   requirements: ["7.3"]
#   evidence: attested
#   remediation: List under awareness each training, briefing or letter with its audience, topic and the day it took place.
package aimslint.rules.role_register.awareness

import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["awareness"], concat(" ", ["The register", message])) if {
	message := fault.list(input, ["awareness"], "measures that make people aware")
}

report contains found if some found in fault.strays(input, ["awareness"], ["awareness"], "awareness measure", "")

report contains found if {
	measures := entry.group(input, "awareness", "awareness measure", ["topic"])
	some key in ["audience", "topic", "on"]
	faults := {i: complaint(item, key) | some i, item in measures.items}
	some found in fault.spread(measures, [key], faults)
}

complaint(item, "audience") := fault.texts(item, ["audience"], "an audience")

complaint(item, "topic") := fault.text(item, ["topic"], "a topic")

complaint(item, "on") := fault.day(item, ["on"], "the day it took place")
