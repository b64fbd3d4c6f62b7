# METADATA
# title: The impact assessment is of the use by the users of the system
# description: |
#   An assessment that leaves out users of the system, or is about other users, has not assessed
#   the registered use. Only short names of users are compared, not prose.
# custom:
#   severity: warning
#   requirements: [A.9.4, A.5.3]
#   evidence: verified
#   kinds: [impact-assessment]
#   remediation: Assess the use by all users that the inventory names, and by no others, or correct the inventory.
#   proof:
#     mutants:
#       "impact-assessment:intended_use.users": [unknown]
package aimslint.rules.repository.impact_assessment_users_agree

import data.aimslint.lib.inventory
import data.aimslint.lib.users
import data.aimslint.lib.violation

report contains violation.with_related(found, [registered]) if {
	some s, latest in inventory.latest_assessments
	system := inventory.systems[s]
	theirs := users.named(system.users)
	count(theirs) > 0
	some a in latest
	assessment := inventory.assessments[a]
	assessed := users.named(assessment.users)
	count(assessed) > 0
	some message in (left_out(theirs, assessed, system) | added(theirs, assessed, system))
	found := violation.on(assessment, ["intended_use", "users"], message)
	registered := violation.related(system, ["intended_use", "users"], "The users of the system")
}

left_out(theirs, assessed, system) := {message |
	some user in theirs
	not users.akin(user, assessed)
	message := sprintf("The impact assessment leaves out the users \"%s\" of the AI system \"%s\"", [user[1], inventory.called(system)])
}

added(theirs, assessed, system) := {message |
	some user in assessed
	not users.akin(user, theirs)
	message := sprintf("The impact assessment is about the users \"%s\", whom the AI system \"%s\" is not registered for", [user[1], inventory.called(system)])
}
