# METADATA
# title: The audits of a cycle cover the applicable controls
# description: |
#   Controls that the statement of applicability declares applicable are part of the management
#   system, and over a cycle the internal audits look at all of it. Cycles that have ended are history.
# custom:
#   severity: warning
#   requirements: [9.2.2]
#   evidence: verified
#   profile: certification
#   kinds: [audit-programme]
#   remediation: Add the controls, or their groups as A.7, to the scope of an audit within the cycle.
#   proof:
#     mutants:
#       "audit-programme:audits.*.scope": [["4"]]
#       "audit-programme:audits.*.planned": [stale]
package aimslint.rules.repository.audit_programme_covers_controls

import data.aimslint.lib.date
import data.aimslint.lib.grouping
import data.aimslint.lib.register
import data.aimslint.lib.requirement
import data.aimslint.lib.violation

report contains violation.on(programme, ["audits"], message) if {
	some programme in register.current("audit-programme")
	not date.past(programme.cycle.to)
	covered := {id | some entry in register.audits; in_cycle(entry.audit, programme.cycle); some part in entry.audit.scope; some id in requirement.within(part)}
	left_out := {id | some group, controls in applicable; some id in missing(group, controls, covered)}
	count(left_out) > 0
	message := sprintf("No audit of the cycle has these applicable controls in its scope: %s", [concat(", ", ordered(left_out))])
}

# A group without any audit is named as such, one that is covered in part by what
# is missing.
missing(group, controls, covered) := {group} if {
	count(controls & covered) == 0
} else := controls - covered

ordered(ids) := [pair[1] | some pair in sort([[[to_number(part) | some part in split(substring(id, 2, -1), ".")], id] | some id in ids])]

# By their group, as A.7.
applicable := grouping.by_key({[concat(".", array.slice(split(id, "."), 0, 2)), id] |
	some id in requirement.ids
	startswith(id, "A.")
	register.applicable(id)
})

# By the day on which it was held or for which it is planned. That there is no
# cycle is for another rule to say.
in_cycle(audit, cycle) if {
	some day in [audit.held, audit.planned]
	date.between(cycle.from, day) >= 0
	date.between(day, cycle.to) >= 0
}

in_cycle(_, cycle) if not date.valid(cycle.from)

in_cycle(_, cycle) if not date.valid(cycle.to)
