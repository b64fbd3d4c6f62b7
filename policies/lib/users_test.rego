package aimslint.lib.users_test

import data.aimslint.lib.users

test_users_one_by_one if {
	users.named(["Nurses and physicians", "the charge nurse"]) == {["nurse", "Nurses"], ["physician", "physicians"], ["charge nurse", "the charge nurse"]}
	users.named([]) == set()
}

test_prose_names_nobody if {
	users.named(["nurses", "Whoever looks after patients on a ward with monitors"]) == set()
}

test_within if {
	nurses := users.named(["Nurses"])
	ward_nurses := users.named(["ward nurse"])
	every user in ward_nurses {
		users.within(user, nurses)
		users.akin(user, nurses)
	}
	every user in nurses {
		not users.within(user, ward_nurses)
		users.akin(user, ward_nurses)
		not users.akin(user, users.named(["patients"]))
		not users.within(user, set())
	}
}
