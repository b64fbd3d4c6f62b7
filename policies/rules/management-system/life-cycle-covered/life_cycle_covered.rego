# METADATA
# title: Every stage of the life cycle has a process
# description: >-
#   What goes wrong most often goes wrong in the stages for which nobody wrote a process, such as re-
#   evaluation and retirement.
# custom:
#   severity: warning
#   requirements: [A.6.1.3]
#   evidence: attested
#   remediation: >-
#     State for each process the stages of the life cycle that it governs, and add processes for the
#     stages that none covers.
#   parameters:
#     - name: stages
#       default: [inception, design-and-development, verification-and-validation, deployment, operation-and-monitoring, re-evaluation, retirement]
#       description: The stages that some process has to cover, after ISO/IEC 22989.
#   proof:
#     mutants:
#       processes.*.stage: [unknown]
package aimslint.rules.management_system.life_cycle_covered

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.violation

processes := management.group(["processes"], "process", ["name", "id"])

report contains found if {
	faults := {i: fault.texts(item, ["stage"], "a stage of the life cycle") | some i, item in processes.items}
	some found in fault.spread(processes, ["stage"], faults)
}

report contains violation.at(["processes"], message) if {
	some item in processes.items
	field.present(item, ["stage"])
	missing := [stage | some stage in data.config["management-system/life-cycle-covered"].stages; not stage in covered]
	count(missing) > 0
	message := sprintf("No process covers these stages of the life cycle: %s", [concat(", ", missing)])
}

covered := {stage |
	some item in processes.items
	some stage in management.stages(item)
}
