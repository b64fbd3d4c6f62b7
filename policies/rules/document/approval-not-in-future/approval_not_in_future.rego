# METADATA
# title: The approval is not in the future
# description: An approval is a record of what happened. A day to come is a plan or a slip.
# custom:
#   severity: error
#   requirements: [7.5.2]
#   evidence: attested
#   profile: starter
#   remediation: State the day on which the document was approved, or leave the approval out until it is.
#   proof:
#     mutants:
#       "metadata.approved.on": [future]
package aimslint.rules.document.approval_not_in_future

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "approved", "on"], "The day of approval lies in the future") if {
	date.future(field.value(input, ["metadata", "approved", "on"]))
}
