package aimslint.rules.certification.status_agrees_test

import data.aimslint.rules.certification.status_agrees

messages(document) := found if {
	found := {violation.message | some violation in status_agrees.report} with input as document
}

test_silent_when_they_agree if {
	every document in [
		{}, null, {"status": "planned", "stage1": {}}, {"status": "in-progress", "stage1": {"held": "2026-01-15"}, "stage2": {"result": "failed"}},
		{"status": "certified", "issued": "2026-03-20", "stage2": {"result": "passed"}}, {"status": "withdrawn", "stage2": {"result": "failed"}}, {"status": "planned", "stage1": "soon"},
	] {
		messages(document) == set()
	}
}

test_reports_audits_of_what_is_planned if {
	every stage in [{"stage1": {"held": "2026-01-15"}}, {"stage2": {"result": "passed"}}] {
		messages(object.union({"status": "Planned"}, stage)) == {"The certification is planned although an audit was held"}
	}
}

test_reports_certificates_of_what_is_not_certified if {
	every part in [{"certificate": "AIMS-0421"}, {"issued": "2026-03-20"}, {"expires": "2029-03-19"}] {
		messages(object.union({"status": "planned"}, part)) == {"The certification is planned although a certificate was issued"}
		messages(object.union({"status": "in-progress"}, part)) == {"The certification is in-progress although a certificate was issued"}
	}
}

test_reports_a_failed_audit if {
	status_agrees.report == {{"path": ["status"], "message": "The certification is certified although stage 2 failed"}} with input as {"status": "certified", "stage2": {"result": "Failed"}}
}

surveyed(audits) := {"status": "certified", "issued": "2026-03-20", "surveillance": audits}

failed := {"due": "2027-03-01", "held": "2027-02-24", "result": "failed"}

test_reports_a_failed_surveillance_audit if {
	every audits in [[failed], [failed, {"due": "2028-03-01"}], [{"held": "2027-02-23", "result": "passed"}, failed], [failed, {"held": "2028-02-30", "result": "passed"}, null]] {
		messages(surveyed(audits)) == {"The certification is certified although the last surveillance audit failed"}
	}
}

test_leaves_surveillance_that_was_mended if {
	every audits in [[failed, {"held": "2027-05-04", "result": "passed"}], [object.union(failed, {"held": "2026-02-24"})], [object.union(failed, {"held": "soon"})], [object.remove(failed, ["result"])], "yearly"] {
		messages(surveyed(audits)) == set()
	}
	messages(object.union(surveyed([failed]), {"status": "suspended"})) == set()
}
