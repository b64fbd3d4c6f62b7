# METADATA
# title: The document is classified
# description: >-
#   Who may read the document, in the words of the organization, such as public, internal or
#   confidential.
# custom:
#   severity: note
#   profile: certification
#   requirements: [7.5.3]
#   evidence: attested
#   remediation: State under metadata.classification how widely the document may be shared.
package aimslint.rules.document.classification

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "classification"], "The document has no classification") if {
	field.textless(input, ["metadata", "classification"])
}
