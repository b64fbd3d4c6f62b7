# METADATA
# title: Nonconformities found by the certification body lead to a corrective action
# description: |
#   The body decides on a certificate once causes were found and actions were planned. A
#   nonconformity that no corrective action answers was not taken up.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: Enter the nonconformity in the corrective-action log, and name the entry's id under corrective_action.
#   parameters:
#     - name: types
#       default: [major, minor]
#       description: The types of finding that need a corrective action.
package aimslint.rules.certification.corrective_action

import data.aimslint.lib.accreditation
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

report contains found if {
	faults := {i: "names no entry of the corrective-action log" |
		some i, item in accreditation.findings.items
		vocabulary.word(field.value(item, ["type"])) in data.config["certification/corrective-action"].types
		field.name(item, ["corrective_action"]) == ""
	}
	some found in fault.spread(accreditation.findings, ["corrective_action"], faults)
}
