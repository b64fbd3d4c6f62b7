# METADATA
# title: The use behind the fundamental-rights assessment is described
# description: |
#   Art. 27 of the EU AI Act asks deployers not only for the rights at stake but for the process in
#   which the system is used, for how long and how often, human oversight, what happens if a harm
#   comes about, where people can complain, and which authority was told.
# custom:
#   profile: eu-high-risk
#   severity: warning
#   requirements: [A.5.2, A.5.4]
#   evidence: attested
#   remediation: State the field under fundamental_rights.
#   proof:
#     mutants:
#       fundamental_rights.notified.on: [future]
package aimslint.rules.impact_assessment.fundamental_rights_use

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["fundamental_rights"], "The assessment does not describe the use that its fundamental rights are about") if not stated

report contains violation.at(path, sprintf("The description of use for fundamental rights %s", [message])) if {
	stated
	some key, what in wanted
	path := array.concat(["fundamental_rights"], split(key, "."))
	message := fault.text(input, path, what)
}

report contains violation.at(path, sprintf("The description of use for fundamental rights %s", [message])) if {
	stated
	path := ["fundamental_rights", "notified", "on"]
	message := fault.past_day(input, path, "a day on which the authority was told")
}

wanted := {
	"process": "the process in which the system is used",
	"period": "the period of use",
	"frequency": "the frequency of use",
	"oversight": "the way in which people oversee the system",
	"response": "what is done if a harm comes about",
	"complaints": "a place for complaints",
	"notified.who": "the authority that was told of the result",
}

stated if {
	field.present(input, ["fundamental_rights"])
	is_object(input.fundamental_rights)
}
