# METADATA
# title: The document is approved
# description: >-
#   Who approved the document and when: only then is it in force. Logs and minutes record what
#   happened and are not approved.
# custom:
#   severity: warning
#   requirements: [7.5.2]
#   evidence: attested
#   remediation: >-
#     State who approved this version under metadata.approved.by and the day under
#     metadata.approved.on.
package aimslint.rules.document.approved

import data.aimslint.lib.field
import data.aimslint.lib.logbook
import data.aimslint.lib.violation

report contains violation.at(
	["metadata", "approved"],
	"The document is not approved: who approved it and on which day is not stated",
) if {
	not approval
	not logbook.kept
}

report contains violation.at(["metadata", "approved", "by"], "The approval names no approver") if {
	approval
	field.textless(input, ["metadata", "approved", "by"])
}

report contains violation.at(["metadata", "approved", "on"], "The approval states no day") if {
	approval
	field.absent(input, ["metadata", "approved", "on"])
}

approval if {
	field.present(input, ["metadata", "approved"])
	is_object(input.metadata.approved)
}
