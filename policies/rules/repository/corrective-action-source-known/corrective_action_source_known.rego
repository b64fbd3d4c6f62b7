# METADATA
# title: The source of a corrective action exists
# description: |
#   A corrective action says where the nonconformity came to light. If it names an audit, a finding
#   or an incident, that must be there to be read.
# custom:
#   severity: warning
#   requirements: ["10.2"]
#   evidence: verified
#   kinds: [corrective-action-log]
#   remediation: Correct the id in the source, or add the audit, finding or incident that it names.
#   proof:
#     mutants:
#       "corrective-action-log:items.*.source": [Internal audit IA-2099-1]
package aimslint.rules.repository.corrective_action_source_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# Sources are written in words; what looks like the id of an audit, finding or
# incident of the repository is taken for one. Items that were closed may point
# back to what is kept no longer.
report contains violation.on(log, ["items", i, "source"], message) if {
	some log in register.of("corrective-action-log")
	some i, item in log.items
	item.status != "closed"
	some name in regex.find_n(`[\pL\pN]+(?:[-_./][\pL\pN]+)*`, item.source, -1)
	shape(name) in shapes
	not text.fold(name) in known
	message := sprintf("%s names the source \"%s\", which is no audit, finding or incident of the repository", [label.the("item", item, ["id"]), name])
}

sources := {text.fold(id) |
	some id in array.flatten([
		[entry.audit.id | some entry in register.audits],
		[entry.finding.id | some entry in register.findings],
		[entry.incident.id | some entry in register.incidents],
	])
	regex.match(`\pL`, id)
	regex.match(`\pN`, id)
}

# With the years and numbers in them left open.
shapes := {shape(id) | some id in sources}

shape(id) := regex.replace(text.fold(id), `[0-9]+`, "0")

# Other things may have ids of the same shape.
known := (sources | register.documents) | (register.corrective_actions | {text.fold(risk.id) |
	some risks in catalogue.registers
	some risk in risks.risks
})
