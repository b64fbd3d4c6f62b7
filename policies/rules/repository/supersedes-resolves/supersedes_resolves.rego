# METADATA
# title: A document supersedes another document that exists
# description: |
#   A document that names a predecessor which cannot be found, or itself, breaks the history of
#   versions.
# custom:
#   severity: warning
#   requirements: [7.5.3, 7.5.2]
#   evidence: verified
#   kinds: [any]
#   remediation: Correct the id under metadata.supersedes, or remove it if the predecessor is kept elsewhere.
#   proof:
#     optional: ["risk-register:metadata.supersedes"]
#     mutants:
#       "risk-register:metadata.supersedes": [unknown]
package aimslint.rules.repository.supersedes_resolves

import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(record, ["metadata", "supersedes"], message) if {
	some records in input.records
	some record in records
	predecessor := text.fold(object.get(record, "supersedes", ""))
	predecessor != ""
	problem := complaint(record, predecessor)
	message := sprintf("The document is said to supersede \"%s\", %s", [record.supersedes, problem])
}

complaint(record, predecessor) := "which is the document itself" if {
	text.fold(record.id) == predecessor
} else := "which no document has as its id" if {
	not predecessor in ids
}

ids := {text.fold(record.id) | some records in input.records; some record in records}
