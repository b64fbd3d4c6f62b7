# METADATA
# title: There are objectives for responsible use
# description: >-
#   A system that was built well can be used badly; what responsible use means here has to be decided
#   and measured as well.
# custom:
#   severity: warning
#   requirements: [A.9.3]
#   evidence: attested
#   remediation: >-
#     Add an objective with `for: use`, such as one for fairness, safety, transparency or reliability,
#     with a measure. An organization that uses no AI systems turns the rule off and excludes the control
#     in its statement of applicability.
#   proof:
#     mutants:
#       objectives.*.for: [development, unknown]
package aimslint.rules.management_system.objectives_for_use

import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.violation

report contains violation.at(["objectives"], "No objective is for the responsible use of AI systems; at least one with a measure is expected") if {
	field.present(input, ["objectives"])
	count(management.objectives_for("use")) == 0
}
