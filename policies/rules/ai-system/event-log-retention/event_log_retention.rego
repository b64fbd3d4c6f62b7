# METADATA
# title: Event logs are kept long enough
# description: >-
#   Harm is often noticed months later. Art. 19 and 26 of the EU AI Act demand that the logs of
#   high-risk systems are kept for at least six months. For other systems no law sets a term, and data
#   protection sets an end; the default asks for a month.
# custom:
#   severity: error
#   requirements: [A.6.2.8]
#   evidence: attested
#   remediation: State under event_log.retention_days for how many days entries are kept, and keep them at least as long as expected.
#   parameters:
#     - name: minimum_days
#       default: 30
#       description: The least number of days for which entries have to be kept.
#       profiles:
#         eu-high-risk: 183
#     - name: high_risk_days
#       default: 183
#       description: The same for systems that are classified as high-risk under the EU AI Act, Art. 19 and 26.
#   proof:
#     mutants:
#       "event_log.retention_days": [7, 0]
package aimslint.rules.ai_system.event_log_retention

import data.aimslint.lib.field
import data.aimslint.lib.system

report contains system.at(["event_log", "retention_days"], message) if {
	system.in_use
	field.present(input, ["event_log"])
	message := complaint
}

complaint := "does not say as a number of days how long its event log is kept" if {
	not is_number(kept)
} else := sprintf("keeps its event log for less than %v days", [minimum]) if {
	kept < minimum
}

kept := field.value(input, ["event_log", "retention_days"])

minimum := max([config.minimum_days, config.high_risk_days]) if {
	system.high_risk
} else := config.minimum_days

config := data.config["ai-system/event-log-retention"]
