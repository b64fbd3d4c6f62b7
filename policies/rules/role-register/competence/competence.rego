# METADATA
# title: The competence that each role needs is stated with its evidence
# description: |
#   Competence is what a role needs, shown by evidence such as a certificate, an examination or
#   work that was done, and obtained on a day that can be checked.
# custom:
#   severity: error
#   requirements: ["7.2", A.4.6]
#   evidence: attested
#   remediation: List under competence what the role needs, each with what, evidence and obtained.
package aimslint.rules.role_register.competence

import data.aimslint.lib.entry
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.list(item, ["competence"], "entries for the competence it needs") | some i, item in entry.roles.items}
	some found in fault.spread(entry.roles, ["competence"], faults)
}

report contains found if {
	some i, item in entry.roles.items
	some found in fault.strays(item, ["competence"], ["roles", i, "competence"], "competence", entry.within(entry.roles, item))
}

report contains found if {
	some part in entry.parts(entry.roles, "competence", "competence", ["what"])
	some key in ["what", "evidence", "obtained"]
	faults := {j: complaint(item, key) | some j, item in part.items}
	some found in fault.spread(part, [key], faults)
}

complaint(item, "what") := fault.text(item, ["what"], "a name")

complaint(item, "evidence") := fault.texts(item, ["evidence"], "evidence that the holder has it")

complaint(item, "obtained") := fault.day(item, ["obtained"], "the day it was obtained")
