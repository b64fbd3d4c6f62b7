# METADATA
# title: Each supplier that a system, a card, a data manifest or an outsourced process names is in the supplier register
# description: |
#   What comes from others is only under control if the register says who supplies it, on which
#   terms, and how they were assessed.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: verified
#   kinds: [ai-system, model-card, data-manifest, management-system]
#   remediation: Add the supplier to the supplier register, or correct the name to the id that it has there.
#   proof:
#     optional: ["ai-system:models.*.supplier", "ai-system:suppliers.*", "data-manifest:datasets.*.acquisition.supplier", "management-system:processes.*.outsourced_to"]
#     mutants:
#       "ai-system:models.*.supplier": [unknown]
#       "ai-system:suppliers.*": [unknown]
#       "data-manifest:datasets.*.acquisition.supplier": [unknown]
#       "management-system:processes.*.outsourced_to": [unknown]
#       "model-card:model.base_models.*.supplier": [unknown]
package aimslint.rules.repository.supplier_known

import data.aimslint.lib.grouping
import data.aimslint.lib.inventory
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on({"document": document}, place, message) if {
	some [document, _], places in unknown
	[place, name] := min(places)
	message := sprintf("The supplier \"%s\" is not in the supplier register", [name])
}

# Where each unknown supplier is named in each document.
unknown := grouping.by_key({[[reference.record.document, text.fold(reference.supplier)], [reference.place, reference.supplier]] |
	count(inventory.supplier_registers) > 0
	some reference in inventory.supplier_references
	count(inventory.suppliers(reference.supplier)) == 0
})
