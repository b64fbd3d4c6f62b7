# METADATA
# title: Each dataset of an AI system is in a data manifest
# description: |
#   The data resources of a system, in development and in operation, are known only if a data
#   manifest says where they come from and what may be done with them.
# custom:
#   severity: error
#   requirements: [A.4.3, A.7.2]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Add the dataset to a data manifest, under the id that the system uses, or correct the id.
#   proof:
#     mutants:
#       "ai-system:datasets.*.id": [unknown]
package aimslint.rules.repository.system_dataset_registered

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(system, ["datasets", i, "id"], message) if {
	some system in inventory.asked
	some key in {key | some use in system.datasets; key := text.fold(use.id); key != ""}
	count(catalogue.meant(key)) == 0
	i := min({place | some place, use in system.datasets; text.fold(use.id) == key})
	message := sprintf("The dataset \"%s\" of the AI system \"%s\" is in no data manifest", [system.datasets[i].id, inventory.called(system)])
}
