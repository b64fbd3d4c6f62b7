# METADATA
# title: The purpose of the system is stated
# description: >-
#   All else is judged by the purpose: whether the data fit, whether an error matters, whether a use is
#   still the intended one.
# custom:
#   severity: error
#   requirements: ["4.1", A.9.4]
#   evidence: attested
#   proof:
#     mutants:
#       purpose: ["Yes"]
#   remediation: State under purpose, in a sentence or two, what the system is for and whom it benefits.
package aimslint.rules.ai_system.purpose

import data.aimslint.lib.fault
import data.aimslint.lib.system

report contains system.at(["purpose"], predicate) if {
	predicate := fault.sentence(input, ["purpose"], "a purpose")
}
