# METADATA
# title: The status agrees with what has happened
# description: |
#   A certification that is planned although an audit was held, or in progress although a certificate
#   was issued, is out of date. One that is certified although stage 2 failed, or the last surveillance
#   audit did, is wrong.
# custom:
#   severity: error
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: Correct the status, or remove what has not happened.
#   proof:
#     mutants:
#       status: [planned, in-progress]
#       stage2.result: [failed]
#       surveillance.*.result: [failed]
package aimslint.rules.certification.status_agrees

import data.aimslint.lib.accreditation
import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.at(["status"], "The certification is planned although an audit was held") if {
	accreditation.status == "planned"
	some stage in ["stage1", "stage2"]
	some key in ["held", "result"]
	field.present(input, [stage, key])
}

report contains violation.at(["status"], sprintf("The certification is %s although a certificate was issued", [accreditation.status])) if {
	accreditation.status in {"planned", "in-progress"}
	some key in ["certificate", "issued", "expires"]
	field.present(input, [key])
}

report contains violation.at(["status"], sprintf("The certification is %s although stage 2 failed", [accreditation.status])) if {
	accreditation.issued
	vocabulary.word(field.value(input, ["stage2", "result"])) == "failed"
}

report contains violation.at(["status"], "The certification is certified although the last surveillance audit failed") if {
	accreditation.status == "certified"
	some item in last
	vocabulary.word(field.value(item, ["result"])) == "failed"
}

# The surveillance audits of the last day on which one came to a result. Those
# before the certificate are of the one before it.
last := [item | some item in held; item.held == max({other.held | some other in held})]

held := [item |
	some item in accreditation.surveillance.items
	date.valid(field.value(item, ["held"]))
	field.present(item, ["result"])
	not date.between(field.value(input, ["issued"]), item.held) < 0
]
