# METADATA
# title: The systems of a supplier are in the inventory, and all that name it are among them
# description: |
#   A supplier that is registered for a system which the inventory does not list delivers to
#   something that was renamed, retired or overlooked. One that names the supplier, and is not listed,
#   is forgotten when the supplier fails.
# custom:
#   severity: warning
#   requirements: [A.10.3, A.4.2]
#   evidence: verified
#   kinds: [supplier-register]
#   remediation: Correct the name of the system in the supplier register, list there all systems that name the supplier, or describe the system in a document of kind ai-system.
#   proof:
#     mutants:
#       "supplier-register:suppliers.*.systems.*": [unknown]
#       "ai-system:models.*.supplier": [cloud-provider]
#       "ai-system:suppliers.*": [cloud-provider]
package aimslint.rules.repository.supplier_system_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
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

# Of several entries for a supplier, one that lists the system is enough.
report contains violation.with_related(found, [there]) if {
	some [s, _], named in naming
	system := inventory.systems[s]
	[entry, place] := min(named)
	message := sprintf("The supplier \"%s\" is not registered for the AI system \"%s\", which names it", [catalogue.called(inventory.supplier(entry)), inventory.called(system)])
	found := violation.on(inventory.supplier_registers[entry[0]], ["suppliers", entry[1], "systems"], message)
	there := violation.related(system, place, "Where the system names it")
}

# The entries that list systems, but not the one that names the supplier.
naming := grouping.by_key({[[s, min(entries)], [min(entries), place]] |
	some s, system in inventory.asked
	some place, name in names(system)
	entries := {entry | some entry in inventory.suppliers(name); count(inventory.supplier(entry).systems) > 0}
	count(entries) > 0
	every entry in entries {
		every listed in inventory.supplier(entry).systems {
			not s in inventory.meant(listed)
		}
	}
})

names(system) := object.union(
	{["models", i, "supplier"]: model.supplier | some i, model in system.models},
	{["suppliers", i]: name | some i, name in system.suppliers},
)
