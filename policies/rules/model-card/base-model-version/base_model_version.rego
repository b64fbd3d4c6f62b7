# METADATA
# title: The version of each base model is named
# description: >-
#   Suppliers replace models under the same name; only a version or revision says which one was
#   adapted and tested.
# custom:
#   severity: note
#   requirements: [A.4.4, A.6.2.3]
#   evidence: attested
#   remediation: Pin the version, tag or revision of the base model.
package aimslint.rules.model_card.base_model_version

import data.aimslint.lib.fault

report contains found if {
	some found in fault.lacking_name(fault.group_of(input, ["model", "base_models"], "base model", ["name"]), ["version"], "a version")
}
