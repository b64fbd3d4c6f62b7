# METADATA
# title: Both stages of the certification audit are on record
# description: |
#   Before a certificate stand two audits, one of documents and readiness and one of practice. The
#   record says when each was held and what it came to.
# custom:
#   severity: warning
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: State the day and the result under stage1 and stage2.
#   proof:
#     mutants:
#       stage2.held: [future]
package aimslint.rules.certification.stages

import data.aimslint.lib.accreditation
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at([stage, "held"], sprintf("%s %s", [called, message])) if {
	some stage, called in stages
	due(stage)
	message := fault.past_day(input, [stage, "held"], "a day on which it was held")
}

report contains violation.at([stage, "result"], sprintf("%s %s", [called, message])) if {
	some stage, called in stages
	due(stage)
	message := fault.text(input, [stage, "result"], "a result")
}

stages := {"stage1": "Stage 1 of the audit", "stage2": "Stage 2 of the audit"}

due(_) if accreditation.issued

due(stage) if field.present(input, [stage])
