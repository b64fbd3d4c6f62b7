# METADATA
# title: Each document has an id of its own
# description: |
#   Documents refer to each other by id. An id that two documents of a kind share leads to
#   either of them.
# custom:
#   severity: error
#   requirements: [7.5.2, 7.5.3]
#   evidence: verified
#   kinds: [any]
#   remediation: Give one of the documents another id; if it is an old version, remove it and keep it in the version history.
#   proof:
#     mutants:
#       "model-card:metadata.id": [triage-assistant-card]
package aimslint.rules.repository.document_id_unique

import data.aimslint.lib.grouping
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, [first]) if {
	some [kind, _], places in holders
	some place in (places - {min(places)})
	records := input.records[kind]
	message := sprintf("The id \"%s\" belongs to another document of kind %s too", [records[place].id, kind])
	found := violation.on(records[place], ["metadata", "id"], message)
	first := violation.related(records[min(places)], ["metadata", "id"], "The first document with this id")
}

holders := grouping.by_key({[[kind, key], i] |
	some kind, records in input.records
	some i, record in records
	key := text.fold(object.get(record, "id", ""))
	key != ""
})
