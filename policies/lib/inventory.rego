# METADATA
# description: |
#   The inventory of AI systems, and what other documents say of the systems in
#   it. Systems, cards and suppliers are given by their index, so that messages
#   can point at them.
package aimslint.lib.inventory

import data.aimslint.lib.catalogue
import data.aimslint.lib.grouping
import data.aimslint.lib.text

systems := object.get(input, ["records", "ai-system"], [])

assessments := object.get(input, ["records", "impact-assessment"], [])

management_systems := object.get(input, ["records", "management-system"], [])

supplier_registers := object.get(input, ["records", "supplier-register"], [])

# METADATA
# description: What a system may be called by, folded.
names(system) := {key |
	some name in [system.id, system.name, system.title]
	key := text.fold(name)
	key != ""
}

named := grouping.by_key({[key, s] | some s, system in systems; some key in names(system)})

# METADATA
# description: The systems that a reference by id, name or title means; empty if there is none.
meant(reference) := object.get(named, text.fold(reference), set())

# METADATA
# description: How messages call a system, by its id or else its name.
called(system) := catalogue.called(system)

# METADATA
# description: |
#   The systems that evidence is asked for: all but those that are outside the
#   scope of the management system, and those that are retired.
asked := {s: system | some s, system in systems; not outside(system); system.stage != "retirement"}

# METADATA
# description: The system, or for one that does not say so the management system, puts it outside the scope.
outside(system) if system.in_scope == false

outside(system) if {
	system.in_scope == null
	system.excluded_reason != ""
}

outside(system) if {
	system.in_scope == null
	count(names(system) & exclusions) > 0
}

exclusions := {text.fold(exclusion) |
	some management_system in management_systems
	some exclusion in management_system.exclusions
}

# METADATA
# description: |
#   The systems that the scope of the management system lists, folded, with
#   their places: the index of the management system and of the entry.
scope := grouping.by_key({[key, [m, i]] |
	some m, management_system in management_systems
	some i, name in management_system.systems
	key := text.fold(name)
	key != ""
})

# METADATA
# description: The model cards that a model of a system means by id, title or the name of the model.
cards_named(reference) := object.get(cards_by_name, text.fold(reference), set())

cards_by_name := grouping.by_key({[key, c] |
	some c, card in catalogue.cards
	some name in [card.id, card.title, card.model.name]
	key := text.fold(name)
	key != ""
})

# METADATA
# description: The model cards that name a system, and those of the models that it names.
cards(s) := object.get(cards_of, s, set())

cards_of := grouping.by_key({[s, c] |
	count(systems) > 0
	some c, card in catalogue.cards
	some s in meant(card.system)
} | {[s, c] |
	some s, system in systems
	some model in system.models
	some c in cards_named(model.id)
})

# METADATA
# description: The model cards of any system of the inventory.
cards_of_systems := {c | some members in cards_of; some c in members}

# METADATA
# description: The impact assessments of a system.
assessments_of(s) := object.get(assessments_by_system, s, set())

assessments_by_system := grouping.by_key({[s, a] |
	some a, assessment in assessments
	some s in meant(assessment.system)
})

# METADATA
# description: |
#   The latest impact assessments of each system that evidence is asked for, by
#   the index of the system; more than one if they state the same day, or none.
latest_assessments := {s: latest |
	some s, _ in asked
	found := assessments_of(s)
	last := max({assessments[a].assessed_on | some a in found})
	latest := {a | some a in found; assessments[a].assessed_on == last}
}

# METADATA
# description: The suppliers that a reference by id or name means, each as the index of its register and its own.
suppliers(reference) := object.get(suppliers_by_name, text.fold(reference), set())

suppliers_by_name := grouping.by_key({[key, [r, i]] |
	some r, register in supplier_registers
	some i, supplier in register.suppliers
	some name in [supplier.id, supplier.name]
	key := text.fold(name)
	key != ""
})

# METADATA
# description: The supplier that an entry of the index of suppliers stands for.
supplier(entry) := supplier_registers[entry[0]].suppliers[entry[1]]

# METADATA
# description: |
#   The models that come from a supplier, as {record, place, supplier, model, version},
#   where the place is the path to the map that names both.
supplied_models := array.concat(
	[{"record": system, "place": ["models", i], "supplier": model.supplier, "model": model.id, "version": model.version} |
		some system in asked
		some i, model in system.models
		model.supplier != ""
	],
	[{"record": card, "place": ["model", "base_models", i], "supplier": model.supplier, "model": model.name, "version": model.version} |
		some card in catalogue.cards
		some i, model in card.base_models
		model.supplier != ""
	],
)

# METADATA
# description: |
#   Where systems, cards, manifests and processes that were outsourced name a
#   supplier, as {record, place, supplier}.
supplier_references := array.flatten([
	[{"record": used.record, "place": array.concat(used.place, ["supplier"]), "supplier": used.supplier} |
		some used in supplied_models
	],
	[{"record": system, "place": ["suppliers", i], "supplier": name} |
		some system in asked
		some i, name in system.suppliers
		name != ""
	],
	[{"record": manifest, "place": ["datasets", i, "acquisition", "supplier"], "supplier": dataset.supplier} |
		some manifest in catalogue.manifests
		some i, dataset in manifest.datasets
		dataset.supplier != ""
	],
	[{"record": management_system, "place": ["processes", i, "outsourced_to"], "supplier": name} |
		some management_system in management_systems
		some i, process in object.get(management_system, "processes", [])
		some name in process.outsourced_to
		name != ""
	],
])
