# METADATA
# title: A medical device states its class, the standards it follows and its technical file
# description: >-
#   Under Regulation (EU) 2017/745 (devices, classes I to III) and 2017/746 (in-vitro diagnostics, classes
#   A to D) the class follows from a rule of Annex VIII, and what its maker has to show from the class. A system without medical purpose is stated as not-a-device, with the reason.
# custom:
#   profile: medical-device
#   severity: error
#   requirements: ["4.1", A.6.2.3, A.6.2.6, A.6.2.7]
#   evidence: attested
#   remediation: >-
#     State under regulation.medical_device the class and the rule that gives it, the standards, the
#     technical file, the clinical evaluation, the post-market plan, and from class IIa or B the notified body.
#   parameters:
#     - name: required_standards
#       default: [ISO 13485, ISO 14971]
#       description: The standards that a medical device has to follow; any edition counts.
#   proof:
#     mutants:
#       "regulation.medical_device.standards": [[IEC 62304], [ISO 13485]]
package aimslint.rules.ai_system.medical_device

import data.aimslint.lib.field
import data.aimslint.lib.system
import data.aimslint.lib.text
import data.aimslint.lib.vocabulary

place := ["regulation", "medical_device"]

report contains found if {
	system.asked
	some found in system.section(place, "its classification as a medical device", object.union(
		{"class": "its class as a medical device", "rule": "the rule that gives its class, or why it is no medical device"},
		of_device,
	))
}

report contains system.at(array.concat(place, ["standards"]), message) if {
	system.asked
	stated := field.texts(input, array.concat(place, ["standards"]))
	count(stated) > 0
	some wanted in data.config["ai-system/medical-device"].required_standards
	not follows(stated, wanted)
	message := sprintf("does not state that it follows %s", [wanted])
}

# Whoever only uses a device leaves its documents to the maker.
of_device := {} if {
	class == "not-a-device"
} else := {} if {
	not system.makes
} else := object.union(
	{
		"standards": "the standards that it follows",
		"technical_file": "a technical file",
		"clinical_evaluation": "a clinical or performance evaluation",
		"post_market_plan": "a plan for post-market surveillance",
	},
	of_class,
)

of_class := {"notified_body": "the notified body"} if {
	class in system.assessed_devices
} else := {}

class := vocabulary.word(field.text(input, array.concat(place, ["class"])))

follows(stated, wanted) if {
	some standard in stated
	regex.match(sprintf(`(?:^|\W)%s(?:\W|$)`, [regex.replace(text.fold(wanted), `[^a-z0-9]+`, `\W+`)]), text.fold(standard))
}
