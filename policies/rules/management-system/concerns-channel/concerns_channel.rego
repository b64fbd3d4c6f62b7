# METADATA
# title: Concerns can be reported, and those who report are protected
# description: >-
#   Those who work with a system see first what is wrong with it; they tell if they know where, fear
#   nothing and get an answer.
# custom:
#   severity: warning
#   requirements: [A.3.3]
#   evidence: attested
#   remediation: >-
#     State under concerns_channel where to report (an e-mail address, a URL or a telephone number),
#     whether without a name, how those who report are protected and within how many days they get an
#     answer.
#   parameters:
#     - name: max_response_days
#       default: 90
#       description: Days within which there must be an answer; the default is three months, as in Directive (EU) 2019/1937, Art. 9.
#   proof:
#     mutants:
#       concerns_channel.contact: [your line manager, unknown]
#       concerns_channel.response_days: [0, -7, 1000]
package aimslint.rules.management_system.concerns_channel

import data.aimslint.lib.field
import data.aimslint.lib.management

report contains found if {
	some found in management.unwritten(section, {"contact": "a contact", "protection": "the protection of those who report"})
}

report contains found if {
	contact := field.text(input, ["concerns_channel", "contact"])
	contact != ""
	not management.reachable(contact)
	some found in management.within(section, "contact", "must state an e-mail address, a URL or a telephone number as its contact")
}

report contains found if {
	not is_boolean(field.value(input, ["concerns_channel", "anonymous"]))
	some found in management.within(section, "anonymous", "does not say with true or false whether one may report without a name")
}

report contains found if {
	some found in management.within(section, "response_days", slow)
}

slow := message if {
	message := management.positive(input, ["concerns_channel", "response_days"], "the days within which there is an answer")
} else := "must promise an answer sooner" if {
	input.concerns_channel.response_days > data.config["management-system/concerns-channel"].max_response_days
}

section := {"path": ["concerns_channel"], "what": "a channel for concerns", "subject": "The channel for concerns"}
