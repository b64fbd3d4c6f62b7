# METADATA
# title: Each risk names its source
# description: |
#   The sources that Annex C of ISO/IEC 42001 lists help to see which kinds of risk were not
#   thought of.
# custom:
#   severity: note
#   requirements: [6.1.2]
#   evidence: attested
#   remediation: State as source one or more of the risk sources of Annex C, or other.
#   parameters:
#     - name: sources
#       default: [environment-complexity, lack-of-transparency-or-explainability, level-of-automation, machine-learning, system-hardware, system-life-cycle, technology-readiness, other]
#       description: The sources of risk, after Annex C.
package aimslint.rules.risk_register.risk_source

import data.aimslint.lib.fault
import data.aimslint.lib.risk
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains found if {
	faults := {i: fault.absent(item, ["source"], "a source of risk") | some i, item in risk.all}
	some found in fault.spread(risk.group, ["source"], faults)
}

report contains violation.at(array.concat(["risks", i], place), message) if {
	known := data.config["risk-register/risk-source"].sources
	some i, item in risk.all
	some [place, value] in vocabulary.unknown(item, ["source"], known)
	message := sprintf("%s names the source %s where one of %s is expected", [fault.called(risk.group, i), value, concat(", ", known)])
}
