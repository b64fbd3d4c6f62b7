# METADATA
# description: |
#   One AI system: what can be asked of it at its stage, and the sentences about
#   what it lacks.
package aimslint.lib.system

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.grouping
import data.aimslint.lib.label
import data.aimslint.lib.management
import data.aimslint.lib.text
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

# METADATA
# description: The system at the beginning of a sentence.
subject := label.the("system", names, ["name", "title", "id"])

names := {
	"name": field.text(input, ["name"]),
	"title": field.text(input, ["metadata", "title"]),
	"id": field.name(input, ["metadata", "id"]),
}

# METADATA
# description: A violation by the system, given as the predicate of the sentence.
at(path, predicate) := violation.at(path, sprintf("%s %s", [subject, predicate]))

# METADATA
# description: |
#   The violations if the system has no such section, or one that lacks texts,
#   given as {key: what it holds, with its article}. What the law demands is left
#   out, since another rule says that.
section(path, what, fields) := {at(path, sprintf("lacks %s", [what])) | not holds_demanded(path)} if {
	field.absent(input, path)
} else := {at(place, predicate) |
	some key, wanted in fields
	place := array.concat(path, [key])
	not place in object.keys(demanded)
	predicate := fault.texts(input, place, wanted)
}

holds_demanded(path) if {
	some place, _ in demanded
	array.slice(place, 0, count(path)) == path
}

# METADATA
# description: |
#   What the EU AI Act demands in words of a high-risk system in use, each as the
#   article and what it is, by path.
demanded := object.remove(demands, [path | passes_on; some path, [article, _] in demands; article == 11]) if {
	in_use
	high_risk
} else := {}

# Technical documentation, Art. 11, is the provider's duty.
demands := {
	["event_log", "events"]: [12, "the events that its log records"],
	["human_oversight", "who"]: [14, "the people who oversee it"],
	["human_oversight", "how"]: [14, "an account of how it is overseen"],
	["user_information", "instructions"]: [13, "instructions for use"],
	["regulation", "eu_ai_act", "technical_documentation"]: [11, "technical documentation"],
}

# METADATA
# description: |
#   The violations if the system has no such list, or items of it that lack
#   texts, given as {key: what it holds}. The group is one of group.
listed(items, what, fields) := unlisted(items, what) | management.unstated(items, fields)

# METADATA
# description: The violations if the system has no such list, or one with items that are no maps.
unlisted(items, what) := management.unlisted(subject, items.list, items.noun, what)

# METADATA
# description: The maps of a list of the document, as a group whose faults can be spread.
group(list, noun, keys) := management.group(list, noun, keys)

# METADATA
# description: The requirements of the system.
requirements := group(["requirements"], "requirement", ["id", "text"])

# METADATA
# description: The evaluations of the system.
evaluations := group(["evaluations"], "evaluation", ["id", "metric"])

# METADATA
# description: The release criteria of the system.
criteria := group(["release_criteria"], "release criterion", ["id", "criterion"])

# METADATA
# description: The positions of the requirements that bear an id; empty if none does.
requirements_named(id) := object.get(requirements_by_id, text.fold(id), set())

requirements_by_id := by_id(requirements)

# METADATA
# description: The positions of the evaluations that bear an id; empty if none does.
evaluations_named(id) := object.get(evaluations_by_id, text.fold(id), set())

evaluations_by_id := by_id(evaluations)

by_id(items) := grouping.by_key({[id, i] |
	some i, item in items.items
	id := text.fold(field.name(item, ["id"]))
	id != ""
})

# METADATA
# description: The system lies outside the scope of the management system.
outside if field.value(input, ["in_scope"]) == false

outside if {
	field.absent(input, ["in_scope"])
	field.worded(input, ["excluded"])
}

# METADATA
# description: The stage of the life cycle, as a word; empty if none is stated as text.
stage := vocabulary.word(field.text(input, ["stage"]))

# METADATA
# description: Evidence is asked for, since the system is neither outside the scope nor retired.
asked if {
	not outside
	stage != "retirement"
}

stages := {
	"inception": 0, "design-and-development": 1, "verification-and-validation": 2, "deployment": 3,
	"operation-and-monitoring": 4, "continuous-validation": 5, "re-evaluation": 6,
}

# METADATA
# description: |
#   Evidence is asked for, and the system is at the stage or past it. A stage
#   that cannot be read excuses nothing.
reached(wanted) if {
	asked
	not object.get(stages, stage, 9) < stages[wanted]
}

# METADATA
# description: |
#   Evidence is asked for, and the system is in use or being brought into use. If
#   no stage is stated, the day of deployment decides.
in_use if {
	asked
	object.get(stages, stage, 0) >= stages.deployment
}

in_use if {
	asked
	not stage in object.keys(stages)
	date.valid(deployed_on)
	not date.future(deployed_on)
}

# METADATA
# description: The system is in use, and its deployment is not still to come.
deployed if {
	in_use
	not date.future(deployed_on)
}

# METADATA
# description: The day of deployment as it is stated, or null.
deployed_on := field.value(input, ["deployment", "on"])

# METADATA
# description: |
#   The organization makes or provides the system, and does not only use it. It
#   does unless all roles that it states are others.
makes if count(makers - roles) < count(makers)

makes if count(roles) == 0

# METADATA
# description: The roles of the organization towards the system, as words.
roles := {vocabulary.word(role) | some role in field.texts(input, ["role"])}

# METADATA
# description: The roles of those who make or provide a system.
makers := {"provider", "platform-provider", "product-or-service-provider", "producer", "developer"}

# METADATA
# description: |
#   The organization makes the system, or provides it, for others: it is a
#   provider, or it makes the system and is not stated to use it itself.
serves if count({"provider", "platform-provider", "product-or-service-provider"} & roles) > 0

serves if {
	makes
	count({"customer", "user"} & roles) == 0
}

# METADATA
# description: A version as it compares; empty if none is stated.
version(object_, path) := trim_prefix(lower(field.name(object_, path)), "v")

# METADATA
# description: What the system states about the EU AI Act as words, by key; empty if nothing.
eu := {key: vocabulary.word(field.text(input, ["regulation", "eu_ai_act", key])) | some key in ["class", "area"]}

# METADATA
# description: The roles of the organization under the EU AI Act, as words; it may have several.
eu_roles := {vocabulary.word(role) | some role in field.texts(input, ["regulation", "eu_ai_act", "role"])}

# METADATA
# description: The system is classified as high-risk under the EU AI Act.
high_risk if eu.class == "high-risk"

# METADATA
# description: The organization only uses the system or passes it on, so that the duties of the provider are another's.
passes_on if {
	count(eu_roles) > 0
	count(eu_roles - {"deployer", "importer", "distributor", "authorised-representative"}) == 0
}

# METADATA
# description: |
#   The classes of device that a notified body assesses, as words: Regulation (EU)
#   2017/745, Art. 52, and 2017/746, Art. 48.
assessed_devices := {"iia", "iib", "iii", "b", "c", "d"}
