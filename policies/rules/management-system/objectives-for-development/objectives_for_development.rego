# METADATA
# title: There are objectives for responsible development
# description: >-
#   What responsible development means, for fairness, safety or transparency, has to be decided before
#   systems are built, or it is decided by whoever builds them.
# custom:
#   severity: warning
#   requirements: [A.6.1.2]
#   evidence: attested
#   remediation: >-
#     Add an objective with `for: development`, such as one for fairness, safety, transparency or
#     reliability, with a measure. An organization that develops no AI systems turns the rule off and
#     excludes the control in its statement of applicability.
#   proof:
#     mutants:
#       objectives.*.for: [use, unknown]
package aimslint.rules.management_system.objectives_for_development

import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.violation

report contains violation.at(["objectives"], "No objective is for the responsible development of AI systems; at least one with a measure is expected") if {
	field.present(input, ["objectives"])
	count(management.objectives_for("development")) == 0
}
