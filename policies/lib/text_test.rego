package aimslint.lib.text_test

import data.aimslint.lib.text

test_same_but_for_case_and_blanks if {
	text.same(" Clinical  ML lead", "clinical ml LEAD ")
	not text.same("a", "b")
}

test_nothing_is_the_same_as_nothing if {
	not text.same("", "")
	not text.same(null, null)
	not text.same(["a"], ["a"])
	not text.same(1, 1)
}

test_words if {
	text.words("The AI's risk R-3, see A.2.2.") == ["The", "AI's", "risk", "R-3", "see", "A.2.2"]
	count(text.words("我们不提供系统。")) == 7
	text.words(" - ") == []
	not text.words(7)
}

test_a_version_may_be_written_with_a_v if {
	every pair in [["1.2.0", "v1.2.0"], ["V2", " 2"], ["v. 3", "3"], ["beta", "Beta"]] {
		text.same_version(pair[0], pair[1])
	}
	every pair in [["1.2.0", "1.2"], ["", ""], ["v", "v1"], [1, 1]] {
		not text.same_version(pair[0], pair[1])
	}
}
