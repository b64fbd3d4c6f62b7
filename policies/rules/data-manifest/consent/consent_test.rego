package aimslint.rules.data_manifest.consent_test

import data.aimslint.rules.data_manifest.consent

test_silent_when_described if {
	count(consent.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": {"lawful_basis": "Consent", "consent": "Signed at admission"}}]}
}

test_silent_for_another_basis if {
	every basis in ["Public task", "Contract, no consent needed", 7, null, ["Consent"]] {
		count(consent.report) == 0 with input as {"datasets": [{"id": "a", "acquisition": {"lawful_basis": basis}}]}
	}
}

test_reports_absence if {
	every basis in ["consent", "Explicit consent (Art. 9)"] {
		consent.report == {{
			"path": ["datasets", 0, "acquisition", "consent"],
			"message": `The dataset "a" lacks a description of the consent that it rests on`,
		}} with input as {"datasets": [{"id": "a", "acquisition": {"lawful_basis": basis}}]}
	}
}

test_reports_wrong_types if {
	every value in [true, 7, ["signed"], {"signed": "yes"}] {
		{found.path | some found in consent.report} == {["datasets", 0, "acquisition", "consent"]} with input as {"datasets": [{"acquisition": {"lawful_basis": "consent", "consent": value}}]}
	}
}
