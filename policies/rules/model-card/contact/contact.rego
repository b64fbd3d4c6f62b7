# METADATA
# title: A contact is named
# description: Where users and others who are affected turn with questions, errors and adverse effects.
# custom:
#   severity: warning
#   requirements: [A.8.2, A.8.3]
#   evidence: attested
#   profile: starter
#   remediation: Name a mailbox, page or role that answers for the model and stays valid when people leave.
package aimslint.rules.model_card.contact

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["contact"], "No contact is named") if {
	field.unworded(input, ["contact"])
}
