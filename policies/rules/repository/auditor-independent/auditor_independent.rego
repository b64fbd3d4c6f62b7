# METADATA
# title: Auditors answer for nothing that they audit
# description: |
#   Who holds a role or owns a process cannot audit it. The role register says of which roles an
#   auditor is independent, and the management system who owns the processes.
# custom:
#   severity: error
#   requirements: [9.2.2]
#   evidence: verified
#   kinds: [audit-programme]
#   remediation: Choose an auditor who has no part in the work, or name the audited roles under independent_of of the auditor's role.
#   proof:
#     mutants:
#       "audit-programme:audits.*.auditors.*": [process-owner]
#       "role-register:roles.*.independent_of.*": [unknown]
package aimslint.rules.repository.auditor_independent

import data.aimslint.lib.label
import data.aimslint.lib.people
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

# Where auditor and audited bear the same name, the programme alone shows it.
report contains violation.with_related(found, related) if {
	some engagement in engagements
	involved := {part | some part in engagement.work; same_person(engagement.auditor, part.name)}
	count(involved) > 0
	part := min(involved)
	message := sprintf("The auditor \"%s\" of %s answers for \"%s\", whose work is audited", [engagement.auditor, engagement.audit, part.audited])
	found := violation.on(engagement.programme, engagement.place, message)
	related := part.related
}

report contains violation.on(engagement.programme, engagement.place, message) if {
	some engagement in engagements
	every part in engagement.work {
		not same_person(engagement.auditor, part.name)
	}
	free := independent(engagement.auditor)
	doubtful := {part.audited |
		some part in engagement.work
		count(people.meant(part.name)) > 0
		count(people.meant(part.name) & free) == 0
	}
	count(doubtful) > 0
	message := sprintf("The role register does not say that the auditor \"%s\" of %s is independent of \"%s\", whose work is audited", [engagement.auditor, engagement.audit, min(doubtful)])
}

# Each auditor of each audit, with the roles whose work is audited.
engagements := [{
	"programme": entry.programme,
	"audit": label.of("audit", entry.audit, ["id"]),
	"place": array.concat(entry.place, ["auditors", j]),
	"auditor": auditor,
	"work": {part | some audited in entry.audit.audited; not text.same(audited, auditor); some part in parts(audited)},
} |
	some entry in register.audits
	some j, auditor in entry.audit.auditors
]

# The audited itself, and the owner if it is a process.
parts(audited) := {{"audited": audited, "name": audited, "related": []}} | {part |
	some system in register.of("management-system")
	some i, process in system.processes
	process.owner != ""
	same_thing(audited, process)
	place := violation.related(system, ["processes", i, "owner"], "The owner of the process")
	part := {"audited": audited, "name": process.owner, "related": [place]}
}

same_thing(name, process) if text.same(name, process.id)

same_thing(name, process) if text.same(name, process.name)

same_person(a, b) if vocabulary.word(a) == vocabulary.word(b)

same_person(a, b) if count(people.meant(a) & people.meant(b)) > 0

same_person(a, b) if count(holders(a) & holders(b)) > 0

holders(name) := {holder |
	some entry in people.meant(name)
	holder := text.fold(people.role(entry).holder)
	holder != ""
}

# The roles of which a role of the register is independent; undefined for others,
# such as an auditor from outside.
independent(auditor) := {entry |
	some role in roles
	some name in people.role(role).independent_of
	some entry in people.meant(name)
} if {
	roles := people.meant(auditor)
	count(roles) > 0
}
