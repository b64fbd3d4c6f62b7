# METADATA
# title: Consent is described where it is the lawful basis
# description: |
#   Consent covers a purpose and can be withdrawn; a manifest that rests on it has to say what
#   was agreed and how a withdrawal reaches the data.
# custom:
#   severity: error
#   requirements: [A.7.3]
#   evidence: attested
#   remediation: Say under acquisition.consent what the people agreed to, when, and how a withdrawal is carried out.
package aimslint.rules.data_manifest.consent

import data.aimslint.lib.dataset
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.text

report contains found if {
	faults := {i: fault.text(item, ["acquisition", "consent"], "a description of the consent that it rests on") |
		some i, item in dataset.all
		regex.match(`(^|\W)consent`, text.fold(field.value(item, ["acquisition", "lawful_basis"])))
		not regex.match(`(\W|^)(no|not|without) .*consent`, text.fold(item.acquisition.lawful_basis))
	}
	some found in fault.spread(dataset.group, ["acquisition", "consent"], faults)
}
