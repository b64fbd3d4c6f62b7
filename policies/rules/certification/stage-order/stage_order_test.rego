package aimslint.rules.certification.stage_order_test

import data.aimslint.rules.certification.stage_order

of(stage1, stage2, issued) := {"stage1": {"held": stage1}, "stage2": {"held": stage2}, "issued": issued}

test_silent_in_order if {
	every document in [
		of("2026-01-15", "2026-02-24", "2026-03-20"), of("2026-01-15", "2026-01-15", "2026-01-15"), of(null, "2026-02-24", null),
		of("soon", "2026-02-24", 7), {}, null, {"stage1": "x", "stage2": ["x"]},
	] {
		count(stage_order.report) == 0 with input as document
	}
}

test_reports_another_order if {
	stage_order.report == {{"path": ["stage2", "held"], "message": "Stage 2 of the audit lies before stage 1 of the audit"}} with input as of("2026-02-24", "2026-01-15", "2026-03-20")
	stage_order.report == {{"path": ["issued"], "message": "The first day of the certificate lies before stage 2 of the audit"}} with input as of("2026-01-15", "2026-02-24", "2026-02-01")
	stage_order.report == {{"path": ["issued"], "message": "The first day of the certificate lies before stage 1 of the audit"}} with input as of("2026-01-15", null, "2026-01-01")
}
