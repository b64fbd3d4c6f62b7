# METADATA
# title: Each ethical consideration has a mitigation
# description: >-
#   What is done about each harm, or why it is accepted. A harm that is only named is one that
#   is known and left alone.
# custom:
#   severity: warning
#   requirements: [A.5.4, A.5.5, 6.1.3]
#   evidence: attested
#   remediation: State under mitigation what reduces each harm, or why it is accepted and by whom.
package aimslint.rules.model_card.ethical_mitigation

import data.aimslint.lib.fault

report contains found if {
	some found in fault.lacking_words(fault.group_of(input, ["ethical_considerations"], "ethical consideration", ["name", "harm"]), ["mitigation"], "a mitigation")
}

report contains found if some found in fault.names_lacking(input, ["ethical_considerations"], "ethical consideration", "a mitigation")
