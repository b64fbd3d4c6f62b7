# METADATA
# title: The incidents and corrective actions of a supplier are in the logs
# description: |
#   What went wrong with what a supplier supplies, and what the supplier was asked to mend, is followed up
#   in the logs. An identifier that no log has leads nowhere.
# custom:
#   severity: warning
#   requirements: [A.10.3, A.8.4, "10.2"]
#   evidence: verified
#   kinds: [supplier-register]
#   remediation: Correct the identifier, or enter the incident or the corrective action in its log.
#   proof:
#     mutants:
#       "supplier-register:suppliers.*.incidents.*": [INC-2099-01]
#       "supplier-register:suppliers.*.corrective_actions.*": [CA-2099-01]
package aimslint.rules.repository.supplier_history_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# Both are written in words too; what looks like an identifier of the log is
# taken for one.
report contains violation.on(suppliers, ["suppliers", i, key, j], message) if {
	some key, log in {
		"incidents": {"noun": "incident", "place": "incident log", "ids": incidents},
		"corrective_actions": {"noun": "corrective action", "place": "log of corrective actions", "ids": register.distinct(register.corrective_actions)},
	}
	shapes := {register.shape(id) | some id in log.ids}
	some suppliers in inventory.supplier_registers
	some i, supplier in suppliers.suppliers
	some j, name in supplier[key]
	register.shape(name) in shapes
	not text.fold(name) in log.ids
	message := sprintf("The supplier \"%s\" names the %s \"%s\", which is in no %s", [catalogue.called(supplier), log.noun, name, log.place])
}

incidents := register.distinct([entry.incident.id | some entry in register.incidents])
