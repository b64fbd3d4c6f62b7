# METADATA
# title: What a dataset derives from is registered
# description: |
#   Provenance must lead back to the first source. A dataset that derives from something
#   unregistered has an origin about which nothing is known.
# custom:
#   severity: warning
#   requirements: [A.7.5]
#   evidence: verified
#   kinds: [data-manifest]
#   remediation: Register the dataset that this one derives from, correct the id, or give the address of a public source.
#   proof:
#     mutants:
#       "data-manifest:datasets.*.provenance.derived_from.*": [unknown]
package aimslint.rules.repository.derived_from_resolves

import data.aimslint.lib.catalogue
import data.aimslint.lib.violation

report contains violation.on(manifest, ["datasets", i, "provenance", "derived_from", j], message) if {
	some manifest in catalogue.manifests
	some i, dataset in manifest.datasets
	some j, origin in dataset.derived_from
	origin != ""
	not public_address(origin)
	count(catalogue.meant(origin)) == 0
	message := sprintf("The dataset \"%s\" derives from \"%s\", which is in no data manifest", [catalogue.called(dataset), origin])
}

public_address(origin) if regex.match(`(?i)^([a-z][a-z0-9+.-]*://|doi:|10\.[0-9]{4,}/)`, origin)
