# METADATA
# title: Labelled data has labelling instructions
# description: |
#   Labels are judgements. Who made them and by which instructions decides what a model learns
#   to repeat.
# custom:
#   severity: warning
#   requirements: [A.7.6, A.7.4]
#   evidence: attested
#   remediation: State under labelling who labelled and by which instructions or definition.
package aimslint.rules.data_manifest.labelling

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.text

report contains found if {
	faults := {i: fault.texts(item, ["labelling", "instructions"], "labelling instructions") |
		some i, item in dataset.all
		labelled(item)
	}
	some found in fault.spread(dataset.group, ["labelling", "instructions"], faults)
}

report contains found if {
	faults := {i: fault.texts(item, ["labelling", "by"], "a statement of who labelled it") |
		some i, item in dataset.all
		labelled(item)
	}
	some found in fault.spread(dataset.group, ["labelling", "by"], faults)
}

labelled(item) if {
	field.present(item, ["labelling"])
	item.labelling != false
}

labelled(item) if {
	some part in field.items(item, ["preparation"])
	regex.match(`\b(label|annotat)`, text.fold(field.value(part, ["step"])))
}
