# METADATA
# title: The document names its author
# description: >-
#   Who wrote the document, so that it shows that somebody else approved it. Logs and minutes, which
#   many write, need none.
# custom:
#   severity: note
#   requirements: [7.5.2]
#   evidence: attested
#   remediation: Name the role or persons who wrote the document under metadata.author.
package aimslint.rules.document.author

import data.aimslint.lib.field
import data.aimslint.lib.logbook
import data.aimslint.lib.violation

report contains violation.at(["metadata", "author"], "The document names no author") if {
	field.textless(input, ["metadata", "author"])
	not logbook.kept
}
