# METADATA
# title: How often each dataset is updated is stated
# description: A reader must know whether the data still follows its source or was fixed at some day.
# custom:
#   severity: note
#   requirements: [A.7.2, A.7.4]
#   evidence: attested
#   remediation: State how often the data is refreshed, or that it is fixed.
package aimslint.rules.data_manifest.update_cadence

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["update_cadence"], "an update cadence") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["update_cadence"], faults)
}
