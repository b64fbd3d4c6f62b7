# METADATA
# title: The next review is planned
# description: >-
#   The day by which somebody reads the document again and confirms or changes it. Logs and minutes,
#   which record what happened, need none.
# custom:
#   severity: warning
#   requirements: [7.5.2, 7.5.3]
#   evidence: attested
#   remediation: State the day of the next review under metadata.next_review, as 2026-09-02.
package aimslint.rules.document.next_review

import data.aimslint.lib.field
import data.aimslint.lib.logbook
import data.aimslint.lib.violation

report contains violation.at(["metadata", "next_review"], "The next review of the document is not stated") if {
	field.absent(input, ["metadata", "next_review"])
	not logbook.kept
}
