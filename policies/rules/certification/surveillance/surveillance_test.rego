package aimslint.rules.certification.surveillance_test

import data.aimslint.rules.certification.surveillance

of(days) := {"status": "certified", "issued": "2026-03-20", "surveillance": [{"due": day} | some day in days]}

messages(document) := found if {
	found := {violation.message | some violation in surveillance.report} with input as document
}

test_silent_when_planned_or_not_certified if {
	every document in [of(["2027-03-20", "2027-03-21"]), of(["2027-03-20", "2028-12-31"]), of(["2028-01-01", "2026-09-01", "2026-12-01"]), {"status": "planned"}, {}, null] {
		messages(document) == set()
	}
}

test_reports_a_year_without_one if {
	messages(of(["2027-03-01"])) == {"No surveillance audit is due in the second year of the certificate"}
	messages(of(["2026-03-20", "2029-01-01", "soon"])) == {
		"No surveillance audit is due in the first year of the certificate",
		"No surveillance audit is due in the second year of the certificate",
	}
}

test_leaves_a_certificate_without_day_to_others if {
	messages({"status": "certified", "issued": "spring", "surveillance": [{"due": "2027-03-01"}]}) == set()
}

test_reports_absence_and_wrong_types if {
	messages({"status": "certified"}) == {"The certification lacks surveillance audits"}
	every value in ["yearly", 7, {"a": {}}] {
		{violation.path | some violation in surveillance.report} == {["surveillance"]} with input as {"status": "certified", "surveillance": value}
	}
	{violation.path | some violation in surveillance.report} == {["surveillance", 0]} with input as {"status": "planned", "surveillance": [null]}
}
