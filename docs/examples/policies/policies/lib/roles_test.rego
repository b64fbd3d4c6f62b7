package acme.lib.roles_test

import data.acme.lib.roles

test_plain if roles.plain(" Ethics Board ") == "ethics-board"

test_among if {
	roles.among("Ethics board", ["ethics-board"])
	not roles.among("somebody", ["ethics-board"])
}
