# METADATA
# title: The document has a version
# description: >-
#   Which state of the document was approved and is in force. Logs and minutes, which record what
#   happened, need none.
# custom:
#   severity: warning
#   requirements: [7.5.2, 7.5.3]
#   evidence: attested
#   remediation: State the version under metadata.version and raise it with each change that is approved.
package aimslint.rules.document.version

import data.aimslint.lib.field
import data.aimslint.lib.logbook
import data.aimslint.lib.violation

report contains violation.at(["metadata", "version"], "The document has no version") if {
	field.unnamed(input, ["metadata", "version"])
	not logbook.kept
}
