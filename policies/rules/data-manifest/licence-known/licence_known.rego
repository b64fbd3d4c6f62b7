# METADATA
# title: A licence that says nothing is explained by rights
# description: |
#   A licence given as "other" or "unknown" does not tell what is permitted, so the rights have
#   to say it.
# custom:
#   severity: warning
#   requirements: [A.7.3]
#   evidence: attested
#   remediation: Name the licence by its SPDX identifier, or write under rights what its terms permit.
#   parameters:
#     - name: vague_licences
#       default: [unknown, other, none, custom, proprietary, unspecified, see-source]
#       description: Words given as a licence that do not say what is permitted.
#   proof:
#     optional: ["datasets.*.acquisition.licence"]
#     mutants:
#       "datasets.*.acquisition.rights": [""]
package aimslint.rules.data_manifest.licence_known

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.at(array.concat(["datasets", i], place), message) if {
	some i, item in dataset.all
	field.unworded(item, ["acquisition", "rights"])
	some place, licence in vocabulary.places(item, ["acquisition", "licence"])
	vocabulary.word(licence) in data.config["data-manifest/licence-known"].vague_licences
	message := sprintf("%s has the licence %q, which does not say what is permitted: its rights must", [fault.called(dataset.group, i), licence])
}
