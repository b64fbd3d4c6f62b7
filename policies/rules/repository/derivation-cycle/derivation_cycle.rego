# METADATA
# title: No dataset derives from itself by way of others
# description: A circle of derivations has no beginning, so no dataset in it has an origin.
# custom:
#   severity: error
#   requirements: [A.7.5]
#   evidence: verified
#   kinds: [data-manifest]
#   remediation: Correct derived_from so that each dataset names what it was really made from.
#   proof:
#     mutants:
#       "data-manifest:datasets.1": [{id: admissions-raw, provenance: {derived_from: [admissions-train]}}]
package aimslint.rules.repository.derivation_cycle

import data.aimslint.lib.catalogue
import data.aimslint.lib.violation

# From each entry of a manifest to the entries that it derives from. That an
# entry names itself is the matter of data-manifest/derived-from.
origins := {[m, i]: others |
	some m, manifest in catalogue.manifests
	some i, dataset in manifest.datasets
	others := {entry |
		some origin in dataset.derived_from
		some entry in catalogue.meant(origin)
	} - {[m, i]}
	count(others) > 0
}

# Only an entry that others derive from can be in a circle.
inner := {entry: others |
	some entry, others in origins
	entry in used
}

used := {entry | some others in origins; some entry in others}

reached := {entry: found |
	some entry, others in inner
	found := graph.reachable(inner, others)
	entry in found
}

report contains violation.with_related(found, related) if {
	some entry, members in reached
	circle := {other | some other in members; entry in reached[other]}
	entry == min(circle)
	dataset := catalogue.dataset(entry)
	message := sprintf("The dataset \"%s\" derives from itself by way of others", [catalogue.called(dataset)])
	found := violation.on(catalogue.manifests[entry[0]], place(entry), message)
	related := [violation.related(catalogue.manifests[other[0]], place(other), "A dataset of the circle") |
		some other in (circle - {entry})
	]
}

place(entry) := ["datasets", entry[1], "provenance", "derived_from"]
