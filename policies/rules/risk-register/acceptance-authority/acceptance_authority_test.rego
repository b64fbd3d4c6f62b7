package aimslint.rules.risk_register.acceptance_authority_test

import data.aimslint.rules.risk_register.acceptance_authority

test_silent_when_named if {
	count(acceptance_authority.report) == 0 with input as {"criteria": {"acceptance_authority": "medical-director"}}
}

test_reports_absence if {
	every document in [{}, null, {"criteria": {}}, {"criteria": "ours"}] {
		acceptance_authority.report == {{
			"path": ["criteria", "acceptance_authority"],
			"message": "The register lacks an authority that accepts risks",
		}} with input as document
	}
}

test_reports_wrong_types if {
	every value in [7, true, ["medical-director"], {"role": "x"}] {
		{found.path | some found in acceptance_authority.report} == {["criteria", "acceptance_authority"]} with input as {"criteria": {"acceptance_authority": value}}
	}
}
