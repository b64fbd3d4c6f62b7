# METADATA
# title: The board has approved the model
# description: Our models go into use only with the approval of those who answer for patients.
# custom:
#   severity: error
#   requirements: [A.6.2.5, A.9.2]
#   evidence: attested
#   profile: starter
#   remediation: Have one of the roles that the parameter lists approve the card, and state it as metadata.approved.by.
#   parameters:
#     - name: approvers
#       default: [ethics-board]
#       description: The roles that may approve a model.
#   proof:
#     mutants:
#       metadata.approved.by: [unknown]
package aimslint.rules.model_card.approved_by_board

import data.acme.lib.roles
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "approved", "by"], "None of the roles that may approve a model has approved this one") if {
	not approved
}

approved if {
	some approver in field.texts(input, ["metadata", "approved", "by"])
	roles.among(approver, data.config["model-card/approved-by-board"].approvers)
}
