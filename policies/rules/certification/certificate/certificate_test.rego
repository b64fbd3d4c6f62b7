package aimslint.rules.certification.certificate_test

import data.aimslint.rules.certification.certificate

complete := {"status": "certified", "certificate": "AIMS-0421", "issued": "2026-03-20", "expires": "2029-03-19"}

paths(part) := found if {
	found := {violation.path | some violation in certificate.report} with input as object.union(complete, part) with data.as_of as "2026-06-01"
}

test_silent_when_stated_or_before if {
	every part in [{}, {"certificate": 421}, {"status": "planned", "certificate": null}, {"status": "in-progress", "issued": null}, {"status": "withdrawn", "expires": null}] {
		paths(part) == set()
	}
}

test_reports_each if {
	every status in ["certified", "suspended"] {
		every key in ["certificate", "issued", "expires"] {
			every value in [null, true, ["x"]] {
				paths({"status": status, key: value}) == {[key]}
			}
		}
	}
}

test_reports_days_that_cannot_be if {
	paths({"issued": "2026-06-02"}) == {["issued"]}
	paths({"issued": "spring", "expires": "2029-02-30"}) == {["issued"], ["expires"]}
}
