# METADATA
# title: The environmental impact is stated
# description: >-
#   The energy used or the carbon emitted in training, so that the impact on the environment can
#   be weighed.
# custom:
#   severity: note
#   requirements: [A.5.5]
#   evidence: attested
#   remediation: >-
#     State energy_kwh or carbon_kg under environmental, measured or estimated, with the
#     hardware and the region.
package aimslint.rules.model_card.environmental_impact

import data.aimslint.lib.measure
import data.aimslint.lib.violation

report contains violation.at(["environmental"], "Neither the energy use nor the carbon emissions are stated as a number") if {
	not measure.stated(input, ["environmental", "energy_kwh"])
	not measure.stated(input, ["environmental", "carbon_kg"])
}
