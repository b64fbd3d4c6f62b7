# METADATA
# title: A card uses each dataset in the role that it is registered for
# description: |
#   If the card and the manifest state different roles, the data was used otherwise than
#   planned, or one of them is out of date.
# custom:
#   severity: error
#   requirements: [A.7.2, A.6.2.4]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Correct the role in the card or in the manifest, or use another dataset.
#   proof:
#     mutants:
#       "model-card:datasets.1.role": [validation]
package aimslint.rules.repository.dataset_role_agrees

import data.aimslint.lib.catalogue
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, [role]) if {
	some use in catalogue.uses
	some entry in use.entries
	stated := text.fold(use.use.role)
	stated != ""
	roles := catalogue.dataset(entry).roles
	count(roles) > 0
	not stated in roles
	message := sprintf("The card uses the dataset \"%s\" in a role that it is not registered for", [catalogue.called(use.use)])
	found := violation.on(use.card, ["datasets", use.place, "role"], message)
	role := violation.related(catalogue.manifests[entry[0]], ["datasets", entry[1], "role"], "The role of the dataset")
}
