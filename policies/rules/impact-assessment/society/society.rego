# METADATA
# title: Each area of society is considered or excused with a reason
# description: |
#   A system can change more than the lives of those it touches. For each area the assessment
#   states an effect, or why there is none that matters.
# custom:
#   severity: error
#   requirements: [A.5.5, 6.1.4]
#   evidence: attested
#   remediation: Add an entry for the area under society, with its effect, or with not_relevant and the reason.
#   parameters:
#     - name: areas
#       default: [environment, economy, governance, health-and-safety, culture]
#       description: The areas of society that every assessment considers.
#   proof:
#     mutants:
#       society.*.area: [unknown]
#       society.*.not_relevant: ["Yes"]
package aimslint.rules.impact_assessment.society

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.impact
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.at(["society"], sprintf("The assessment %s", [fault.list(input, ["society"], "effects on society")]))

report contains found if some found in fault.strays(input, ["society"], ["society"], "effect on society", "")

report contains violation.at(["society"], sprintf("The assessment does not consider the area \"%s\"", [area])) if {
	count(impact.society.items) > 0
	some area in data.config["impact-assessment/society"].areas
	not vocabulary.word(area) in considered
}

report contains found if {
	faults := {i: "states neither an effect nor a reason why there is none" |
		some i, item in impact.society.items
		not excused(item)
		field.unworded(item, ["effect"])
	}
	some found in fault.spread(impact.society, ["effect"], faults)
}

report contains found if {
	faults := {i: "states an effect and that there is none" |
		some i, item in impact.society.items
		excused(item)
		field.present(item, ["effect"])
	}
	some found in fault.spread(impact.society, ["not_relevant"], faults)
}

report contains found if {
	faults := {i: fault.sentence(item, ["not_relevant"], "the reason why there is no effect") |
		some i, item in impact.society.items
		excused(item)
	}
	some found in fault.spread(impact.society, ["not_relevant"], faults)
}

considered := {vocabulary.word(field.text(item, ["area"])) | some item in impact.society.items}

excused(item) if field.worded(item, ["not_relevant"])
