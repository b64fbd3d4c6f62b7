package aimslint.rules.role_register.competence_current_test

import data.aimslint.rules.role_register.competence_current

found(item) := report if {
	report := competence_current.report with input as {"roles": [{"id": "lead", "competence": [item]}]} with data.as_of as "2026-06-01"
}

test_silent_when_current if {
	count(found({"what": "Auditing", "obtained": "2026-01-20", "expires": "2026-06-01"})) == 0
	count(found({"what": "Auditing", "obtained": "2026-06-01"})) == 0
	count(found({"what": "Auditing"})) == 0
}

again(day) := report if {
	former := {"what": "Auditing", "obtained": "2022-01-20", "expires": "2025-01-20"}
	report := competence_current.report with data.as_of as "2026-06-01"
		with input as {"roles": [{"id": "lead", "competence": [former, {"what": "auditing", "obtained": day}]}]}
}

test_silent_when_obtained_again if {
	count(again("2025-01-10")) == 0
	count(again("2026-06-02")) == 2
}

test_reports_expiry if {
	found({"what": "Auditing", "obtained": "2024-01-20", "expires": "2026-05-31"}) == {{
		"path": ["roles", 0, "competence", 0, "expires"],
		"message": `The competence "Auditing" of the role "lead" has expired`,
	}}
}

test_reports_what_is_still_to_be_obtained if {
	found({"what": "Auditing", "obtained": "2026-06-02"}) == {{
		"path": ["roles", 0, "competence", 0, "obtained"],
		"message": `The competence "Auditing" of the role "lead" is obtained on a day that lies in the future`,
	}}
}

test_reports_expiry_before_the_beginning if {
	found({"what": "Auditing", "obtained": "2026-01-20", "expires": "2026-01-19"}) == {{
		"path": ["roles", 0, "competence", 0, "expires"],
		"message": `The competence "Auditing" of the role "lead" expires before it was obtained`,
	}}
}

test_reports_what_is_no_day if {
	every value in ["never", 2029, true, "2026-02-30"] {
		found({"what": "Auditing", "expires": value}) == {{
			"path": ["roles", 0, "competence", 0, "expires"],
			"message": `The competence "Auditing" of the role "lead" must state the day it expires as a day such as 2026-03-02`,
		}}
	}
}
