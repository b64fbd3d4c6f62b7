# METADATA
# title: The use behind the fundamental-rights assessment is described
# description: |
#   Art. 27 of the EU AI Act asks deployers not only for the rights at stake but for the process in
#   which the system is used, for how long and how often, human oversight, what happens if a harm
#   comes about, where people can complain, and which authority was told. It binds public bodies, those
#   who provide public services, and those who rate credit, life or health insurance (Annex III, 5(b)
#   and (c)); others say why it does not bind them. An assessment that names no rights is asked for those
#   first.
# custom:
#   profile: eu-high-risk
#   severity: warning
#   requirements: [A.5.2, A.5.4]
#   evidence: attested
#   remediation: >-
#     Describe under fundamental_rights how the system is used and who was told; if Art. 27 does not
#     bind the organization, say why under not_required.
#   proof:
#     mutants:
#       fundamental_rights.notified.on: [future]
package aimslint.rules.impact_assessment.fundamental_rights_use

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["fundamental_rights"], "The assessment describes neither the use that its fundamental rights are about nor why none has to be") if {
	field.present(input, ["rights"])
	not stated
}

report contains violation.at(path, sprintf("The description of use for fundamental rights %s", [message])) if {
	bound
	some key, what in wanted
	path := array.concat(["fundamental_rights"], split(key, "."))
	message := fault.text(input, path, what)
}

report contains violation.at(path, sprintf("The description of use for fundamental rights %s", [message])) if {
	bound
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

bound if {
	stated
	field.text(input, ["fundamental_rights", "not_required"]) == ""
}
