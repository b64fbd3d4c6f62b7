# METADATA
# title: No system that is made for others rests on data for non-commercial use
# description: |
#   Who provides or produces a system uses its data for more than research of their own. A licence
#   or rights that allow non-commercial or research use only do not cover that.
# custom:
#   severity: warning
#   requirements: [A.7.3, A.7.2]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Obtain rights that cover the use and state them in the manifest, use other data, or correct the organization's role for the system.
#   parameters:
#     - name: roles
#       default: [provider, platform-provider, product-or-service-provider, producer]
#       description: Roles of the organization in which it makes a system for others.
#     - name: restricting_terms
#       default: [nc, noncommercial, non-commercial, research-only, research-use, academic-use, academic-only, personal-use, evaluation-only]
#       description: Parts of the name of a licence that exclude commercial use, compared word by word; they count where no rights are stated.
#     - name: restricting_rights
#       default: [research-only, research-use-only, research-purposes-only, academic-only, academic-use-only, academic-purposes-only, non-commercial-only, non-commercial-use-only, non-commercial-purposes-only, evaluation-only, personal-use-only]
#       description: Words in the rights that exclude commercial use, in a row and with hyphens between them.
#   proof:
#     mutants:
#       "ai-system:datasets.*.id": [ward-notes]
package aimslint.rules.repository.system_dataset_licence

import data.aimslint.lib.catalogue
import data.aimslint.lib.dataset
import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.with_related(found, [restriction]) if {
	config := data.config["repository/system-dataset-licence"]
	some system in inventory.asked
	some role in system.roles
	role in config.roles
	some i, use in system.datasets
	some entry in catalogue.meant(use.id)
	key := restricted(catalogue.dataset(entry), config)
	message := sprintf("The AI system \"%s\" is made for others, but its dataset \"%s\" may not be used commercially", [inventory.called(system), use.id])
	found := violation.on(system, ["datasets", i, "id"], message)
	restriction := violation.related(catalogue.manifests[entry[0]], ["datasets", entry[1], "acquisition", key], "What restricts the use of the dataset")
}

# The key that restricts the use of a dataset.
restricted(registered, config) := "rights" if {
	count(dataset.licence_terms([registered.rights], config.restricting_rights)) > 0
} else := "licence" if {
	registered.rights == ""
	count(dataset.licence_terms(registered.licences, config.restricting_terms)) > 0
}
