# METADATA
# title: Nothing relies on a rejected supplier
# description: |
#   To reject a supplier and go on using what comes from it means that the assessment decided
#   nothing.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: verified
#   kinds: [ai-system, model-card, data-manifest, management-system]
#   remediation: Replace what the supplier supplies and take the supplier out, or assess the supplier again.
#   proof:
#     optional: ["ai-system:models.*.supplier", "ai-system:suppliers.*", "data-manifest:datasets.*.acquisition.supplier", "management-system:processes.*.outsourced_to"]
#     mutants:
#       "ai-system:models.*.supplier": [cheap-models]
#       "ai-system:suppliers.*": [cheap-models]
#       "data-manifest:datasets.*.acquisition.supplier": [cheap-models]
#       "management-system:processes.*.outsourced_to": [cheap-models]
#       "model-card:model.base_models.*.supplier": [cheap-models]
package aimslint.rules.repository.supplier_not_rejected

import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.with_related(found, [result]) if {
	some reference in inventory.supplier_references
	some [r, i] in inventory.suppliers(reference.supplier)
	inventory.supplier([r, i]).result == "rejected"
	message := sprintf("The supplier \"%s\" was rejected when it was assessed", [reference.supplier])
	found := violation.on(reference.record, reference.place, message)
	result := violation.related(inventory.supplier_registers[r], ["suppliers", i, "assessment", "result"], "The result of the assessment")
}
