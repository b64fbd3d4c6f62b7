# METADATA
# title: Each item says what is wrong, where and when it came to light, and how far it is
# description: |
#   An item begins with the nonconformity: what is the case instead of what should be, from
#   where it is known and since when. Audits and incidents refer to it by its id, which must not
#   mean two.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   remediation: >-
#     State id, raised, source, description and status (open, done or closed) of each item; requirement,
#     if it is one of ISO/IEC 42001, as a clause or an Annex A control.
#   proof:
#     optional: [items.*.requirement]
#     mutants:
#       items.1.id: [CA-7]
#       items.*.raised: [future]
#       items.*.requirement: ["8.9", A.11.2, "6"]
#       items.*.status: [unknown]
package aimslint.rules.corrective_action_log.item

import data.aimslint.lib.correction
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.grouping
import data.aimslint.lib.requirement
import data.aimslint.lib.text
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

states := ["open", "done", "closed"]

report contains found if {
	some key, what in {"id": "an id", "source": "a source", "description": "a description", "status": "its status"}
	faults := {i: fault.text(item, [key], what) | some i, item in correction.all}
	some found in fault.spread(correction.group, [key], faults)
}

report contains found if {
	faults := {i: fault.past_day(item, ["raised"], "a day on which it was raised") | some i, item in correction.all}
	some found in fault.spread(correction.group, ["raised"], faults)
}

report contains violation.at(["items", i, "id"], message) if {
	some indexes in holders
	some i in (indexes - {min(indexes)})
	message := sprintf("The id \"%s\" belongs to another item of this log already", [trim_space(correction.all[i].id)])
}

holders := grouping.by_key({[key, i] |
	some i, item in correction.all
	key := text.fold(item.id)
	key != ""
})

report contains violation.at(["items", i, "status"], message) if {
	some i, item in correction.all
	is_string(field.value(item, ["status"]))
	some [_, value] in vocabulary.unknown(item, ["status"], states)
	message := sprintf("%s has the status %s where one of %s is expected", [fault.called(correction.group, i), value, concat(", ", states)])
}

report contains violation.at(["items", i, "requirement"], message) if {
	some i, item in correction.all
	stated := field.text(item, ["requirement"])
	stated != ""
	not stated in requirement.ids
	message := sprintf("%s is about \"%s\", which is no requirement of ISO/IEC 42001", [fault.called(correction.group, i), stated])
}

report contains violation.at(["items", i, "requirement"], message) if {
	some i, item in correction.all
	field.present(item, ["requirement"])
	complaint := fault.text(item, ["requirement"], "the requirement")
	message := sprintf("%s %s", [fault.called(correction.group, i), complaint])
}
