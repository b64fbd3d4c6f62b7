package aimslint.rules.supplier_register.assessment_test

import data.aimslint.rules.supplier_register.assessment

found(item) := report if {
	report := assessment.report with input as {"suppliers": [object.union({"id": "acme"}, item)]} with data.as_of as "2026-06-01"
}

test_silent_when_complete if {
	count(found({"assessment": {"on": "2026-06-01", "by": "security-officer", "result": "approved"}})) == 0
}

test_reports_absence if {
	found({}) == {{"path": ["suppliers", 0, "assessment"], "message": `The supplier "acme" lacks an assessment`}}
}

test_reports_each_missing_field if {
	found({"assessment": {"criteria": "Licence"}}) == {
		{"path": ["suppliers", 0, "assessment", "on"], "message": `The supplier "acme" lacks a day of assessment`},
		{"path": ["suppliers", 0, "assessment", "by"], "message": `The supplier "acme" lacks an assessor`},
		{"path": ["suppliers", 0, "assessment", "result"], "message": `The supplier "acme" lacks a result of its assessment`},
	}
}

test_reports_a_day_in_the_future if {
	found({"assessment": {"on": "2026-06-02", "by": "a", "result": "approved"}}) == {{
		"path": ["suppliers", 0, "assessment", "on"],
		"message": `The supplier "acme" states a day of assessment that lies in the future`,
	}}
}

test_reports_text_where_the_map_belongs if {
	count(found({"assessment": "yes"})) == 3
}
