# METADATA
# title: The source of each dataset is stated
# description: |
#   Who collected or supplied the data is the start of every question about rights, quality and
#   provenance.
# custom:
#   severity: error
#   requirements: [A.7.3]
#   evidence: attested
#   remediation: Name the system, organization or publication that the data comes from.
package aimslint.rules.data_manifest.acquisition_source

import data.aimslint.lib.dataset
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["acquisition", "source"], "a source of acquisition") | some i, item in dataset.all}
	some found in fault.spread(dataset.group, ["acquisition", "source"], faults)
}
