# METADATA
# title: Each requirement is traced to an evaluation, and each evaluation to its requirement
# description: >-
#   A requirement that no evaluation answers has not been verified, whatever the other results say. The
#   trace must hold in both directions.
# custom:
#   severity: error
#   requirements: [A.6.2.2, A.6.2.4]
#   evidence: attested
#   remediation: >-
#     Name under verified_by of each requirement the identifiers of the evaluations that verify it, and
#     under requirement of an evaluation the requirement that names it.
#   proof:
#     optional: ["evaluations.*.requirement"]
#     mutants:
#       "requirements.*.verified_by": [[unknown-evaluation]]
#       "requirements.*.verified_by.*": [unknown]
#       "evaluations.*.requirement": [unknown]
package aimslint.rules.ai_system.requirement_verified

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.label
import data.aimslint.lib.system
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains found if {
	some found in fault.spread(system.requirements, ["verified_by"], unverified)
}

# Without any evaluations, all requirements lack theirs for the same reason.
unverified := {i: "is verified by no evaluation, since the system has none" |
	some i, item in system.requirements.items
	awaited(item)
} if {
	count(system.evaluations.items) == 0
} else := {i: "names no evaluation that verifies it" |
	some i, item in system.requirements.items
	due
	field.textless(item, ["verified_by"])
}

awaited(_) if due

awaited(item) if {
	system.asked
	count(field.texts(item, ["verified_by"])) > 0
}

due if {
	system.makes
	system.reached("verification-and-validation")
}

report contains violation.at(["requirements", i, "verified_by", j], message) if {
	system.asked
	count(system.evaluations.items) > 0
	some i, item in system.requirements.items
	some j, id in field.items(item, ["verified_by"])
	is_string(id)
	count(system.evaluations_named(id)) == 0
	message := sprintf("%s names the evaluation \"%s\", which is not among the evaluations of the system", [fault.called(system.requirements, i), label.short(id)])
}

report contains violation.at(["evaluations", i, "requirement"], message) if {
	system.asked
	some i, item in system.evaluations.items
	id := field.name(item, ["requirement"])
	id != ""
	count(system.requirements_named(id)) == 0
	message := sprintf("%s names the requirement \"%s\", which is not among the requirements of the system", [fault.called(system.evaluations, i), label.short(id)])
}

report contains violation.at(["evaluations", i, "requirement"], message) if {
	system.asked
	some i, item in system.evaluations.items
	some r in system.requirements_named(field.name(item, ["requirement"]))
	verified := system.requirements.items[r]
	count(field.texts(verified, ["verified_by"])) > 0
	not lists(verified, field.name(item, ["id"]))
	message := sprintf(
		"%s is stated to verify %s, which does not name it under verified_by",
		[fault.called(system.evaluations, i), label.of("requirement", verified, ["id"])],
	)
}

lists(requirement, id) if {
	some verifier in field.texts(requirement, ["verified_by"])
	text.same(verifier, id)
}
