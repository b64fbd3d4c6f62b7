# METADATA
# title: The dates of the document are days of the calendar
# description: A date that cannot be read can be neither compared nor missed.
# custom:
#   severity: error
#   requirements: [7.5.2]
#   evidence: attested
#   profile: starter
#   remediation: Write dates as year-month-day, such as 2026-03-02.
package aimslint.rules.document.dates

import data.aimslint.lib.date
import data.aimslint.lib.violation

report contains violation.at(path, sprintf("%s is not a day such as 2026-03-02", [noun])) if {
	some path, noun in {
		["metadata", "approved", "on"]: "The day of approval",
		["metadata", "next_review"]: "The next review",
	}
	date.malformed(input, path)
}
