package aimslint.rules.model_card.contact_test

import data.aimslint.rules.model_card.contact

test_silent_when_stated_as_text if {
	count(contact.report) == 0 with input as {"contact": "In words a reader can use"}
}

test_silent_when_stated_as_list if {
	count(contact.report) == 0 with input as {"contact": [null, "In words a reader can use"]}
}

test_reports_absence if {
	contact.report == {{"path": ["contact"], "message": "No contact is named"}} with input as {"kind": "model-card"}
}

test_reports_a_bare_true if {
	contact.report == {{"path": ["contact"], "message": "No contact is named"}} with input as {"contact": true}
}

test_reports_a_number if {
	contact.report == {{"path": ["contact"], "message": "No contact is named"}} with input as {"contact": 7}
}

test_reports_a_list_without_words if {
	contact.report == {{"path": ["contact"], "message": "No contact is named"}} with input as {"contact": [null, false]}
}
