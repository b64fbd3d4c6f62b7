# METADATA
# title: What customers expect is known and met, and they are kept informed
# description: >-
#   Whoever provides a system to others answers for more than its code: what customers need of it has to
#   be known, and they have to hear of what changes for them. What an organization makes only for its
#   own use (role developer and user) has no customers.
# custom:
#   profile: certification
#   severity: warning
#   requirements: [A.10.4]
#   evidence: attested
#   remediation: >-
#     List under customers.expectations what customers need and what meets it, and under
#     customers.informed_of what they are told.
package aimslint.rules.ai_system.customers

import data.aimslint.lib.field
import data.aimslint.lib.system

report contains found if {
	expected
	some found in system.section(["customers"], "what its customers expect and are told", {"informed_of": "the matters that its customers are told of"})
}

report contains found if {
	expected
	field.present(input, ["customers"])
	group := system.group(["customers", "expectations"], "expectation", ["what"])
	some found in system.listed(group, "the expectations of its customers", {"met_by": "what meets it"})
}

expected if {
	system.serves
	system.in_use
}
