# METADATA
# title: The document has a title
# description: What the document is about, for people who find it by itself.
# custom:
#   severity: warning
#   requirements: [7.5.2]
#   evidence: attested
#   remediation: Give the document a title under metadata.title.
package aimslint.rules.document.title

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "title"], "The document has no title") if {
	field.textless(input, ["metadata", "title"])
}
