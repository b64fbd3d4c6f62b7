# METADATA
# title: The document has an id
# description: >-
#   A name that never changes, by which other documents, findings and waivers refer to the
#   document.
# custom:
#   severity: error
#   requirements: [7.5.2]
#   evidence: attested
#   remediation: Give the document an id under metadata.id that is unique in the repository.
package aimslint.rules.document.id

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "id"], "The document has no id") if {
	field.unnamed(input, ["metadata", "id"])
}
