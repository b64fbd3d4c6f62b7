# METADATA
# title: Every duty in the life cycle has a party that answers for it
# description: >-
#   Between an organization, its suppliers and its customers duties fall through the gaps, most often
#   those after delivery.
# custom:
#   severity: warning
#   requirements: [A.10.2]
#   evidence: attested
#   remediation: >-
#     List under responsibility_matrix the duties in each stage of the life cycle, and name for each the
#     role, supplier, customer or partner that has it.
#   parameters:
#     - name: stages
#       default: [design-and-development, verification-and-validation, deployment, operation-and-monitoring, retirement]
#       description: The stages in which some party must have a duty, after ISO/IEC 22989.
#   proof:
#     mutants:
#       responsibility_matrix.*.stage: [unknown]
package aimslint.rules.management_system.responsibility_matrix

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.violation

duties := management.group(["responsibility_matrix"], "duty", ["duty"])

report contains found if {
	some found in management.unlisted("The management system", duties.list, duties.noun, "a responsibility matrix")
}

report contains found if {
	some found in management.unstated(duties, {"party": "a party", "stage": "a stage of the life cycle"})
}

report contains violation.at(duties.list, message) if {
	some item in duties.items
	field.present(item, ["stage"])
	missing := [stage | some stage in data.config["management-system/responsibility-matrix"].stages; not stage in answered]
	count(missing) > 0
	message := sprintf("No party has a duty in these stages of the life cycle: %s", [concat(", ", missing)])
}

answered := {stage |
	some item in duties.items
	not fault.texts(item, ["party"], "a party")
	some stage in management.stages(item)
}
