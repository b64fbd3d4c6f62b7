package aimslint.lib.logbook_test

import data.aimslint.lib.logbook

test_logs_and_minutes_record_what_happened if {
	every kind in ["incident-log", "corrective-action-log", "management-review", "certification"] {
		logbook.kept with input as {"kind": kind}
	}
}

test_other_documents_say_what_holds if {
	every document in [{"kind": "risk-register"}, {"kind": "model-card"}, {"kind": 1}, {}, null] {
		not logbook.kept with input as document
	}
}
