# METADATA
# description: |
#   What the documents that manage the systems say together: risks, controls,
#   audits, corrective actions. Indexes are built once and whole.
package aimslint.lib.register

import data.aimslint.lib.catalogue
import data.aimslint.lib.date
import data.aimslint.lib.grouping
import data.aimslint.lib.inventory
import data.aimslint.lib.text

# METADATA
# description: The records of a kind.
of(kind) := object.get(input, ["records", kind], [])

# METADATA
# description: The records of a kind that no other document of the kind supersedes.
current(kind) := [record | some record in of(kind); not text.fold(record.id) in superseded(kind)]

superseded(kind) := {text.fold(record.supersedes) |
	some record in of(kind)
	record.supersedes != ""
	not text.same(record.supersedes, record.id)
}

# METADATA
# description: The ids, folded, of all documents.
documents := {text.fold(record.id) | some records in input.records; some record in records; record.id != ""}

# METADATA
# description: |
#   The reference leads out of the records: it is an address or the path of a file
#   or folder, as pkg/binding knows them and follows, or the name of a file with
#   blanks in it, which nobody can tell from prose.
elsewhere(reference) if {
	some pattern in leads
	regex.match(pattern, split(trim_space(reference), "#")[0])
}

elsewhere(reference) if regex.match(`^[A-Za-z][A-Za-z0-9+.-]+:\S`, trim_space(reference))

leads := [`^\S*/(?:\S*\.[A-Za-z][A-Za-z0-9]{0,7})?$`, `^[^\s/@]+\.(?:[A-Za-z]{1,8}|bz2|h5|mp[34])$`, `\s.*\.[A-Za-z][A-Za-z0-9]{1,4}$`]

# METADATA
# description: The reference is an address of something that is kept in another system.
address(reference) if regex.match(`^[A-Za-z][A-Za-z0-9+.-]*://[^\s/]`, trim_space(reference))

# METADATA
# description: The risks that an id means, each as the index of its register and its own; empty if there is none.
risks(id) := object.get(risks_by_id, text.fold(id), set())

risks_by_id := grouping.by_key({[text.fold(risk.id), [r, i]] |
	some r, register in catalogue.registers
	some i, risk in register.risks
	risk.id != ""
})

# METADATA
# description: The risk that an entry of the index of risks stands for.
risk(entry) := catalogue.registers[entry[0]].risks[entry[1]]

# METADATA
# description: |
#   Two documents name systems that are not the same one, under any of the names
#   that the inventory or a model card gives it. One that names none may mean any.
systems_differ(a, b) if {
	a != ""
	b != ""
	not same_system(a, b)
}

same_system(a, b) if text.same(a, b)

same_system(a, b) if count(inventory.meant(a) & inventory.meant(b)) > 0

same_system(a, b) if count(catalogue.cards_called(a) & catalogue.cards_called(b)) > 0

# METADATA
# description: |
#   The system is known by that name to the inventory, or where there is none to
#   a model card.
system_known(name) if count(inventory.meant(name)) > 0

system_known(name) if {
	count(inventory.systems) == 0
	text.fold(name) in catalogue.systems
}

# METADATA
# description: The system is deployed, by its stage or else by the day of its deployment.
deployed(system) if system.stage in {"deployment", "operation-and-monitoring", "continuous-validation", "re-evaluation"}

deployed(system) if {
	system.stage == ""
	date.valid(system.deployed_on)
	not date.future(system.deployed_on)
}

# METADATA
# description: Some document says which systems there are.
systems_listed if count(inventory.systems) > 0

systems_listed if {
	some card in catalogue.cards
	card.system != ""
}

# METADATA
# description: The statements of applicability that are in force.
statements := current("statement-of-applicability")

# METADATA
# description: |
#   The rows for each control, by its folded id, each as the index of its
#   statement and its own.
rows := grouping.by_key({[text.fold(item.id), [s, i]] |
	some s, statement in statements
	some i, item in statement.controls
	item.id != ""
})

# METADATA
# description: The row that an entry of the index of rows stands for.
row(entry) := statements[entry[0]].controls[entry[1]]

# METADATA
# description: The controls, folded, that the statements add to those of Annex A.
added := {text.fold(item.id) |
	some statement in statements
	some item in statement.additional
	item.id != ""
}

# METADATA
# description: Some statement in force declares the control applicable, or adds it.
applicable(control) if text.fold(control) in added

applicable(control) if {
	some entry in object.get(rows, text.fold(control), set())
	row(entry).applicable == true
}

# METADATA
# description: Statements in force exclude the control, and none declares it applicable.
excluded(control) if {
	not applicable(control)
	some entry in object.get(rows, text.fold(control), set())
	row(entry).applicable == false
}

# METADATA
# description: The ids, folded, of all corrective actions.
corrective_actions := {text.fold(item.id) |
	some log in of("corrective-action-log")
	some item in log.items
	item.id != ""
}

# METADATA
# description: |
#   The items of the logs of corrective actions that an id means, as {log, place,
#   item}; empty if there is none.
actions(id) := {{"log": log, "place": ["items", i], "item": item} |
	some [l, i] in object.get(actions_by_id, text.fold(id), set())
	log := of("corrective-action-log")[l]
	item := log.items[i]
}

actions_by_id := grouping.by_key({[text.fold(item.id), [l, i]] |
	some l, log in of("corrective-action-log")
	some i, item in log.items
	item.id != ""
})

# METADATA
# description: What a text names that may be an id.
tokens(words) := regex.find_n(`[\pL\pN]+(?:[-_./][\pL\pN]+)*`, words, -1)

# METADATA
# description: An id with the years and numbers in it left open.
shape(id) := regex.replace(text.fold(id), `[0-9]+`, "0")

# METADATA
# description: The ids, folded, that can be told from words by their letters and numbers.
distinct(ids) := {text.fold(id) |
	some id in ids
	regex.match(`\pL`, id)
	regex.match(`\pN`, id)
}

# METADATA
# description: The audits of all programmes, as {programme, place, audit}.
audits := [{"programme": programme, "place": ["audits", i], "audit": audit} |
	some programme in of("audit-programme")
	some i, audit in programme.audits
]

# METADATA
# description: The findings of audits and certifications, as {record, place, finding}.
findings := array.concat(
	[{"record": entry.programme, "place": array.concat(entry.place, ["findings", j]), "finding": finding} |
		some entry in audits
		some j, finding in entry.audit.findings
	],
	[{"record": certification, "place": ["findings", j], "finding": finding} |
		some certification in of("certification")
		some j, finding in certification.findings
	],
)

# METADATA
# description: The incidents of all logs, as {log, place, incident}.
incidents := [{"log": log, "place": ["incidents", i], "incident": incident} |
	some log in of("incident-log")
	some i, incident in log.incidents
]
