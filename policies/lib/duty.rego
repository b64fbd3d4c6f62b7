# METADATA
# description: |
#   What the controls of Annex A are about in a repository: the kinds of document
#   that show each, and the documents that make it hard to exclude.
package aimslint.lib.duty

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.violation

# METADATA
# description: The kinds of document that show a control, as the catalogue of requirements has them.
shown_by := {
	"A.2.2": ["ai-policy", "role-register"],
	"A.2.3": ["ai-policy"],
	"A.2.4": ["ai-policy", "management-review"],
	"A.3.2": ["role-register", "ai-system", "risk-register", "data-manifest"],
	"A.3.3": ["management-system"],
	"A.4.2": ["ai-system"],
	"A.4.3": ["ai-system", "data-manifest", "model-card"],
	"A.4.4": ["ai-system", "model-card"],
	"A.4.5": ["ai-system"],
	"A.4.6": ["ai-system", "role-register"],
	"A.5.2": ["management-system", "impact-assessment"],
	"A.5.3": ["impact-assessment", "ai-system"],
	"A.5.4": ["impact-assessment", "risk-register", "model-card"],
	"A.5.5": ["impact-assessment", "model-card"],
	"A.6.1.2": ["management-system"],
	"A.6.1.3": ["management-system"],
	"A.6.2.2": ["ai-system"],
	"A.6.2.3": ["ai-system", "model-card"],
	"A.6.2.4": ["model-card", "ai-system", "data-manifest"],
	"A.6.2.5": ["ai-system", "role-register"],
	"A.6.2.6": ["ai-system", "model-card", "role-register"],
	"A.6.2.7": ["model-card", "ai-system"],
	"A.6.2.8": ["ai-system"],
	"A.7.2": ["data-manifest", "model-card", "ai-system"],
	"A.7.3": ["data-manifest", "model-card"],
	"A.7.4": ["data-manifest"],
	"A.7.5": ["data-manifest", "model-card"],
	"A.7.6": ["data-manifest"],
	"A.8.2": ["ai-system", "model-card"],
	"A.8.3": ["ai-system", "management-system", "model-card"],
	"A.8.4": ["management-system", "incident-log"],
	"A.8.5": ["management-system"],
	"A.9.2": ["management-system", "ai-system", "model-card"],
	"A.9.3": ["management-system", "model-card"],
	"A.9.4": ["model-card", "ai-system", "impact-assessment"],
	"A.10.2": ["management-system", "supplier-register"],
	"A.10.3": ["supplier-register", "ai-system", "model-card", "data-manifest"],
	"A.10.4": ["ai-system", "model-card"],
}

# METADATA
# description: |
#   What in the repository calls for a control, as {place, words}: a related place
#   and the end of the sentence "The control is excluded, but". Empty if nothing
#   is known that does.
calls_for(control) := {call |
	some reason in object.get(reasons_for, control, [])
	some call in calls[reason]
}

# The reasons that speak for each control, beside its being in the standard.
reasons_for := object.union_n([
	{control: ["dataset"] | some control in ["A.4.3", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"]},
	{control: ["maker"] | some control in ["A.6.1.2", "A.6.1.3", "A.6.2.2", "A.6.2.3", "A.6.2.4", "A.6.2.5", "A.6.2.6", "A.6.2.7", "A.6.2.8"]},
	{control: ["user"] | some control in ["A.9.2", "A.9.3", "A.9.4"]},
	{control: ["policy"] | some control in ["A.2.2", "A.2.3", "A.2.4"]},
	{control: ["assessment"] | some control in ["A.5.2", "A.5.3", "A.5.4"]},
	{"A.3.2": ["role"], "A.3.3": ["concerns"], "A.4.2": ["tooling", "computing", "people"], "A.4.4": ["tooling"], "A.4.5": ["computing"], "A.4.6": ["people"]},
	{"A.8.3": ["report"], "A.8.5": ["obligation"]},
	{"A.8.4": ["incident"], "A.10.2": ["supplier", "model"], "A.10.3": ["supplier", "model"], "A.10.4": ["provider"]},
])

calls := {
	"dataset": {call(manifest, ["datasets", i], sprintf("the dataset \"%s\" is registered", [catalogue.called(dataset)])) |
		some manifest in catalogue.manifests
		some i, dataset in manifest.datasets
		catalogue.called(dataset) != ""
	},
	"policy": {call(policy, ["metadata"], sprintf("there is the AI policy \"%s\"", [policy.id])) |
		some policy in register.current("ai-policy")
		policy.id != ""
	},
	"assessment": {call(assessment, ["system"], sprintf("the impact of the system \"%s\" is assessed", [assessment.system])) |
		some assessment in register.current("impact-assessment")
		assessment.system != ""
	},
	"role": {call(roles, ["roles", i], sprintf("the role \"%s\" is laid down", [catalogue.called(role)])) |
		some roles in register.current("role-register")
		some i, role in roles.roles
		catalogue.called(role) != ""
	},
	"concerns": {call(management, ["concerns_channel", "contact"], "there is a channel for concerns") |
		some management in register.current("management-system")
		management.reachable == true
	},
	"obligation": {call(management, ["obligations", i], sprintf("the obligation \"%s\" is listed", [label.short(what)])) |
		some management in register.current("management-system")
		some i, what in management.obligations
		what != ""
	},
	"tooling": {resource(system, "tooling", i, tool.name) |
		some system in inventory.asked
		some i, tool in system.tooling
	},
	"computing": {resource(system, "computing", i, what) |
		some system in inventory.asked
		some i, what in system.computing
	},
	"people": {resource(system, "human", i, person.role) |
		some system in inventory.asked
		some i, person in system.competence
	},
	"report": {call(system, ["external_reporting", "channel"], sprintf("people outside can report on the system \"%s\"", [inventory.called(system)])) |
		some system in inventory.asked
		system.reporting_channel == true
	},
	"maker": acting_as({"producer", "developer", "provider", "platform-provider", "product-or-service-provider"}),
	"provider": acting_as({"provider", "platform-provider", "product-or-service-provider"}),
	"user": acting_as({"user", "customer"}),
	"incident": {call(entry.log, entry.place, sprintf("the incident \"%s\" is logged", [entry.incident.id])) |
		some entry in register.incidents
		entry.incident.id != ""
	},
	"supplier": {call(suppliers, ["suppliers", i], sprintf("the supplier \"%s\" is registered", [catalogue.called(supplier)])) |
		some suppliers in inventory.supplier_registers
		some i, supplier in suppliers.suppliers
		catalogue.called(supplier) != ""
	},
	"model": {call(used.record, used.place, sprintf("the supplier \"%s\" supplies a model", [used.supplier])) |
		some used in inventory.supplied_models
	},
}

# The roles of ISO/IEC 22989 in which the organization acts for its systems.
acting_as(roles) := {call(system, ["role"], sprintf("the organization is %s of the system \"%s\"", [role, inventory.called(system)])) |
	some system in inventory.asked
	some role in system.roles
	role in roles
}

# What a system needs; undefined if it has no name.
resource(system, kind, i, name) := call(system, ["resources", kind, i], sprintf("the system \"%s\" uses the resource \"%s\"", [inventory.called(system), label.short(name)])) if {
	name != ""
}

call(record, path, words) := {"place": violation.related(record, path, concat("", [upper(substring(words, 0, 1)), substring(words, 1, -1)])), "words": words}
