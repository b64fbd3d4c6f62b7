# METADATA
# title: Somebody other than the author approved the document
# description: An approval by the author is no second look.
# custom:
#   severity: error
#   requirements: [7.5.2, "5.3"]
#   evidence: attested
#   profile: starter
#   remediation: >-
#     Let somebody who did not write the document review and approve it, and name that role
#     under metadata.approved.by.
#   proof:
#     mutants:
#       "metadata.approved.by": [author]
package aimslint.rules.document.approver_is_not_author

import data.aimslint.lib.field
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at(["metadata", "approved", "by"], "The approver is the author; somebody else has to approve the document") if {
	approvers := people(["metadata", "approved", "by"])
	count(approvers) > 0
	count(approvers - people(["metadata", "author"])) == 0
}

people(path) := {text.fold(name) | some name in field.texts(input, path)}
