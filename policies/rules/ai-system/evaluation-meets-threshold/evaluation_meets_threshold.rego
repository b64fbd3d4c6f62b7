# METADATA
# title: The results of the deployed version meet their thresholds
# description: >-
#   A result on the wrong side of its threshold means that the system failed its own acceptance
#   criterion, and is used all the same.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: attested
#   remediation: >-
#     Improve the system, or have the change of the threshold approved and its reason recorded; if less is
#     better, state direction: at-most.
#   proof:
#     mutants:
#       "evaluations.0.result": [0.7]
#       "evaluations.1.result": [6]
package aimslint.rules.ai_system.evaluation_meets_threshold

import data.aimslint.lib.fault
import data.aimslint.lib.measure
import data.aimslint.lib.system

report contains found if {
	system.reached("deployment")
	faults := {i: complaint |
		some i, item in system.evaluations.items
		of_release(item)
		complaint := sprintf("has a result that %s", [measure.shortfall(item, "result")])
	}
	some found in fault.spread(system.evaluations, ["result"], faults)
}

# What earlier versions failed is history.
of_release(item) if system.version(item, ["version"]) in {"", system.version(input, ["version"])}

of_release(_) if system.version(input, ["version"]) == ""
