# METADATA
# title: A licence that restricts use is reconciled with the use
# description: |
#   A licence may rule out commercial use, derived works such as trained models, or any use
#   outside research. If a dataset carries such a licence, the manifest has to say why the
#   stated use is permitted.
# custom:
#   severity: error
#   requirements: [A.7.3]
#   evidence: attested
#   profile: starter
#   remediation: State under rights why this use is within the licence (an agreement, research only, a permission), or use other data.
#   parameters:
#     - name: restricting_terms
#       default: [nc, nd, noncommercial, non-commercial, no-derivatives, noderivatives, research-only, research-use, academic-use, academic-only, evaluation-only, personal-use]
#       description: Parts of the name of a licence that restrict use, compared word by word.
package aimslint.rules.data_manifest.permitted_use

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["datasets", i, "acquisition", "rights"], message) if {
	some i, item in dataset.all
	field.unworded(item, ["acquisition", "rights"])
	terms := dataset.licence_terms(field.items(item, ["acquisition", "licence"]), data.config["data-manifest/permitted-use"].restricting_terms)
	count(terms) > 0
	message := sprintf("%s must state by which rights it is used, since its licence restricts use (%s)", [fault.called(dataset.group, i), concat(", ", terms)])
}
