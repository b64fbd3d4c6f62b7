# METADATA
# title: The source of a corrective action exists and is what the action is for
# description: |
#   A corrective action says where the nonconformity came to light. If it names an audit, a finding
#   or an incident, that must be there to be read. An incident or finding that names the action as its own
#   is among the sources, and an action cannot have been raised before the incident that it is about.
# custom:
#   severity: warning
#   requirements: ["10.2"]
#   evidence: verified
#   kinds: [corrective-action-log]
#   remediation: Correct the id in the source, add the audit, finding or incident that it names, or name all that the action is for.
#   proof:
#     optional: ["corrective-action-log:items.*.raised"]
#     mutants:
#       "corrective-action-log:items.*.source": [Internal audit IA-2099-1, Incident INC-2026-02]
#       "corrective-action-log:items.*.raised": [stale]
#       "incident-log:incidents.0.detected": [future]
package aimslint.rules.repository.corrective_action_source_known

import data.aimslint.lib.catalogue
import data.aimslint.lib.date
import data.aimslint.lib.grouping
import data.aimslint.lib.label
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation

# Sources are written in words; what looks like the id of an audit, finding or
# incident of the repository is taken for one. Items that were closed may point
# back to what is kept no longer.
report contains violation.on(log, ["items", i, "source"], message) if {
	some log in register.of("corrective-action-log")
	some i, item in log.items
	item.status != "closed"
	some name in register.tokens(item.source)
	register.shape(name) in shapes
	not text.fold(name) in known
	message := sprintf("%s names the source \"%s\", which is no audit, finding or incident of the repository", [label.the("item", item, ["id"]), name])
}

# Whoever sends an incident or finding to an item is among the sources that it
# names, if it names any.
report contains violation.with_related(found, [there]) if {
	some named in referring
	some entry in register.actions(named.action)
	own := {text.fold(name) | some name in register.tokens(entry.item.source)} & sources
	count(own) > 0
	count(own & named.ids) == 0
	message := sprintf("%s names another source than %s, which is corrected by it", [label.the("item", entry.item, ["id"]), named.called])
	found := violation.on(entry.log, array.concat(entry.place, ["source"]), message)
	there := violation.related(named.record, array.concat(named.place, ["corrective_action"]), "The corrective action that it names")
}

report contains violation.on(log, ["items", i, "raised"], message) if {
	some log in register.of("corrective-action-log")
	some i, item in log.items
	days := {day | some name in register.tokens(item.source); some day in object.get(days_of, text.fold(name), set())}
	count(days) > 0
	every day in days {
		date.between(item.raised, day) > 0
	}
	message := sprintf("%s was raised before the incident that it names as its source was detected", [label.the("item", item, ["id"])])
}

# The days on which each incident was detected.
days_of := grouping.by_key({[text.fold(entry.incident.id), entry.incident.detected] |
	some entry in register.incidents
	date.valid(entry.incident.detected)
	text.fold(entry.incident.id) in sources
})

# What names a corrective action, and the ids by which the action may name it.
referring := array.concat(
	[{
		"record": entry.log, "place": entry.place, "action": entry.incident.corrective_action,
		"ids": {text.fold(entry.incident.id)}, "called": label.of("incident", entry.incident, ["id"]),
	} |
		some entry in register.incidents
		text.fold(entry.incident.id) in sources
	],
	[{
		"record": entry.programme, "place": array.concat(entry.place, ["findings", j]), "action": finding.corrective_action,
		"ids": {text.fold(entry.audit.id), text.fold(finding.id)}, "called": label.of("finding", finding, ["id"]),
	} |
		some entry in register.audits
		some j, finding in entry.audit.findings
		text.fold(finding.id) in sources
	],
)

sources := register.distinct(array.flatten([
	[entry.audit.id | some entry in register.audits],
	[entry.finding.id | some entry in register.findings],
	[entry.incident.id | some entry in register.incidents],
]))

shapes := {register.shape(id) | some id in sources}

# Other things may have ids of the same shape.
known := (sources | register.documents) | (register.corrective_actions | {text.fold(risk.id) |
	some risks in catalogue.registers
	some risk in risks.risks
})
