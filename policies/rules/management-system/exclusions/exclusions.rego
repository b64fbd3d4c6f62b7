# METADATA
# title: What is out of scope has a reason and is not in scope as well
# description: >-
#   An exclusion without a reason looks like something that was overlooked or hidden, and a system
#   cannot be both inside and outside.
# custom:
#   severity: error
#   requirements: ["4.3"]
#   evidence: attested
#   remediation: >-
#     State for each exclusion why it does not belong within the scope, and take it from the list of
#     systems.
#   proof:
#     mutants:
#       scope.exclusions.*.what: [sepsis-alert]
#       scope.exclusions.*.reason: [Pilot]
package aimslint.rules.management_system.exclusions

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.text
import data.aimslint.lib.violation

exclusions := management.group(["scope", "exclusions"], "exclusion", ["what"])

report contains found if {
	some found in fault.strays(input, exclusions.list, exclusions.list, exclusions.noun, "")
}

report contains found if {
	faults := {i: fault.sentence(item, ["reason"], "a reason") | some i, item in exclusions.items}
	some found in fault.spread(exclusions, ["reason"], faults)
}

report contains violation.at(array.concat(exclusions.list, [i, "what"]), message) if {
	some i, item in exclusions.items
	text.fold(field.text(item, ["what"])) in systems
	message := sprintf("%s is named among the systems in scope as well", [fault.called(exclusions, i)])
}

systems := {text.fold(system) | some system in field.texts(input, ["scope", "systems"])}
