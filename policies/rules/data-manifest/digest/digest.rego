# METADATA
# title: A digest of a dataset is well-formed
# description: |
#   A digest fixes the state of the data that was used. A shortened or mistyped one fixes
#   nothing and cannot be compared with the file.
# custom:
#   severity: error
#   requirements: [A.7.5]
#   evidence: attested
#   profile: starter
#   remediation: Give the digest as the algorithm and all hexadecimal digits in lower case, as sha256sum prints them after "sha256:"; for data that DVC tracks, the MD5 that it records.
package aimslint.rules.data_manifest.digest

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["datasets", i, "provenance", "digest"], message) if {
	some i, item in dataset.all
	field.present(item, ["provenance", "digest"])
	not well_formed(item.provenance.digest)
	message := sprintf("%s must give its digest as sha256: and 64 hexadecimal digits, or as sha384:, sha512: or md5: and all of theirs", [fault.called(dataset.group, i)])
}

well_formed(digest) if {
	is_string(digest)
	regex.match(`^(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}|md5:[0-9a-f]{32}(\.dir)?)$`, digest)
}
