# METADATA
# title: A supplier is registered with each model that comes from it
# description: |
#   Terms and assessments hold for what a supplier is registered to supply. A model that the
#   register does not mention came in without them.
# custom:
#   severity: warning
#   requirements: [A.10.3]
#   evidence: verified
#   kinds: [ai-system, model-card]
#   remediation: Add the model by its name to what the supplier supplies once it has been assessed, or name the supplier that it really comes from.
#   proof:
#     optional: ["ai-system:models.*.supplier"]
#     mutants:
#       "ai-system:models.*.supplier": [cloud-provider]
#       "model-card:model.base_models.*.supplier": [cloud-provider]
package aimslint.rules.repository.supplier_supplies

import data.aimslint.lib.inventory
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, related) if {
	some used in inventory.supplied_models
	used.model != ""
	entries := {entry | some entry in inventory.suppliers(used.supplier); count(supplied(entry)) > 0}
	count(entries) > 0
	every entry in entries {
		not product(used.model) in supplied(entry)
	}
	message := sprintf("The supplier \"%s\" is not registered as supplying the model \"%s\"", [used.supplier, used.model])
	found := violation.on(used.record, array.concat(used.place, ["supplier"]), message)
	related := [violation.related(inventory.supplier_registers[r], ["suppliers", i, "supplies"], "What the supplier supplies") |
		some [r, i] in entries
	]
}

# By the name alone, or with the version behind it.
supplied(entry) := {product(name) |
	some supply in inventory.supplier(entry).supplies
	supply.name != ""
	some name in [supply.name, concat(" ", [supply.name, supply.version])]
}

# The name without the organization before it, so that "vendor/Large 2" is "large-2".
product(name) := regex.replace(regex.replace(text.fold(name), `^.*/`, ""), `[^\pL\pN.]+`, "-")
