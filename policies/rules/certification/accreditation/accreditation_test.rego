package aimslint.rules.certification.accreditation_test

import data.aimslint.rules.certification.accreditation

config := {"certification/accreditation": {"members": ["UKAS", "JAS-ANZ", "Akkreditierung Austria"]}}

paths(document) := found if {
	found := {violation.path | some violation in accreditation.report} with input as document with data.config as config
}

test_silent_for_members if {
	every name in ["UKAS", "United Kingdom Accreditation Service (UKAS)", "jas anz", "Akkreditierung  Austria"] {
		paths({"status": "certified", "accredited_by": name, "iaf_member": true}) == set()
	}
}

test_silent_while_planned if {
	paths({"status": "planned"}) == set()
}

test_reports_others if {
	every name in ["World Accreditation Authority", "UKASX", "JAS"] {
		paths({"status": "planned", "accredited_by": name, "iaf_member": true}) == {["accredited_by"]}
	}
	accreditation.report == {{"path": ["accredited_by"], "message": "The accreditation body is not among the known members of the IAF"}} with input as {"iaf_member": true, "accredited_by": "x"}
		with data.config as config
}

test_reports_membership_that_is_not_stated if {
	every value in [null, false, "yes", 1] {
		paths({"status": "in-progress", "accredited_by": "UKAS", "iaf_member": value}) == {["iaf_member"]}
	}
	paths({"status": "planned", "iaf_member": false}) == {["iaf_member"]}
	paths(null) == {["iaf_member"]}
}
