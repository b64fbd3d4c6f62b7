# METADATA
# title: The event log records what an inquiry needs, in operation, and cannot be altered
# description: >-
#   After harm or a complaint, somebody must be able to see what the system was given and what it said.
#   For high-risk systems, Art. 12 of the EU AI Act demands events that show risks and allow monitoring.
# custom:
#   severity: warning
#   requirements: [A.6.2.8]
#   evidence: attested
#   remediation: >-
#     State under event_log the events that are recorded, the stages in which they are, and how entries
#     are kept from being altered or lost (integrity).
#   parameters:
#     - name: required_events
#       default: [input, output, error]
#       description: The events that have to be recorded, under the names of the schema.
#     - name: high_risk_events
#       default: [use, input, output, error, performance]
#       description: The events that a high-risk system has to record (EU AI Act, Art. 12).
#   proof:
#     mutants:
#       "event_log.events": [[use]]
#       "event_log.stages": [[inception]]
package aimslint.rules.ai_system.event_log

import data.aimslint.lib.field
import data.aimslint.lib.system
import data.aimslint.lib.vocabulary

report contains found if {
	system.in_use
	some found in system.section(["event_log"], "an event log", {
		"events": "the events that its log records",
		"stages": "the stages in which events are recorded",
		"integrity": "an account of how its log is kept from being altered or lost",
	})
}

report contains system.at(["event_log", "events"], message) if {
	system.in_use
	recorded := {vocabulary.word(event) | some event in field.texts(input, ["event_log", "events"])}
	count(recorded) > 0
	some event in required
	not event in recorded
	message := sprintf("does not record \"%s\" in its event log", [event])
}

report contains system.at(["event_log", "stages"], "does not record events in the stage \"operation-and-monitoring\"") if {
	system.in_use
	stages := {vocabulary.word(stage) | some stage in field.texts(input, ["event_log", "stages"])}
	count(stages) > 0
	not "operation-and-monitoring" in stages
}

required := data.config["ai-system/event-log"].high_risk_events if {
	vocabulary.word(field.text(input, ["regulation", "eu_ai_act", "class"])) == "high-risk"
} else := data.config["ai-system/event-log"].required_events
