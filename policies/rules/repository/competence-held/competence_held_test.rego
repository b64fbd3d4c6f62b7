package aimslint.rules.repository.competence_held_test

import data.aimslint.lib.inventory_test
import data.aimslint.rules.repository.competence_held

of(competence, held) := inventory_test.repository({
	"ai-system": [inventory_test.system({"competence": [{"role": "ward-lead", "competence": competence}, {"role": "nobody", "competence": "x"}]})],
	"role-register": [inventory_test.roles([inventory_test.role({"id": "ward-lead", "competence": [{"what": what, "obtained": "", "expires": ""} | some what in held]})])],
})

test_silent_when_held if {
	every held in [["Sepsis care"], ["sepsis-care on the ward"], ["", "SEPSIS CARE", "x"], ["sepsis"]] {
		count(competence_held.report) == 0 with input as of("Sepsis care", held)
	}
}

test_silent_when_nothing_is_needed if {
	count(competence_held.report) == 0 with input as of("", [])
}

test_reports_what_is_not_held if {
	competence_held.report == {{
		"document": 10,
		"path": ["resources", "human", 0, "competence"],
		"message": `The AI system "sepsis-alert" needs the competence "Statistics", which the role register does not show for the role "ward-lead"`,
		"related": [{"document": 60, "path": ["roles", 0, "competence"], "message": "The competence of the role"}],
	}} with input as of("Sepsis care; Statistics", ["sepsis care", ""])
}

test_silent_where_there_is_nothing_to_compare if {
	every repository in inventory_test.bare {
		count(competence_held.report) == 0 with input as repository
	}
}
