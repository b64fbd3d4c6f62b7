# METADATA
# title: Somebody reports on the AI management system to top management
# description: |
#   Top management assigns to somebody the responsibility and authority to report how well the
#   AI management system performs; without a report it cannot steer. One role of all role registers
#   is enough.
# custom:
#   severity: error
#   requirements: ["5.3"]
#   evidence: attested
#   kinds: [role-register]
#   remediation: Set reports_performance to true for the role that reports to top management.
#   proof:
#     mutants:
#       "role-register:roles.*.reports_performance": [false]
package aimslint.rules.repository.performance_reported

import data.aimslint.lib.people
import data.aimslint.lib.violation

report contains violation.on(people.registers[first[0]], ["roles", first[1], "reports_performance"], message) if {
	first := min(named)
	count([1 | some entry in named; people.role(entry).reports_performance == true]) == 0
	message := "No role reports to top management how well the AI management system performs"
}

named := {entry | some entries in people.roles; some entry in entries}
