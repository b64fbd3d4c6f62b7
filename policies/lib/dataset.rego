# METADATA
# description: The datasets of a data manifest.
package aimslint.lib.dataset

import data.aimslint.lib.field
import data.aimslint.lib.name

# METADATA
# description: The datasets that are maps, by their index in the manifest.
all[i] := dataset if {
	is_array(input.datasets)
	some i, dataset in input.datasets
	is_object(dataset)
}

# METADATA
# description: What messages call each dataset, by index.
called[i] := name.of("dataset", dataset, ["id", "name"]) if some i, dataset in all

# METADATA
# description: |
#   The maps in a list of a dataset, each as its index in the dataset, its own
#   index and itself.
parts(key) := {[i, j, part] |
	some i, dataset in all
	list := field.value(dataset, [key])
	is_array(list)
	some j, part in list
	is_object(part)
}

# METADATA
# description: |
#   Items of a list of a dataset that are no maps and so say nothing that can be
#   judged, each as the index of the dataset and its own.
broken_parts(key) := {[i, j] |
	some i, dataset in all
	list := field.value(dataset, [key])
	is_array(list)
	some j, part in list
	not is_object(part)
}
