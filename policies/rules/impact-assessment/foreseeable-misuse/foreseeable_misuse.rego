# METADATA
# title: Foreseeable misuse is described, with what stands against it
# description: |
#   People use systems for more than they were meant for. Misuse that can be expected is part of
#   what is assessed, with what it would lead to and what keeps it from happening.
# custom:
#   severity: error
#   requirements: [6.1.4, A.5.4]
#   evidence: attested
#   remediation: State under foreseeable_misuse what people may do with the system, the consequence and the safeguard.
package aimslint.rules.impact_assessment.foreseeable_misuse

import data.aimslint.lib.fault
import data.aimslint.lib.impact
import data.aimslint.lib.violation

report contains violation.at(["foreseeable_misuse"], sprintf("The assessment %s", [fault.list(input, ["foreseeable_misuse"], "foreseeable misuse")]))

report contains found if some found in fault.strays(input, ["foreseeable_misuse"], ["foreseeable_misuse"], "misuse", "")

report contains found if some found in fault.unstated(impact.misuse, {"what": "a description of what people may do", "consequence": "a consequence", "safeguard": "a safeguard"})
