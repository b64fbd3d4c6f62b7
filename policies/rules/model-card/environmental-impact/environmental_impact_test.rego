package aimslint.rules.model_card.environmental_impact_test

import data.aimslint.rules.model_card.environmental_impact

test_silent_with_energy if {
	count(environmental_impact.report) == 0 with input as {"environmental": {"energy_kwh": 120}}
}

test_silent_with_emissions if {
	count(environmental_impact.report) == 0 with input as {"environmental": {"carbon_kg": "0.4"}}
}

test_silent_with_zero if {
	count(environmental_impact.report) == 0 with input as {"environmental": {"carbon_kg": 0}}
}

test_reports_absence if {
	environmental_impact.report == {{"path": ["environmental"], "message": "Neither the energy use nor the carbon emissions are stated as a number"}} with input as {"kind": "model-card"}
}

test_reports_hardware_alone if {
	environmental_impact.report == {{"path": ["environmental"], "message": "Neither the energy use nor the carbon emissions are stated as a number"}} with input as {"environmental": {"hardware": "4 GPUs"}}
}

test_reports_wrong_types if {
	environmental_impact.report == {{"path": ["environmental"], "message": "Neither the energy use nor the carbon emissions are stated as a number"}} with input as {"environmental": {"energy_kwh": true, "carbon_kg": "little"}}
}

test_reports_text_where_the_map_belongs if {
	environmental_impact.report == {{"path": ["environmental"], "message": "Neither the energy use nor the carbon emissions are stated as a number"}} with input as {"environmental": "little"}
}
