# METADATA
# title: People outside can report harm, and learn when they get an answer
# description: >-
#   Those who are affected often notice harm first, and few of them are users. They need an address that
#   works, and a time by which they hear back.
# custom:
#   severity: warning
#   requirements: [A.8.3]
#   evidence: attested
#   remediation: >-
#     State under external_reporting.channel an e-mail address, a URL or a telephone number, and under
#     response_days within how many days an answer is given.
#   proof:
#     mutants:
#       "external_reporting.channel": [unknown]
#       "external_reporting.response_days": [0]
package aimslint.rules.ai_system.external_reporting

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.system

report contains system.at(["external_reporting"], "lacks a channel for reports from outside") if {
	system.in_use
	field.absent(input, ["external_reporting"])
}

report contains system.at(["external_reporting", "channel"], predicate) if {
	expected
	predicate := fault.text(input, ["external_reporting", "channel"], "a channel for reports from outside")
}

report contains system.at(["external_reporting", "channel"], "names a channel for reports that is no e-mail address, URL or telephone number") if {
	expected
	channel := field.text(input, ["external_reporting", "channel"])
	channel != ""
	not management.reachable(channel)
}

report contains system.at(["external_reporting", "response_days"], predicate) if {
	expected
	predicate := management.positive(input, ["external_reporting", "response_days"], "the days within which reports are answered")
}

expected if {
	system.in_use
	field.present(input, ["external_reporting"])
}
