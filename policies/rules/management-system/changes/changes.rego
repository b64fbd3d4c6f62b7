# METADATA
# title: Each planned change states its purpose and what it brings with it
# description: A change to the management system that nobody thought through breaks what depends on it.
# custom:
#   severity: warning
#   requirements: ["6.3"]
#   evidence: attested
#   remediation: >-
#     State for each change what changes, what for, what it brings with it, and a day on which it takes
#     effect.
package aimslint.rules.management_system.changes

import data.aimslint.lib.fault
import data.aimslint.lib.management

changes := management.group(["changes"], "change", ["what", "id"])

report contains found if {
	some found in fault.strays(input, changes.list, changes.list, changes.noun, "")
}

report contains found if {
	some found in management.unstated(changes, {
		"what": "a description of what changes",
		"purpose": "a purpose",
		"consequence": "its consequences",
	})
}

report contains found if {
	faults := {i: fault.day(item, ["on"], "a day on which it takes effect") | some i, item in changes.items}
	some found in fault.spread(changes, ["on"], faults)
}
