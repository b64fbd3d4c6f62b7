# METADATA
# title: Each evaluation names its dataset
# description: >-
#   On which data the value was measured; without it the result cannot be repeated, nor its
#   independence judged.
# custom:
#   severity: warning
#   requirements: [A.6.2.4, A.7.2]
#   evidence: attested
#   profile: starter
#   remediation: Name the id of the dataset on which each value was measured.
package aimslint.rules.model_card.evaluation_dataset

import data.aimslint.lib.fault

report contains found if {
	some found in fault.lacking_name(fault.group_of(input, ["evaluation"], "evaluation", ["metric"]), ["dataset"], "a dataset")
}
