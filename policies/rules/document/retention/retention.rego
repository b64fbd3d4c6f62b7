# METADATA
# title: The retention of the document is stated
# description: How long the document is kept after it was replaced, as evidence of what held at the time.
# custom:
#   severity: note
#   profile: certification
#   requirements: [7.5.3]
#   evidence: attested
#   remediation: State under metadata.retention how long the document is kept, or the schedule that says so.
package aimslint.rules.document.retention

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "retention"], "The document states no retention") if {
	field.textless(input, ["metadata", "retention"])
}
