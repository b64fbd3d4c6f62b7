# METADATA
# title: The role under the EU AI Act is stated and agrees with the other one, and the prohibited practices were considered
# description: >-
#   Which duties fall on the organization depends on whether it provides, deploys, imports or distributes
#   the system; whether it may do so at all depends on Art. 5. Whoever only makes a system does not deploy
#   it, and whoever only uses one does not provide it.
# custom:
#   profile: eu-high-risk
#   severity: warning
#   requirements: ["4.1", A.5.2, A.10.2]
#   evidence: attested
#   remediation: >-
#     State under regulation.eu_ai_act the role of the organization, and under practices what was found
#     when the use was held against Art. 5, or none. The role may be a list, and should agree with the role
#     towards the system.
#   proof:
#     mutants:
#       role: [user]
package aimslint.rules.ai_system.eu_role

import data.aimslint.lib.fault
import data.aimslint.lib.system

report contains system.at(["regulation", "eu_ai_act", key], predicate) if {
	system.asked
	system.eu.class != "out-of-scope"
	some key, what in {"role": "the organization's role under the EU AI Act", "practices": "what was found when its use was held against Art. 5 of the EU AI Act"}
	predicate := fault.texts(input, ["regulation", "eu_ai_act", key], what)
}

# Roles that say neither, such as partner, leave both possible.
report contains system.at(["regulation", "eu_ai_act", "role"], message) if {
	system.asked
	system.eu.class != "out-of-scope"
	some contradiction in [
		{"act": "deployer", "does": "makes", "known": system.makers},
		{"act": "provider", "does": "uses", "known": {"user", "customer"}},
	]
	system.eu_roles == {contradiction.act}
	count(system.roles) > 0
	count(system.roles - contradiction.known) == 0
	message := sprintf("has the organization as its %s under the EU AI Act, although by its role the organization only %s it", [contradiction.act, contradiction.does])
}
