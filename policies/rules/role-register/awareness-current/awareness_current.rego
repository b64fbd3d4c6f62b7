# METADATA
# title: People were made aware not too long ago
# description: |
#   People come and go, and policies and systems change: awareness is renewed by the day that was
#   planned or, where none was, within an interval.
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

report contains found if {
	measures := entry.group(input, "awareness", "awareness measure", ["topic"])
	some key in ["on", "next"]
	faults := {i: complaint(item, key) | some i, item in measures.items}
	some found in fault.spread(measures, [key], faults)
}

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
