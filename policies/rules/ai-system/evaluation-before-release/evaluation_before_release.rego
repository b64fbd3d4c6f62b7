# METADATA
# title: The deployed version was evaluated before it was deployed
# description: >-
#   What requirements and release criteria rest on must be a result of the version that is deployed, and
#   must have been known on the day of the deployment. Results of other versions and later ones may
#   stand beside it.
# custom:
#   severity: error
#   requirements: [A.6.2.4, A.6.2.5]
#   evidence: attested
#   remediation: >-
#     Evaluate the version that is deployed, and name that evaluation; if the day or the version is a slip,
#     correct it.
#   proof:
#     mutants:
#       version: ["2.4.0"]
#       "evaluations.*.version": ["2.2.0"]
#       "evaluations.*.on": ["2026-03-03"]
package aimslint.rules.ai_system.evaluation_before_release

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.system

report contains found if {
	system.reached("deployment")
	deployed := system.version(input, ["version"])
	deployed != ""
	faults := {i: "is of another version than the one that is deployed" |
		some relied in reliances
		every k in relied {
			not system.version(system.evaluations.items[k], ["version"]) in {"", deployed}
		}
		some i in relied
	}
	some found in fault.spread(group, ["version"], faults)
}

report contains found if {
	system.reached("deployment")
	faults := {i: "took place after the deployment that it should precede" |
		some relied in reliances
		every k in relied {
			date.between(system.deployed_on, field.value(system.evaluations.items[k], ["on"])) > 0
		}
		some i in relied
	}
	some found in fault.spread(group, ["on"], faults)
}

# What the release rests on, so that one slip for all is one finding.
group := object.union(object.remove(system.evaluations, ["items"]), {
	"within": " that the release rests on",
	"items": {i: item |
		some i, item in system.evaluations.items
		some relied in reliances
		i in relied
	},
})

# The evaluations that each requirement and each release criterion rests on; if
# none rests on any, each evaluation on its own.
reliances := named if {
	count(named) > 0
} else := {{i} | some i, _ in system.evaluations.items}

named := {relied |
	some names in references
	relied := {i | some id in names; some i in system.evaluations_named(id)}
	count(relied) > 0
}

references := {field.texts(item, ["verified_by"]) | some item in system.requirements.items} | {field.texts(item, ["evaluation"]) | some item in system.criteria.items}
