package aimslint.rules.certification.not_expired_test

import data.aimslint.rules.certification.not_expired

test_silent_before_or_without if {
	every document in [
		{"status": "certified", "expires": "2026-06-01"}, {"status": "withdrawn", "expires": "2020-01-01"},
		{"status": "certified", "expires": "soon"}, {}, null,
	] {
		count(not_expired.report) == 0 with input as document with data.as_of as "2026-06-01"
	}
}

test_reports_an_expired_certificate if {
	every status in ["certified", "Suspended"] {
		not_expired.report == {{"path": ["expires"], "message": "The certificate has expired"}} with input as {"status": status, "expires": "2026-05-31"}
			with data.as_of as "2026-06-01"
	}
}
