package aimslint.lib.vocabulary_test

import data.aimslint.lib.vocabulary

test_words_are_compared_without_case_and_separators if {
	every text in ["Change likelihood", " change_likelihood ", "CHANGE-LIKELIHOOD"] {
		vocabulary.word(text) == "change-likelihood"
	}
}

test_unknown_values_are_shown_with_their_places if {
	vocabulary.unknown({"a": ["x", "y", null, 7]}, ["a"], ["x"]) == {[["a", 1], `"y"`], [["a", 3], "what is no text"]}
	vocabulary.unknown({"a": "Y"}, ["a"], ["x"]) == {[["a"], `"Y"`]}
}

test_nothing_is_not_unknown if {
	every object_ in [{}, {"a": null}, {"a": []}, null, "text"] {
		vocabulary.unknown(object_, ["a"], ["x"]) == set()
	}
}
