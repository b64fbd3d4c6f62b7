package aimslint.rules.corrective_action_log.effectiveness_test

import data.aimslint.rules.corrective_action_log.effectiveness

config := {"corrective-action-log/effectiveness": {"check_within_days": 90}}

checked := {"checked_on": "2026-05-20", "by": "manager", "effective": true}

of(fields) := {"items": [object.union({"id": "CA-7", "owner": "lead", "done": "2026-04-22"}, fields)]}

missing := {
	{"path": ["items", 0, "effectiveness", "checked_on"], "message": `The item "CA-7" lacks a day on which its effect was checked`},
	{"path": ["items", 0, "effectiveness", "by"], "message": `The item "CA-7" lacks the role that checked its effect (by)`},
	{"path": ["items", 0, "effectiveness", "effective"], "message": `The item "CA-7" lacks a verdict on its effect (effective)`},
}

test_silent_when_checked if {
	every fields in [
		{"status": "closed", "effectiveness": checked}, {"status": "done", "effectiveness": checked},
		{"status": "open", "effectiveness": object.union(checked, {"effective": false})},
	] {
		count(effectiveness.report) == 0 with input as of(fields) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_silent_before_it_can_be_checked if {
	every fields in [{"status": "done"}, {"status": "done", "done": "2026-03-03"}, {"status": "open", "done": "2020-01-01"}] {
		count(effectiveness.report) == 0 with input as of(fields) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_absence if {
	every fields in [
		{"status": "closed"}, {"status": "done", "done": "2026-03-02"}, {"status": "done", "done": "spring"}, {"status": "done", "done": null},
		{"status": "open", "effectiveness": "yes"},
	] {
		effectiveness.report == {{"path": ["items", 0, "effectiveness"], "message": `The item "CA-7" lacks a check of its effect`}} with input as of(fields) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_a_check_before_the_action if {
	every day in ["2026-04-22", "2026-04-21"] {
		effectiveness.report == {{
			"path": ["items", 0, "effectiveness", "checked_on"],
			"message": `The item "CA-7" was checked for its effect on a day that is not after its action was done`,
		}} with input as of({"status": "closed", "effectiveness": object.union(checked, {"checked_on": day})}) with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_a_check_by_the_owner if {
	effectiveness.report == {{
		"path": ["items", 0, "effectiveness", "by"],
		"message": `The item "CA-7" was checked for its effect by its own owner`,
	}} with input as of({"status": "closed", "effectiveness": object.union(checked, {"by": "Lead"})}) with data.as_of as "2026-06-01" with data.config as config
}

test_reports_wrong_types if {
	every key in ["checked_on", "by", "effective"] {
		every value in [7, ["x"], {"x": "y"}] {
			{found.path | some found in effectiveness.report} == {["items", 0, "effectiveness", key]} with input as of({"effectiveness": object.union(object.remove(checked, {key}), {key: value})})
				with data.as_of as "2026-06-01"
				with data.config as config
		}
	}
}

test_leaves_what_is_no_item_to_another_rule if {
	every document in [{}, null, {"items": "CA-7"}, {"items": [null, 7, "x"]}] {
		count(effectiveness.report) == 0 with input as document with data.as_of as "2026-06-01" with data.config as config
	}
}

test_reports_what_a_check_lacks if {
	effectiveness.report == missing with input as of({"status": "done", "effectiveness": {"evidence": "CHG-7"}}) with data.as_of as "2026-06-01" with data.config as config
}
