# METADATA
# description: |
#   What other documents may know of an AI system. Names, ids and versions are
#   text, empty where the document states none; words are folded; lists keep the
#   places of their items, so that a rule can point into the document. The id of
#   the system is the id of the document.
package aimslint.records.ai_system

import data.aimslint.lib.field
import data.aimslint.lib.header
import data.aimslint.lib.measure
import data.aimslint.lib.vocabulary

record := object.union(header.of(input), {
	"name": field.text(input, ["name"]),
	"stage": word(input, ["stage"]),
	"in_scope": boolean(input, ["in_scope"]),
	"excluded_reason": field.text(input, ["excluded", "reason"]),
	"deployed_version": field.name(input, ["version"]),
	"roles": words(input, ["role"]),
	"users": field.texts(input, ["intended_use", "users"]),
	"decisions": field.texts(input, ["intended_use", "decisions"]),
	"prohibited": field.texts(input, ["intended_use", "prohibited"]),
	"models": [field.names(item, ["id", "version", "supplier"]) | some item in field.items(input, ["models"])],
	"datasets": [dataset |
		some item in field.items(input, ["datasets"])
		dataset := {"id": field.name(item, ["id"]), "role": word(item, ["role"])}
	],
	"suppliers": places(input, ["suppliers"]),
	"tooling": [field.names(item, ["name", "version"]) | some item in field.items(input, ["resources", "tooling"])],
	"traces": [field.names(item, ["path", "name"]) | some item in field.items(input, ["traces"])],
	"computing": [field.name(item, ["what"]) | some item in field.items(input, ["resources", "computing"])],
	"competence": [needed |
		some item in field.items(input, ["resources", "human"])
		needed := {"role": field.name(item, ["role"]), "competence": concat("; ", field.texts(item, ["competence"]))}
	],
	"requirements": [requirement |
		some item in field.items(input, ["requirements"])
		requirement := {"id": field.name(item, ["id"]), "verified_by": places(item, ["verified_by"])}
	],
	"evaluations": [evaluated(item) | some item in field.items(input, ["evaluations"])],
	"deployed_on": field.text(input, ["deployment", "on"]),
	"monitored": stated(["monitoring", "signals"]),
	"logged": stated(["event_log", "events"]),
	"retention_days": number(input, ["event_log", "retention_days"]),
	"overseen": stated(["human_oversight", "who"]),
	"informs_users": stated(["user_information"]),
	"reporting_channel": stated(["external_reporting", "channel"]),
	"eu": {
		"class": word(input, ["regulation", "eu_ai_act", "class"]),
		"area": word(input, ["regulation", "eu_ai_act", "area"]),
		"practices": [practice | some practice in words(input, ["regulation", "eu_ai_act", "practices"]); practice != "none"],
		"derogation": field.text(input, ["regulation", "eu_ai_act", "derogation"]),
		"roles": words(input, ["regulation", "eu_ai_act", "role"]),
		"conformity": stated(["regulation", "eu_ai_act", "conformity"]),
		"registration": stated(["regulation", "eu_ai_act", "registration"]),
		"technical_documentation": stated(["regulation", "eu_ai_act", "technical_documentation"]),
	},
	"medical_class": word(input, ["regulation", "medical_device", "class"]),
	"changes": [change |
		some item in field.items(input, ["changes"])
		change := object.union(field.names(item, ["version", "on"]), {
			"material": boolean(item, ["material"]),
			"impact_reassessed": boolean(item, ["impact_reassessed"]),
		})
	],
	"people": people,
})

people := array.flatten([
	header.role(input, ["metadata", "owner"]),
	header.role(input, ["metadata", "approved", "by"]),
	header.role(input, ["owner"]),
	header.roles(input, ["resources", "human"], "role"),
	header.people(input, ["deployment", "approvals"], "by"),
	header.roles(input, ["monitoring", "signals"], "alert_owner"),
	[{"path": ["changes", i, "approved", "by"], "name": name} |
		some i, item in field.items(input, ["changes"])
		some name in field.texts(item, ["approved", "by"])
	],
])

evaluated(item) := object.union(field.names(item, ["id", "requirement", "metric", "dataset", "version", "on"]), {"met": met(item)})

# The result against its threshold; null if one of them cannot be read.
met(item) := null if {
	not comparable(item)
} else := false if {
	measure.shortfall(item, "result")
} else := true

comparable(item) if {
	measure.readable(field.value(item, ["result"]))
	measure.readable(field.value(item, ["threshold"]))
	measure.direction(item)
}

word(object_, path) := vocabulary.word(field.text(object_, path))

words(object_, path) := [vocabulary.word(text) | some text in field.texts(object_, path)]

# Names, ids in their places.
places(object_, path) := [named(item) | some item in field.items(object_, path)]

named(item) := trim_space(item) if {
	is_string(item)
} else := ""

boolean(object_, path) := value if {
	value := field.value(object_, path)
	is_boolean(value)
} else := null

number(object_, path) := value if {
	value := field.value(object_, path)
	is_number(value)
} else := null

stated(path) if {
	field.worded(input, path)
} else := false
