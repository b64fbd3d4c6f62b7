# METADATA
# title: Each dataset has an id of its own
# description: |
#   Cards, risks and other manifests refer to a dataset by its id, so it must be there and must
#   not mean two datasets.
# custom:
#   severity: error
#   requirements: [A.4.3, A.7.5]
#   evidence: attested
#   profile: starter
#   remediation: Give each dataset an id that no other dataset has, and keep it when the dataset changes hands.
package aimslint.rules.data_manifest.dataset_id

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains found if {
	faults := {i: fault.text(item, ["id"], "an id") | some i, item in dataset.all}
	some found in fault.spread(object.union(dataset.group, {"names": ["name"]}), ["id"], faults)
}

report contains violation.at(["datasets", i, "id"], message) if {
	some indexes in holders
	some i in (indexes - {min(indexes)})
	message := sprintf("The id \"%s\" belongs to another dataset of this manifest already", [trim_space(dataset.all[i].id)])
}

holders := grouping.by_key({[key, i] |
	some i, item in dataset.all
	key := text.fold(item.id)
	key != ""
})
