# METADATA
# title: The system is in the scope of the management system, or left out with a reason
# description: >-
#   An inventory is only complete if it says of each system whether it is covered. A system that is left
#   out without a reason is one that nobody has thought about.
# custom:
#   severity: warning
#   requirements: ["4.3"]
#   evidence: attested
#   remediation: State in_scope as true, or as false with the reason under excluded.reason.
#   proof:
#     mutants:
#       in_scope: [true]
#       excluded.reason: ["Yes"]
package aimslint.rules.ai_system.scope

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.system

report contains system.at(["in_scope"], "does not say whether it lies in the scope of the management system") if {
	not is_boolean(field.value(input, ["in_scope"]))
}

report contains system.at(["excluded", "reason"], predicate) if {
	field.value(input, ["in_scope"]) == false
	predicate := fault.sentence(input, ["excluded", "reason"], "the reason for which it is left out of the scope")
}

report contains system.at(["excluded", "reason"], "is in the scope of the management system, but states a reason for leaving it out") if {
	field.value(input, ["in_scope"]) == true
	field.present(input, ["excluded", "reason"])
}
