# METADATA
# title: The risk that treats a severe harm is not rated as the slightest
# description: |
#   A harm that the impact assessment calls severe and a consequence on the lowest level of the register's
#   own scale cannot both be right. What was found for people got lost on the way to the register.
# custom:
#   severity: warning
#   requirements: [A.5.4, 6.1.2]
#   evidence: verified
#   kinds: [impact-assessment]
#   remediation: Rate the consequence of the risk anew in view of the harm, or correct the severity of the harm or the risk that it names.
#   parameters:
#     - name: severities
#       default: [major, severe]
#       description: The severities of harms that are not slight.
#   proof:
#     optional: ["impact-assessment:individuals.*.severity", "impact-assessment:society.*.severity"]
#     mutants:
#       "impact-assessment:individuals.*.severity": [severe]
#       "impact-assessment:society.*.severity": [major]
package aimslint.rules.repository.severe_harm_rated

import data.aimslint.lib.catalogue
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.with_related(found, [rating]) if {
	some assessment in register.current("impact-assessment")
	some list, noun in {"individuals": "harm", "society": "effect on society"}
	some i, item in assessment[list]
	item.severity in severities
	entries := register.risks(item.risk)
	count(entries) > 0
	every entry in entries {
		register.risk(entry).slightest == true
	}
	[r, k] := min(entries)
	message := sprintf("%s is rated as %s, but the risk \"%s\" in which it is treated has the lowest consequence of its register", [label.the(noun, item, ["id", "group", "area"]), item.severity, item.risk])
	found := violation.on(assessment, [list, i, "severity"], message)
	rating := violation.related(catalogue.registers[r], ["risks", k, "consequence_level"], "The consequence of the risk")
}

severities := {vocabulary.word(severity) | some severity in data.config["repository/severe-harm-rated"].severities}
