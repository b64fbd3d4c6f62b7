package aimslint.lib.grouping_test

import data.aimslint.lib.grouping

test_groups_members_by_key if {
	grouping.by_key({["b", 2], ["a", 3], ["b", 1], ["c", [0, 1]]}) == {"a": {3}, "b": {1, 2}, "c": {[0, 1]}}
}

test_keys_may_be_lists if {
	grouping.by_key({[[0, "a"], 1], [[0, "a"], 2], [[1, "a"], 1]}) == {[0, "a"]: {1, 2}, [1, "a"]: {1}}
}

test_nothing_has_no_groups if grouping.by_key(set()) == {}
