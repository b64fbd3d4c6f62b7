# METADATA
# title: Quality characteristics bear their names from ISO/IEC 5259-2
# description: |
#   A common vocabulary makes results comparable between datasets and lets an auditor see which
#   characteristics were never measured.
# custom:
#   severity: warning
#   requirements: [A.7.4]
#   evidence: attested
#   remediation: Use one of the characteristics of ISO/IEC 5259-2, such as completeness, representativeness or balance.
#   parameters:
#     - name: characteristics
#       default: [accuracy, completeness, consistency, credibility, currentness, accessibility, compliance, efficiency, precision, traceability, understandability, availability, portability, recoverability, auditability, balance, diversity, effectiveness, identifiability, relevance, representativeness, similarity, timeliness]
#       description: The names of quality characteristics that are known.
package aimslint.rules.data_manifest.quality_characteristic

import data.aimslint.lib.dataset
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.at(array.concat(group.list, [j, "characteristic"]), message) if {
	some group in dataset.parts(["quality"], "quality measure", ["characteristic", "measure"])
	some j, item in group.items
	some [_, value] in vocabulary.unknown(item, ["characteristic"], data.config["data-manifest/quality-characteristic"].characteristics)
	message := sprintf("A quality measure%s names %s, which is no quality characteristic of ISO/IEC 5259-2", [group.within, value])
}
