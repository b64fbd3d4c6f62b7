# METADATA
# title: Exclusions are justified one by one
# description: |
#   One sentence for every control that was left out shows that nobody looked at them one by one.
#   Controls differ, and so do the reasons why they are not needed; one reason may hold for a whole
#   group of them.
# custom:
#   severity: note
#   requirements: [6.1.3]
#   evidence: attested
#   remediation: State for each excluded control the reason that holds for it.
#   parameters:
#     - name: from
#       default: 3
#       description: From how many excluded controls on one sentence for all of them is objected to.
#   proof:
#     mutants:
#       controls.*.justification: [The hospital passes no AI system on.]
package aimslint.rules.statement_of_applicability.exclusions_differ

import data.aimslint.lib.annex
import data.aimslint.lib.field
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at(["controls", min(object.keys(excluded)), "justification"], "Every excluded control has the same justification") if {
	count({group | some row in excluded; some group, ids in annex.groups; annex.id(row) in ids}) > 1
	count(excluded) >= data.config["statement-of-applicability/exclusions-differ"].from
	reasons := {text.fold(trim(field.text(row, ["justification"]), ".")) | some row in excluded}
	count(reasons) == 1
	not "" in reasons
}

excluded := annex.excluded(annex.rows).items
