# METADATA
# title: The audits of a cycle cover all clauses
# description: |
#   Internal audits show whether the whole management system meets the requirements. Over a
#   cycle their scopes together must leave out no clause. A cycle that has ended is history.
# custom:
#   severity: warning
#   requirements: [9.2.1, 9.2.2]
#   evidence: attested
#   remediation: Add what is missing to the scope of an audit whose day lies within the cycle, or plan another audit for it.
#   parameters:
#     - name: clauses
#       default: ["4", "5", "6", "7", "8", "9", "10"]
#       description: The clauses and controls that the audits of a cycle must cover, each with all below it.
#   proof:
#     mutants:
#       audits: [[{id: IA-2026-1, planned: "2026-03-10", scope: ["4"]}]]
#       audits.*.scope: ["4.1"]
#       audits.*.planned: [stale]
package aimslint.rules.audit_programme.coverage

import data.aimslint.lib.audit
import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.requirement
import data.aimslint.lib.violation

# A clause without any audit is named as such, one that is covered in part by
# what is missing. That there is no cycle or no scope is for other rules to say.
report contains violation.at(["audits"], message) if {
	date.between(field.value(input, ["cycle", "from"]), field.value(input, ["cycle", "to"])) >= 0
	not date.past(field.value(input, ["cycle", "to"]))
	scoped
	some clause in data.config["audit-programme/coverage"].clauses
	parts := requirement.within(clause)
	some id in missing(clause, parts)
	message := sprintf("No audit of the cycle has %s in its scope", [id])
}

scoped if {
	some item in audit.all
	some part in field.texts(item, ["scope"])
	count(requirement.within(part)) > 0
}

missing(clause, parts) := {clause} if {
	count(parts & covered) == 0
} else := parts - covered

covered := {id |
	some item in audit.all
	in_cycle(item)
	some part in field.texts(item, ["scope"])
	some id in requirement.within(part)
}

# By the day on which it was held or for which it is planned.
in_cycle(item) if {
	some key in ["held", "planned"]
	day := field.value(item, [key])
	date.between(field.value(input, ["cycle", "from"]), day) >= 0
	date.between(day, field.value(input, ["cycle", "to"])) >= 0
}
