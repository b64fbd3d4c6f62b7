# METADATA
# title: An AI system uses each dataset in the role that it is registered for
# description: |
#   If the inventory and the manifest state different roles, the data is used otherwise than
#   planned, or one of them is out of date. What a manifest registers as production data is what
#   a system works on in operation.
# custom:
#   severity: error
#   requirements: [A.7.2, A.4.3]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Correct the role in the inventory or in the manifest, or use another dataset.
#   proof:
#     optional: ["ai-system:datasets.*.role"]
#     mutants:
#       "ai-system:datasets.*.role": [test]
package aimslint.rules.repository.system_dataset_role_agrees

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.with_related(found, [role]) if {
	some system in inventory.asked
	some i, use in system.datasets
	use.role != ""
	some entry in catalogue.meant(use.id)
	roles := {object.get(operation, role, role) | some role in catalogue.dataset(entry).roles}
	count(roles) > 0
	not object.get(operation, use.role, use.role) in roles
	message := sprintf("The AI system \"%s\" uses the dataset \"%s\" in a role that it is not registered for", [inventory.called(system), use.id])
	found := violation.on(system, ["datasets", i, "role"], message)
	role := violation.related(catalogue.manifests[entry[0]], ["datasets", entry[1], "role"], "The role of the dataset")
}

# Both kinds of document have a word of their own for it.
operation := {"production": "operation"}
