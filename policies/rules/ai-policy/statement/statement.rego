# METADATA
# title: The policy says what it is about in more than a phrase
# description: >-
#   A policy gives direction: what AI is used for here, what is wanted of it and what will not be
#   done. A slogan that fits any organization decides nothing.
# custom:
#   severity: error
#   requirements: ["5.2", A.2.2]
#   evidence: attested
#   remediation: >-
#     Write under statement, in a few sentences, what the organization uses AI for, what it wants to
#     achieve and where it draws the line.
#   parameters:
#     - name: min_words
#       default: 20
#       description: Different words that the statement must have; in scripts without blanks between words, different signs.
#   proof:
#     mutants:
#       statement: [We use AI responsibly.]
package aimslint.rules.ai_policy.statement

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.at(["statement"], sprintf("The policy %s", [predicate])) if {
	predicate := fault.text(input, ["statement"], "a statement")
}

report contains violation.at(["statement"], "The statement of the policy is too short to give direction") if {
	statement := field.text(input, ["statement"])
	statement != ""
	count(words(statement)) < data.config["ai-policy/statement"].min_words
}

# Different words, so that a repeated phrase does not count as more.
words(statement) := {lower(word) | some word in text.words(statement)}
