package aimslint.rules.statement_of_applicability.control_known_test

import data.aimslint.rules.statement_of_applicability.control_known

test_silent_for_controls_of_annex_a if {
	every id in ["A.2.2", "a.10.4", " A.6.2.8 "] {
		count(control_known.report) == 0 with input as {"controls": [{"id": id}]}
	}
}

test_reports_others if {
	every id in ["A.2.1", "A.6.2.9", "A.11.2", "6.1.3", "B.2.2"] {
		control_known.report == {{"path": ["controls", 0, "id"], "message": sprintf("The control \"%s\" is not in Annex A of ISO/IEC 42001", [id])}} with input as {"controls": [{"id": id}]}
	}
}

test_reports_what_is_no_id if {
	every id in [null, 7, true, ["A.2.2"]] {
		{violation.path | some violation in control_known.report} == {["controls", 0, "id"]} with input as {"controls": [{"id": id}]}
	}
}

test_leaves_what_is_no_row_to_others if {
	every document in [{}, null, {"controls": "A.2.2"}, {"controls": [null, "A.2.2", 7]}, {"controls": {"A.2.2": {}}}] {
		count(control_known.report) == 0 with input as document
	}
}
