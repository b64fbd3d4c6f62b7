# METADATA
# description: The audits of an audit programme and their findings.
package aimslint.lib.audit

import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.vocabulary

# METADATA
# description: The audits that are maps, by their index in the programme.
all := field.maps(input, ["audits"])

# METADATA
# description: The audits as a group whose faults can be spread.
group := grouped(all)

# METADATA
# description: The audits that say they were held, as a group whose faults can be spread.
held := grouped({i: audit | some i, audit in all; field.present(audit, ["held"])})

grouped(audits) := {"items": audits, "list": ["audits"], "noun": "audit", "names": names, "within": ""}

names := ["id"]

# METADATA
# description: The findings of each audit, as groups whose faults can be spread; audits without one are left out.
findings := [part |
	some i, audit in all
	items := field.maps(audit, ["findings"])
	count(items) > 0
	part := {
		"items": items,
		"list": ["audits", i, "findings"],
		"noun": "finding",
		"names": ["id"],
		"within": within(audit),
	}
]

# METADATA
# description: The same for the findings that are nonconformities.
nonconformities := [object.union(object.remove(part, {"items"}), {"items": items}) |
	some part in findings
	items := {j: item | some j, item in part.items; vocabulary.word(field.value(item, ["type"])) in {"major", "minor"}}
]

# METADATA
# description: The end of a sentence about part of an audit.
within(audit) := concat("", [" of ", label.of("audit", audit, names)])
