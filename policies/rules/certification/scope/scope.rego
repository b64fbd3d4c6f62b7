# METADATA
# title: The scope and the systems that it covers are stated
# description: |
#   A certificate is worth what its scope covers. A record that names the AI systems lets everybody
#   see whether theirs is among them; planning begins with it.
# custom:
#   severity: error
#   requirements: ["4.3"]
#   evidence: attested
#   remediation: State the words of the scope under scope, and the ids of the AI systems that it covers under systems.
package aimslint.rules.certification.scope

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["scope"], sprintf("The certification %s", [fault.text(input, ["scope"], "a scope")]))

report contains violation.at(["systems"], "The certification does not name the AI systems that its scope covers") if {
	field.textless(input, ["systems"])
}
