# METADATA
# title: People were made aware not too long ago
# description: |
#   People come and go, and policies and systems change: awareness is renewed by the day that was
#   planned or, where none was, within an interval. A later measure on the same topic for the same
#   audience renews the one before, which is kept as evidence.
# custom:
#   severity: error
#   requirements: ["7.3"]
#   evidence: attested
#   remediation: Repeat the measure, and state the day it took place and the day of the next.
#   parameters:
#     - name: max_age_days
#       default: 366
#       description: Days after which a measure without a next day has to be repeated.
#   proof:
#     optional: [awareness.*.next]
#     mutants:
#       awareness.*.on: [future]
#       awareness.*.next: [stale]
package aimslint.rules.role_register.awareness_current

import data.aimslint.lib.date
import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.grouping
import data.aimslint.lib.text

report contains found if {
	some key in ["on", "next"]
	faults := {i: complaint(item, key) | some i, item in measures.items}
	some found in fault.spread(measures, [key], faults)
}

# Of the measures on one topic for one audience, all but the latest are history.
measures := entry.with_items(listed, {i: item |
	some places in grouping.by_key({[theme(item), i] | some i, item in listed.items})
	latest := max({field.text(listed.items[i], ["on"]) | some i in places})
	some i in places
	item := listed.items[i]
	field.text(item, ["on"]) == latest
})

listed := entry.group(input, "awareness", "awareness measure", ["topic"])

theme(item) := [text.fold(field.text(item, ["topic"])), {text.fold(name) | some name in field.texts(item, ["audience"])}]

complaint(item, "on") := held(item)

complaint(item, "next") := renewal(item)

held(item) := "took place on a day that lies in the future" if {
	date.future(field.value(item, ["on"]))
} else := "took place longer ago than its interval allows" if {
	field.absent(item, ["next"])
	date.older(field.value(item, ["on"]), data.config["role-register/awareness-current"].max_age_days)
}

renewal(item) := message if {
	message := fault.malformed_day(item, ["next"], "the day it takes place next")
} else := "was to be repeated on a day that has passed" if {
	date.past(field.value(item, ["next"]))
}
