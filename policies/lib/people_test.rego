package aimslint.lib.people_test

import data.aimslint.lib.people

register := {"document": 60, "roles": [
	{"id": "clinical-ml-lead", "name": "Lead of clinical machine learning", "holder": "Head of data"},
	{"id": "", "name": "", "holder": ""},
]}

test_roles_by_id_name_and_holder if {
	every name in ["clinical-ml-lead", "Clinical ML lead", "lead of clinical machine learning", "head of data"] {
		people.meant(name) == {[0, 0]} with input as {"records": {"role-register": [register]}}
	}
	people.role([0, 0]).id == "clinical-ml-lead" with input as {"records": {"role-register": [register]}}
}

test_nobody if {
	every name in ["", "intern"] {
		people.meant(name) == set() with input as {"records": {"role-register": [register]}}
	}
	people.meant("intern") == set() with input as {}
}
