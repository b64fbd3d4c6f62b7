# METADATA
# title: A harm leads to a risk of the same system
# description: |
#   The risk that a harm points to is treated where its system is. If that is another system, the
#   harm that was found is not treated.
# custom:
#   severity: error
#   requirements: [6.1.4, A.5.4]
#   evidence: verified
#   kinds: [impact-assessment]
#   remediation: Point to a risk of the assessed system, or correct the system that the risk names.
#   proof:
#     mutants:
#       "impact-assessment:individuals.*.risk": [R-2]
#     optional: ["impact-assessment:individuals.*.risk"]
package aimslint.rules.repository.harm_risk_same_system

import data.aimslint.lib.catalogue
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.violation

report contains violation.with_related(found, [other]) if {
	some assessment in register.current("impact-assessment")
	some list, noun in {"individuals": "harm", "society": "effect on society"}
	some i, item in assessment[list]
	entries := register.risks(item.risk)
	count(entries) > 0
	every entry in entries {
		register.systems_differ(assessment.system, register.risk(entry).system)
	}
	entry := min(entries)
	risk := register.risk(entry)
	message := sprintf("%s of the system \"%s\" names the risk \"%s\", which belongs to the system \"%s\"", [
		label.the(noun, item, ["id", "group", "area"]),
		assessment.system,
		risk.id,
		risk.system,
	])
	found := violation.on(assessment, [list, i, "risk"], message)
	other := violation.related(catalogue.registers[entry[0]], ["risks", entry[1], "system"], "The system of the risk")
}
