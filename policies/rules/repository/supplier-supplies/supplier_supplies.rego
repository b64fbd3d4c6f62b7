# METADATA
# title: A supplier is registered with each model that comes from it, in the version that is used
# description: |
#   Terms and assessments hold for what a supplier is registered to supply. A model that the
#   register does not mention came in without them, and so did another version than the one it mentions.
# custom:
#   severity: warning
#   requirements: [A.10.3]
#   evidence: verified
#   kinds: [ai-system, model-card]
#   remediation: Add the model by its name to what the supplier supplies once it has been assessed, or name the supplier that it really comes from. Assess new versions, and bring the register up to the one that is used.
#   proof:
#     optional: ["ai-system:models.*.supplier", "ai-system:models.*.version"]
#     mutants:
#       "ai-system:models.*.supplier": [cloud-provider]
#       "ai-system:models.*.version": ["1"]
#       "supplier-register:suppliers.0.supplies.0.version": ["1"]
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

report contains violation.with_related(found, related) if {
	some used in inventory.supplied_models
	used.version != ""
	entries := {[r, i, j] |
		some [r, i] in inventory.suppliers(used.supplier)
		some j, supply in inventory.supplier([r, i]).supplies
		supply.name != ""
		product(supply.name) == product(used.model)
	}
	count(entries) > 0
	every entry in entries {
		differs(supplied_version(entry), used.version)
	}
	message := sprintf("The model \"%s\" is used in another version than the supplier \"%s\" is registered to supply", [used.model, used.supplier])
	found := violation.on(used.record, array.concat(used.place, ["version"]), message)
	related := [violation.related(inventory.supplier_registers[r], ["suppliers", i, "supplies", j, "version"], "The version that is registered") |
		some [r, i, j] in entries
	]
}

supplied_version([r, i, j]) := inventory.supplier([r, i]).supplies[j].version

# A shorter version stands for all that begin with it.
differs(a, b) if {
	a != ""
	not begins(a, b)
	not begins(b, a)
}

begins(version, part) if startswith(plain(version), plain(part))

plain(version) := concat("", [regex.replace(text.fold(version), `^v\.?\s*([0-9])`, "$1"), "."])
