package aimslint.rules.repository.impact_assessment_users_agree_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.impact_assessment_users_agree

of(system, assessed) := inventory_test.repository({
	"ai-system": [inventory_test.system({"users": system})],
	"impact-assessment": [inventory_test.assessment({"users": assessed})],
})

test_silent_when_the_users_agree if {
	every assessed in [["nurses", "physicians"], ["Ward nurses and physicians"], []] {
		count(impact_assessment_users_agree.report) == 0 with input as of(["Nurses", "Physicians on call"], assessed)
	}
}

test_silent_about_prose if {
	count(impact_assessment_users_agree.report) == 0 with input as of(["Nurses"], ["Whoever is on duty on a ward with monitors"])
	count(impact_assessment_users_agree.report) == 0 with input as of([], ["Nurses"])
}

test_reports_users_of_one_alone if {
	related := [{"document": 10, "path": ["intended_use", "users"], "message": "The users of the system"}]
	impact_assessment_users_agree.report == {
		{
			"document": 20,
			"path": ["intended_use", "users"],
			"message": `The impact assessment leaves out the users "Physicians" of the AI system "sepsis-alert"`,
			"related": related,
		},
		{
			"document": 20,
			"path": ["intended_use", "users"],
			"message": `The impact assessment is about the users "patients", whom the AI system "sepsis-alert" is not registered for`,
			"related": related,
		},
	} with input as of(["Nurses", "Physicians"], ["nurses", "patients"])
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(impact_assessment_users_agree.report) == 0 with input as repository
	}
}
