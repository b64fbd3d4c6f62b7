# METADATA
# title: The document has an owner
# description: The role that keeps the document true. What nobody owns is out of date.
# custom:
#   severity: error
#   requirements: [7.5.2, "5.3", A.3.2]
#   evidence: attested
#   remediation: >-
#     Name the role or person who answers for the document under metadata.owner, a role rather
#     than a person who may leave.
package aimslint.rules.document.owner

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "owner"], "The document has no owner") if {
	field.textless(input, ["metadata", "owner"])
}
