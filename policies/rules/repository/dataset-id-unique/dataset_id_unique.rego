# METADATA
# title: Each dataset is registered once
# description: |
#   Two manifests that register a dataset under one id may say different things of it, and
#   nobody knows which holds.
# custom:
#   severity: error
#   requirements: [A.4.3, A.7.5]
#   evidence: verified
#   kinds: [data-manifest]
#   remediation: Keep one of the entries, or give the datasets different ids.
#   proof:
#     mutants:
#       "data-manifest:datasets.0.id": [public-icu]
package aimslint.rules.repository.dataset_id_unique

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, [earlier]) if {
	some places in holders
	first := min(places)
	some place in places
	place[0] != first[0]
	message := sprintf("The dataset \"%s\" is registered in another data manifest too", [catalogue.dataset(place).id])
	found := violation.on(catalogue.manifests[place[0]], ["datasets", place[1], "id"], message)
	earlier := violation.related(catalogue.manifests[first[0]], ["datasets", first[1], "id"], "The first entry with this id")
}

holders := grouping.by_key({[key, [m, i]] |
	some m, manifest in catalogue.manifests
	some i, dataset in manifest.datasets
	key := text.fold(dataset.id)
	key != ""
})
