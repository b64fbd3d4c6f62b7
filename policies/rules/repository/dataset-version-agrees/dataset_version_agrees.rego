# METADATA
# title: A card uses a registered version of each dataset
# description: What a manifest says of one version of a dataset need not hold for another.
# custom:
#   severity: error
#   requirements: [A.7.5, A.7.2]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Register the version that the card uses, or correct the version in the card.
#   proof:
#     optional: ["model-card:datasets.*.version"]
#     mutants:
#       "model-card:datasets.*.version": ["0.9"]
package aimslint.rules.repository.dataset_version_agrees

import data.aimslint.lib.catalogue
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, related) if {
	some use in catalogue.uses
	use.use.version != ""
	count(use.entries) > 0
	every entry in use.entries {
		differs(catalogue.dataset(entry).version, use.use.version)
	}
	message := sprintf("The card uses the dataset \"%s\" in a version that is not registered", [catalogue.called(use.use)])
	found := violation.on(use.card, ["datasets", use.place, "version"], message)
	related := [violation.related(catalogue.manifests[entry[0]], ["datasets", entry[1], "version"], "The registered version") |
		some entry in use.entries
	]
}

differs(registered, used) if {
	registered != ""
	not text.same_version(registered, used)
}
