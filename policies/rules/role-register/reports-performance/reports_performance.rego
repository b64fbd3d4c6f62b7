# METADATA
# title: Somebody reports on the AI management system to top management
# description: |
#   Top management assigns to somebody the responsibility and authority to report how well the
#   AI management system performs; without a report it cannot steer.
# custom:
#   severity: error
#   requirements: ["5.3"]
#   evidence: attested
#   remediation: Set reports_performance to true for the role that reports to top management.
#   proof:
#     mutants:
#       roles.*.reports_performance: [false]
package aimslint.rules.role_register.reports_performance

import data.aimslint.lib.entry
import data.aimslint.lib.violation

report contains violation.at(["roles", first, "reports_performance"], "No role reports to top management how well the AI management system performs") if {
	first := min(object.keys(entry.roles.items))
	every item in entry.roles.items {
		object.get(item, "reports_performance", null) != true
	}
}
