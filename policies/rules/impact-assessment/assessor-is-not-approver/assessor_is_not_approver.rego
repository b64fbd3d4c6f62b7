# METADATA
# title: Somebody other than the assessor approved the assessment
# description: Whoever decides whether a system may go ahead does not do so on the strength of their own assessment alone.
# custom:
#   severity: error
#   requirements: [A.5.3, "5.3"]
#   evidence: attested
#   remediation: Let somebody who did not carry out the assessment approve it, and name that role under metadata.approved.by.
#   proof:
#     mutants:
#       metadata.approved.by: [clinical-safety-officer]
#       assessor: [medical-director]
package aimslint.rules.impact_assessment.assessor_is_not_approver

import data.aimslint.lib.field
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at(["metadata", "approved", "by"], "The approver is the assessor; somebody else has to approve the assessment") if {
	approvers := people(["metadata", "approved", "by"])
	count(approvers) > 0
	count(approvers - people(["assessor"])) == 0
}

people(path) := {text.fold(name) | some name in field.texts(input, path)}
