package aimslint.lib.field_test

import data.aimslint.lib.field

test_absent_holds_for_what_says_nothing if {
	every nothing in [{}, {"a": null}, {"a": ""}, {"a": []}, {"a": {}}, null, "a", 7, ["a"]] {
		field.absent(nothing, ["a"])
		not field.present(nothing, ["a"])
	}
}

test_present_holds_for_every_other_value if {
	every value in ["x", 0, false, [null], {"b": null}] {
		field.present({"a": value}, ["a"])
		not field.absent({"a": value}, ["a"])
	}
}

test_value_goes_through_maps_and_lists if {
	field.value({"a": [{"b": 1}]}, ["a", 0, "b"]) == 1
	field.value({"a": "text"}, ["a", "b"]) == null
	field.value({"a": [null]}, ["a", 0, "b"]) == null
}

test_items_is_always_a_list if {
	field.items({"a": [1, null]}, ["a"]) == [1, null]
	field.items({"a": {"b": 1}}, ["a"]) == [{"b": 1}]
	field.items({"a": "x"}, ["a"]) == ["x"]
	field.items({"a": {}}, ["a"]) == []
	field.items({}, ["a"]) == []
	field.items(null, ["a"]) == []
}

test_text_is_trimmed_and_never_undefined if {
	field.text({"a": " x "}, ["a"]) == "x"
	field.text({"a": 7}, ["a"]) == ""
	field.text({"a": ["x"]}, ["a"]) == ""
	field.text({}, ["a"]) == ""
}

test_worded_asks_for_words if {
	every value in ["x", ["x"], [null, {"text": "x"}], {"b": "x"}, {"b": ["x"]}] {
		field.worded({"a": value}, ["a"])
	}
	every value in [null, "", " ", 7, true, [], {}, [true], [null], {"b": 7}, [{"b": false}], {"b": [1]}] {
		not field.worded({"a": value}, ["a"])
		field.unworded({"a": value}, ["a"])
	}
	field.unworded(null, ["a"])
}

test_name_is_text_or_a_number if {
	field.name({"a": " 1.10 "}, ["a"]) == "1.10"
	field.name({"a": 2.5}, ["a"]) == "2.5"
	field.name({"a": 3}, ["a"]) == "3"
	every nothing in [{}, {"a": true}, {"a": ["x"]}, {"a": {"b": "x"}}, {"a": null}, {"a": " "}, null] {
		field.name(nothing, ["a"]) == ""
		field.unnamed(nothing, ["a"])
	}
}

test_texts_leaves_out_what_is_no_text if {
	field.texts({"a": " x "}, ["a"]) == ["x"]
	field.texts({"a": ["x", null, 7, " ", "y"]}, ["a"]) == ["x", "y"]
	every nothing in [{}, {"a": true}, {"a": {"b": "x"}}, {"a": []}, null] {
		field.texts(nothing, ["a"]) == []
	}
}

test_names_agree_with_name if {
	keys := ["a", "b", "c", "d", "e", "f"]
	every thing in [{"a": " 1.10 ", "b": 2.5, "c": true, "d": ["x"], "e": null}, {}, null, "text", ["x"], 7] {
		field.names(thing, keys) == {key: field.name(thing, [key]) | some key in keys}
	}
}

test_maps_keep_their_index if {
	field.maps({"list": [null, {"id": "a"}, "b", {"id": "c"}]}, ["list"]) == {1: {"id": "a"}, 3: {"id": "c"}}
	field.maps({"list": {"id": "a"}}, ["list"]) == {0: {"id": "a"}}
	every document in [{}, null, "text", {"list": "a"}, {"list": []}] {
		field.maps(document, ["list"]) == {}
	}
}
