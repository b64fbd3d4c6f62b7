# METADATA
# title: The assessed system and version are named
# description: |
#   An assessment holds for one system in one version. Without them nobody can tell whether what
#   runs today is what was assessed.
# custom:
#   severity: error
#   requirements: [A.5.3, "8.4"]
#   evidence: attested
#   remediation: State the id of the system under system and the version that was assessed under version.
package aimslint.rules.impact_assessment.system

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at([key], sprintf("The assessment does not name the %s that it is about", [what])) if {
	some key, what in {"system": "system", "version": "version of the system"}
	field.name(input, [key]) == ""
}
