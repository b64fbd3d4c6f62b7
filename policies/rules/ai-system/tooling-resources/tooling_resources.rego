# METADATA
# title: The tools and libraries of the system are listed with their versions
# description: >-
#   A result can only be made again, and a vulnerability only be found, if it is known which tools the
#   system was built with and in which version.
# custom:
#   severity: warning
#   requirements: [A.4.2, A.4.4]
#   evidence: attested
#   remediation: List under resources.tooling the name and the version of each tool and library that the result depends on.
package aimslint.rules.ai_system.tooling_resources

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.system

group := system.group(["resources", "tooling"], "tool", ["name"])

report contains found if {
	expected
	some found in system.unlisted(group, "the tools and libraries that it is made with")
}

# Whoever only uses a system need not know what it is made with.
expected if {
	system.asked
	system.makes
}

expected if {
	system.asked
	field.present(input, group.list)
}

report contains found if {
	system.asked
	faults := {i: management.scalar(item, ["version"], "a version") | some i, item in group.items}
	some found in fault.spread(group, ["version"], faults)
}
