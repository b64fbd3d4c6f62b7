# METADATA
# title: The manifest lists its datasets
# description: |
#   A data manifest that lists no dataset, or that holds entries without fields, registers
#   nothing.
# custom:
#   severity: error
#   requirements: [A.4.3, A.7.2]
#   evidence: attested
#   profile: starter
#   remediation: List every dataset that the AI system uses, each as a map with its id and what is known of it.
package aimslint.rules.data_manifest.datasets

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["datasets"], concat(" ", ["The manifest", message])) if {
	message := fault.list(input, ["datasets"], "its datasets")
}

report contains found if some found in fault.strays(input, ["datasets"], ["datasets"], "dataset", "")
