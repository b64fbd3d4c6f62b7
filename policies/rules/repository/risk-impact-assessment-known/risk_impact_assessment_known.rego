# METADATA
# title: The impact assessment that a risk names exists
# description: |
#   A risk that comes from an impact assessment names it, so that whoever treats the risk can read
#   what was found. The name has to lead somewhere.
# custom:
#   severity: warning
#   requirements: [6.1.4, A.5.3]
#   evidence: verified
#   kinds: [risk-register]
#   remediation: Correct the id under impact_assessment, or add the impact assessment to the repository.
#   proof:
#     optional: ["risk-register:risks.*.impact_assessment"]
#     mutants:
#       "risk-register:risks.*.impact_assessment": [unknown]
package aimslint.rules.repository.risk_impact_assessment_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# One objection for each assessment that a register names in vain.
report contains violation.on(register_, ["risks", min(places), "impact_assessment"], message) if {
	some [r, _], places in unknown
	register_ := catalogue.registers[r]
	message := sprintf("The impact assessment \"%s\" that the register names does not exist", [register_.risks[min(places)].impact_assessment])
}

unknown := grouping.by_key({[[r, key], i] |
	some r, register_ in catalogue.registers
	some i, risk in register_.risks
	key := text.fold(risk.impact_assessment)
	key != ""
	not key in assessments
	not register.elsewhere(key)
})

assessments := {text.fold(name) | some assessment in register.of("impact-assessment"); some name in [assessment.id, assessment.title]}
