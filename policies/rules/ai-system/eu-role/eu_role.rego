# METADATA
# title: The role under the EU AI Act is stated, and the prohibited practices were considered
# description: >-
#   Which duties fall on the organization depends on whether it provides, deploys, imports or distributes
#   the system; whether it may do so at all depends on Art. 5.
# custom:
#   profile: eu-high-risk
#   severity: warning
#   requirements: ["4.1", A.5.2, A.10.2]
#   evidence: attested
#   remediation: >-
#     State under regulation.eu_ai_act the role of the organization, and under practices what was found
#     when the use was held against Art. 5, or none.
package aimslint.rules.ai_system.eu_role

import data.aimslint.lib.fault
import data.aimslint.lib.system

report contains system.at(["regulation", "eu_ai_act", key], predicate) if {
	system.asked
	system.eu.class != "out-of-scope"
	some key, what in {"role": "the organization's role under the EU AI Act", "practices": "what was found when its use was held against Art. 5 of the EU AI Act"}
	predicate := fault.texts(input, ["regulation", "eu_ai_act", key], what)
}
