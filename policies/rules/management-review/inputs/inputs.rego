# METADATA
# title: The review looked at all that it has to
# description: |
#   The standard says what a review looks at. Each is put in words, if only to say that nothing
#   has changed, so that it can be seen that it was not forgotten.
# custom:
#   severity: error
#   requirements: [9.3.2]
#   evidence: attested
#   remediation: State each under inputs in a sentence or more, also where there was nothing to discuss.
#   parameters:
#     - name: min_words
#       default: 2
#       description: The fewest words about each; in scripts without blanks between words, the fewest signs.
#   proof:
#     mutants:
#       inputs.audits: [ok, "Yes."]
package aimslint.rules.management_review.inputs

import data.aimslint.lib.field
import data.aimslint.lib.text
import data.aimslint.lib.violation

expected := {
	"previous_actions": "how far the actions of earlier reviews are",
	"context_changes": "what has changed outside and inside the organization",
	"party_needs": "what has changed in the needs of interested parties",
	"nonconformities": "how nonconformities and corrective actions develop",
	"measurement": "what monitoring and measurement show",
	"audits": "what the audits found",
	"opportunities": "where the management system could be better",
}

missing := {key | some key, _ in expected; unsaid(["inputs", key])}

unsaid(path) if field.unworded(input, path)

unsaid(path) if count(text.words(concat(" ", field.texts(input, path)))) < data.config["management-review/inputs"].min_words

report contains violation.at(["inputs"], "The review does not put into words what it looked at") if {
	count(missing) == count(expected)
}

report contains violation.at(["inputs", key], message) if {
	count(missing) < count(expected)
	some key in missing
	message := sprintf("The review does not put into words %s (%s)", [expected[key], key])
}
