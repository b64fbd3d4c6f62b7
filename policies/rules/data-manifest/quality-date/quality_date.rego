# METADATA
# title: Each quality result bears its day
# description: |
#   Data and its source change, so a result only counts together with the day on which it was
#   measured.
# custom:
#   severity: warning
#   requirements: [A.7.4]
#   evidence: attested
#   remediation: State the day of the measurement, as 2026-02-11.
package aimslint.rules.data_manifest.quality_date

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	some group in dataset.parts(["quality"], "quality measure", ["characteristic", "measure"])
	faults := {j: fault.past_day(item, ["on"], "a day of measurement") | some j, item in group.items}
	some found in fault.spread(group, ["on"], faults)
}
