# METADATA
# description: |
#   The documents that a repository is expected to keep once it declares a
#   management system for AI.
package aimslint.lib.expected

import data.aimslint.lib.register
import data.aimslint.lib.violation

# METADATA
# description: The documents that declare no management system, those about the AI systems themselves first.
other := [record |
	some kind in ["ai-system", "ai-policy", "model-card", "data-manifest", "risk-register", "impact-assessment", "role-register", "supplier-register", "incident-log", "corrective-action-log"]
	some record in object.get(input, ["records", kind], [])
]

# METADATA
# description: The documents that declare a management system, the most telling first.
declaring := [record |
	some kind in ["management-system", "statement-of-applicability", "audit-programme", "management-review", "certification"]
	some record in object.get(input, ["records", kind], [])
]

# METADATA
# description: |
#   The violation for a kind of which there is no document, at the first document
#   that declares a management system; none if there is none, or if the statement
#   of applicability excludes all the controls that the kind is for.
missing(kind, what, controls) := {violation.on(declaring[0], ["metadata", "id"], message)} if {
	count(declaring) > 0
	count(object.get(input, ["records", kind], [])) == 0
	not all_excluded(controls)
	message := sprintf("The repository declares an AI management system, but keeps no %s", [what])
} else := set()

all_excluded(controls) if {
	count(controls) > 0
	every control in controls {
		register.excluded(control)
	}
}
