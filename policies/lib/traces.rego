# METADATA
# description: |
#   The traces of AI use that are no documents, and the documents that claim
#   them. A trace is given by the index of its file and its own, as [f, i].
package aimslint.lib.traces

import data.aimslint.lib.catalogue
import data.aimslint.lib.field
import data.aimslint.lib.grouping
import data.aimslint.lib.inventory

# METADATA
# description: The files that hold traces.
files := object.get(input, ["records", "trace"], [])

# METADATA
# description: |
#   All traces. What another than the reader of traces has made of them is none.
all_traces := {[f, i]: trace |
	some f, file in files
	some i, trace in field.maps(file, ["traces"])
}

# METADATA
# description: |
#   The traces that say that the project uses AI: those for use, not for
#   development, tests or an option, and of those that may serve something else none.
used := {at: trace |
	some at, trace in all_traces
	trace.scope == "runtime"
	field.text(trace, ["weight"]) != "low"
}

# METADATA
# description: The trace is a service of somebody else's.
service(trace) if endswith(trace.implies, "-service")

# Nobody can claim what bears no name.
claimable := {at: trace | some at, trace in all_traces; field.text(trace, ["name"]) != ""}

# METADATA
# description: The systems that claim each trace, by their index.
systems_of := grouping.by_key({[at, s] |
	some at, trace in claimable
	some s, system in inventory.systems
	system_claims(s, system, files[at[0]], trace)
})

# METADATA
# description: The model cards that claim each trace, by their index.
cards_of := grouping.by_key({[at, c] |
	some at, trace in claimable
	some c, card in catalogue.cards
	card_claims(card, files[at[0]], trace)
})

# METADATA
# description: |
#   Who claims what: the handle of the file with the trace, the index of the
#   trace, and the handle of the document that claims it.
claims := {[files[at[0]].document, at[1], inventory.systems[s].document] | some at, members in systems_of; some s in members} | {[files[at[0]].document, at[1], catalogue.cards[c].document] |
	some at, members in cards_of
	some c in members
}

# METADATA
# description: A system or a card claims the trace.
claimed(at) if systems_of[at]

claimed(at) if cards_of[at]

# A tool that the system names.
system_claims(_, system, _, trace) if {
	some tool in object.get(system, "tooling", [])
	some name in names(trace)
	begins(plain(tool.name), name)
}

# A model that it names.
system_claims(_, system, _, trace) if {
	some model in system.models
	model_named(trace, model.id)
}

# A card of one of its models.
system_claims(s, _, file, trace) if {
	some c in inventory.cards(s)
	card_claims(catalogue.cards[c], file, trace)
}

# The supplier of the service.
system_claims(s, _, _, trace) if {
	service(trace)
	supplied(s, trace)
}

# A path or name that it claims outright.
system_claims(_, system, file, trace) if {
	some claim in object.get(system, "traces", [])
	covers(claim, system.file, file, trace)
}

covers(claim, from, file, trace) if {
	claim.path != ""
	on_path(claim.path, from, file, trace)
	claim.name == ""
}

covers(claim, _, _, trace) if {
	claim.path == ""
	plain(claim.name) in names(trace)
}

covers(claim, from, file, trace) if {
	claim.path != ""
	on_path(claim.path, from, file, trace)
	plain(claim.name) in names(trace)
}

# A model file that the card names or lies above.
card_claims(card, _, trace) if {
	some name in [card.model.name, card.id, card.title]
	model_named(trace, name)
}

card_claims(card, _, trace) if {
	trace.target != ""
	written := regex.replace(object.get(card.model, "path", ""), `^(\.{1,2}/+)+|/+$`, "")
	written != ""
	contains(concat("", ["/", trace.target, "/"]), concat("", ["/", written, "/"]))
}

card_claims(card, _, trace) if {
	field.text(trace, ["target"]) != ""
	folder := folder_of(object.get(card, "file", ""))
	startswith(trace.target, folder)
}

# The libraries of the project in whose folder it lies, for they run the model.
card_claims(card, file, trace) if {
	not service(trace)
	trace.implies in {"training", "inference", "automl"}
	folder_of(object.get(card, "file", "")) == below(file)
}

# The folder with a slash at its end; empty for the root.
folder_of(path) := regex.replace(path, `[^/]*$`, "")

below(file) := regex.replace(project(file), `.$`, "$0/")

# METADATA
# description: The folder of the project that a file with traces belongs to; empty for the root.
project(file) := field.text(file, ["project"])

# METADATA
# description: What a trace may be called, in plain form.
names(trace) := {key |
	some name in array.concat([trace.name, trace.product, artifact(trace.name)], field.texts(trace, ["aliases"]))
	key := plain(name)
	key != ""
}

# The name of an artifact of Maven's without its group.
artifact(name) := regex.replace(name, `^[^:/]*:`, "")

# METADATA
# description: A name in lower case with single hyphens between its words.
plain(name) := regex.replace(lower(trim_space(name)), `[-_.\s]+`, "-") if is_string(name)

# One name begins with the words of the other.
begins(whole, part) if startswith(concat("", [whole, "-"]), concat("", [part, "-"]))

# One name has the words of the other somewhere.
holds(whole, part) if contains(concat("", ["-", whole, "-"]), concat("", ["-", part, "-"]))

# A model file is named by its own name, without its ending, or by that of a
# folder in which it lies.
model_named(trace, name) if {
	field.text(trace, ["target"]) != ""
	key := plain(regex.replace(name, `^.*/`, ""))
	key != ""
	some part in split(trace.target, "/")
	key in {plain(part), plain(regex.replace(part, `\.[A-Za-z0-9]+$`, ""))}
}

# METADATA
# description: |
#   The system names a supplier of the service: by its name, or by an entry of the
#   supplier register that is called so or supplies it. A service that anybody may
#   supply is supplied by any of them.
supplied(s, trace) if {
	some word in supplier_names(s)
	some supplier in field.texts(trace, ["suppliers"])
	holds(word, plain(supplier))
}

supplied(s, trace) if {
	some entry in suppliers_of(s)
	some supply in inventory.supplier(entry).supplies
	some name in names(trace)
	holds(plain(supply.name), name)
}

# METADATA
# description: The names of the suppliers that the system names, in plain form.
supplier_names(s) := {plain(name) | some name in referred(s)} | {plain(name) |
	some entry in suppliers_of(s)
	supplier := inventory.supplier(entry)
	some name in [supplier.id, supplier.name]
}

# METADATA
# description: The entries of supplier registers that the system names, or that name the system.
suppliers_of(s) := {entry | some name in referred(s); some entry in inventory.suppliers(name)} | {[r, i] |
	some r, register in inventory.supplier_registers
	some i, supplier in register.suppliers
	some system in supplier.systems
	s in inventory.meant(system)
}

referred(s) := {name |
	system := inventory.systems[s]
	some name in array.concat(system.suppliers, [model.supplier | some model in system.models])
	name != ""
}

# METADATA
# description: |
#   The glob names the file of the trace, the model that it leads to, or a folder
#   above. It is relative to the folder of the document that states it or to one
#   above that. One with very many asterisks names nothing.
on_path(written, from, file, trace) if {
	count(written) <= 300
	count(split(written, "*")) <= 12
	some pattern in patterns(regex.replace(written, `^(\./+)+|/+$`, ""), from)
	some path in [file.file, field.text(trace, ["target"])]
	path != ""
	glob.match(pattern, ["/"], path)
}

# Two asterisks stand for no folder too, and a folder for all in it.
patterns(written, from) := {pattern |
	some folder in folders(written, from)
	plain_glob := regex.replace(written, `^(\.\./+)+`, "")
	some glob_ in {plain_glob, replace(plain_glob, "**/", "")}
	some tail in ["", "/**"]
	pattern := concat("", [folder, glob_, tail])
}

# The folders to which a path may be relative, each with a slash at its end.
folders(written, from) := {concat("", [part | some part in [sprintf("%s/", [p]) | some p in array.slice(parts, 0, n)]]) |
	parts := array.slice(split(from, "/"), 0, count(split(from, "/")) - 1)
	climbs := count(regex.find_n(`\.\./+`, regex.find_n(`^(?:\.\./+)*`, written, 1)[0], -1))
	some n in depths(climbs, count(parts))
}

depths(0, deepest) := numbers.range(0, deepest)

depths(climbs, deepest) := [deepest - climbs] if {
	climbs > 0
	climbs <= deepest
}
