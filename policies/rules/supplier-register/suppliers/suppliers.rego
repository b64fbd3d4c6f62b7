# METADATA
# title: The register lists the suppliers
# description: |
#   Models, data and services of others are part of an AI system; a register without suppliers
#   says nothing of them.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: attested
#   remediation: List the suppliers, each as a map with its id, name, what it supplies, and its assessment.
package aimslint.rules.supplier_register.suppliers

import data.aimslint.lib.fault
import data.aimslint.lib.violation

report contains violation.at(["suppliers"], concat(" ", ["The register", message])) if {
	message := fault.list(input, ["suppliers"], "suppliers")
}

report contains found if some found in fault.strays(input, ["suppliers"], ["suppliers"], "supplier", "")
