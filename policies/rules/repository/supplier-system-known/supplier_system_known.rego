# METADATA
# title: The systems of a supplier are in the inventory
# description: |
#   A supplier that is registered for a system which the inventory does not list delivers to
#   something that was renamed, retired or overlooked.
# custom:
#   severity: warning
#   requirements: [A.10.3, A.4.2]
#   evidence: verified
#   kinds: [supplier-register]
#   remediation: Correct the name of the system in the supplier register, or describe the system in a document of kind ai-system.
#   proof:
#     mutants:
#       "supplier-register:suppliers.*.systems.*": [unknown]
package aimslint.rules.repository.supplier_system_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.on(register, ["suppliers", i, "systems", j], message) if {
	count(inventory.systems) > 0
	some register in inventory.supplier_registers
	some i, supplier in register.suppliers
	some j, name in supplier.systems
	name != ""
	count(inventory.meant(name)) == 0
	message := sprintf("The AI system \"%s\" of the supplier \"%s\" is not in the inventory of AI systems", [name, catalogue.called(supplier)])
}
