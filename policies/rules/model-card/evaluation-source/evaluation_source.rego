# METADATA
# title: Each result names the file it comes from
# description: >-
#   A result that points at the file a test run wrote can be checked against it; a typed one can
#   only be believed.
# custom:
#   severity: note
#   requirements: [A.6.2.4, 7.5.3]
#   evidence: attested
#   remediation: >-
#     Point at the value with source: PATH#/json/pointer, such as metrics/eval.json#/test/auroc.
package aimslint.rules.model_card.evaluation_source

import data.aimslint.lib.each
import data.aimslint.lib.violation

report contains violation.at(lack.path, sprintf("%s lacks the source of its result", [lack.subject])) if {
	some lack in each.unworded(input, ["evaluation"], "source", "evaluation", ["metric"])
}
