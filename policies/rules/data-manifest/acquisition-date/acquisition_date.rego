# METADATA
# title: The day each dataset was acquired is stated
# description: |
#   Without the day of acquisition nobody can tell which state of the source, which terms and
#   which consent apply.
# custom:
#   severity: warning
#   requirements: [A.7.3, A.7.5]
#   evidence: attested
#   remediation: State the day on which the data was taken from its source, as 2025-02-14.
package aimslint.rules.data_manifest.acquisition_date

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.past_day(item, ["acquisition", "on"], "a day of acquisition") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["acquisition", "on"], faults)
}
