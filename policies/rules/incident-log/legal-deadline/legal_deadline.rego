# METADATA
# title: Serious incidents are reported within the days that the EU AI Act allows
# description: |
#   The provider of a high-risk system reports a serious incident to the market surveillance
#   authority at once, and at the latest 15 days after becoming aware of it: 10 days if a person
#   died, 2 days for a widespread infringement or the failure of critical infrastructure. At least
#   one notification must be due by then, counted from the day of detection. Source: Regulation
#   (EU) 2024/1689, Article 73, paragraphs 2 to 4, with Article 3, point 49.
# custom:
#   severity: error
#   profile: eu-high-risk
#   requirements: [A.8.4, A.8.5]
#   evidence: attested
#   remediation: List the report to the market surveillance authority under notified, due within the legal days of detection.
#   parameters:
#     - name: days
#       default: 15
#       description: Days from detection to the report of a serious incident (Regulation (EU) 2024/1689, Article 73(2)).
#     - name: death_days
#       default: 10
#       description: Days from detection to the report if a person died (Article 73(4)).
#     - name: urgent_days
#       default: 2
#       description: Days from detection to the report of a widespread infringement or of the failure of critical infrastructure (Article 73(3)).
#   proof:
#     mutants:
#       incidents.*.notified.*.due: [stale, future]
#       incidents.*.category: [widespread-infringement, critical-infrastructure]
package aimslint.rules.incident_log.legal_deadline

import data.aimslint.lib.date
import data.aimslint.lib.entry
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.incident
import data.aimslint.lib.violation

report contains violation.at(["incidents", i, "notified", earliest(delays), "due"], message) if {
	some i, item in entry.incidents.items
	incident.serious(item)
	incident.category(item) != "other"
	delays := delay(item)
	count(delays) > 0
	not in_time(delays, allowed(incident.category(item)))
	message := sprintf("%s has no notification that is due within the days that the law allows from its detection", [fault.called(entry.incidents, i)])
}

config := data.config["incident-log/legal-deadline"]

allowed("death") := config.death_days

allowed("widespread-infringement") := config.urgent_days

allowed("critical-infrastructure") := config.urgent_days

allowed(category) := config.days if not category in {"death", "widespread-infringement", "critical-infrastructure"}

# The days from detection to the due day of each notification. Where there is
# nothing to compare, other rules ask for the days.
delay(item) := {j: days |
	some j, part in field.items(item, ["notified"])
	days := date.between(item.detected, field.value(part, ["due"]))
}

in_time(delays, allowance) if {
	some days in delays
	days >= 0
	days <= allowance
}

earliest(delays) := min({j | some j, days in delays; days == least}) if {
	least := min({days | some days in delays})
}
