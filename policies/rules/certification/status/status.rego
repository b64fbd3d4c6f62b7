# METADATA
# title: It is said where the certification stands
# description: Planned, in progress, certified, suspended or withdrawn; what else the record has to say depends on it.
# custom:
#   severity: error
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: State the status as planned, in-progress, certified, suspended or withdrawn.
package aimslint.rules.certification.status

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["status"], sprintf("The certification %s", [fault.text(input, ["status"], "a status")]))
