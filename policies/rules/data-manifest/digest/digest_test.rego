package aimslint.rules.data_manifest.digest_test

import data.aimslint.rules.data_manifest.digest

sample := concat("", ["sha256:", "9f86d081884c7d659a2feaa0c55ad015", "a3bf4f1b2b0b822cd15d6c15b0f00a08"])

test_silent_when_well_formed_or_absent if {
	every provenance in [{"digest": sample}, {"digest": "md5:0be47d92c6a15f38e2d94b7061fa8c5d.dir"}, {}, {"derived_from": ["b"]}] {
		count(digest.report) == 0 with input as {"datasets": [{"id": "a", "provenance": provenance}]}
	}
}

test_reports_a_short_digest if {
	digest.report == {{
		"path": ["datasets", 0, "provenance", "digest"],
		"message": `The dataset "a" must give its digest as sha256: and 64 hexadecimal digits, or as sha384:, sha512: or md5: and all of theirs`,
	}} with input as {"datasets": [{"id": "a", "provenance": {"digest": "sha256:9f86d081"}}]}
}

test_reports_every_other_form if {
	every value in [7, true, [sample], {"sha256": sample}, upper(sample), substring(sample, 7, 64), concat("", [sample, "0"]), replace(sample, "9", "g")] {
		count(digest.report) == 1 with input as {"datasets": [{"provenance": {"digest": value}}]}
	}
}

test_leaves_what_is_no_dataset_to_others if {
	every document in [{}, null, {"datasets": "a"}, {"datasets": [null, "a"]}, {"datasets": [{"provenance": "sha256:00"}]}] {
		count(digest.report) == 0 with input as document
	}
}
