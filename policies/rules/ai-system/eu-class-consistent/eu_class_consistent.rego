# METADATA
# title: The class under the EU AI Act agrees with the area of use and the class of the device
# description: >-
#   A use in an area of Annex III is high-risk unless Art. 6(3) is shown to apply. A product under the laws
#   of Annex I, or its safety component, is high-risk by Art. 6(1) if a third party has to assess it: as
#   medical devices from class IIa (Regulation (EU) 2017/745) and in-vitro diagnostics from class B
#   (2017/746) are.
# custom:
#   severity: error
#   requirements: ["4.1", A.5.2]
#   evidence: attested
#   remediation: >-
#     Classify the system as high-risk and state the area; or, for Annex III only, state under derogation
#     which condition of Art. 6(3) applies and why. A product that no third party assesses, such as most
#     devices of class I, has no area product-law.
#   proof:
#     mutants:
#       "regulation.eu_ai_act.class": [minimal, transparency]
package aimslint.rules.ai_system.eu_class_consistent

import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.system
import data.aimslint.lib.vocabulary

report contains system.at(["regulation", "eu_ai_act", "class"], message) if {
	system.asked
	system.eu.class != ""
	not system.eu.class in {"high-risk", "prohibited"}
	some message in contradictions
}

report contains system.at(["regulation", "eu_ai_act", "area"], "is classified as high-risk under the EU AI Act, but lacks the area of use that makes it so") if {
	system.asked
	system.high_risk
	system.eu.area == ""
}

contradictions contains message if {
	not system.eu.area in {"", "product-law"}
	field.unworded(input, ["regulation", "eu_ai_act", "derogation"])
	message := sprintf("is used in the area \"%s\" of Annex III, so it must be classified as high-risk or state a derogation under Art. 6(3)", [label.short(system.eu.area)])
}

contradictions contains "is a product, or a safety component of one, that a third party assesses under the laws of Annex I, so it must be classified as high-risk" if {
	system.eu.area == "product-law"
}

contradictions contains "is a medical device that a notified body assesses, so it must be classified as high-risk under the EU AI Act" if {
	system.eu.area != "product-law"
	vocabulary.word(field.text(input, ["regulation", "medical_device", "class"])) in system.assessed_devices
}
