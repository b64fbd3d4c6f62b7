# METADATA
# description: |
#   The sections and lists of a management system or a policy, and what they
#   lack. Each function gives violations or the predicate of a sentence, as those
#   of fault do.
package aimslint.lib.management

import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

# METADATA
# description: The maps of a list of the document, as a group whose faults can be spread.
group(list, noun, names) := {"items": maps(list), "list": list, "noun": noun, "names": names, "within": ""}

maps(list) := {i: item |
	found := field.value(input, list)
	is_array(found)
	some i, item in found
	is_object(item)
}

# METADATA
# description: |
#   The violations if the document has no such list, or a list with items that
#   are no maps. The subject is what the document is, as "The policy".
unlisted(subject, list, noun, what) := {violation.at(list, sprintf("%s %s", [subject, predicate])) |
	predicate := fault.list(input, list, what)
} | fault.strays(input, list, list, noun, "")

# METADATA
# description: |
#   The violations for fields that must hold text or a list of texts, in each
#   item of a group. The fields are given as {key: what it holds}.
unstated(items, fields) := {found |
	some key, what in fields
	faults := {i: fault.texts(item, [key], what) | some i, item in items.items}
	some found in fault.spread(items, [key], faults)
}

# METADATA
# description: |
#   The violations if the management system has no such section, or one that
#   lacks texts. The section is {path, what ("a plan"), subject ("The plan")};
#   the fields are given as {key: what it holds}.
unwritten(section, fields) := {violation.at(section.path, sprintf("The management system lacks %s", [section.what]))} if {
	field.absent(input, section.path)
} else := {violation.at(path, sprintf("%s %s", [section.subject, predicate])) |
	some key, what in fields
	path := array.concat(section.path, [key])
	predicate := fault.texts(input, path, what)
}

# METADATA
# description: |
#   The violation for one more field of a section, from what is wrong with it;
#   none if the section itself is absent, which unwritten says.
within(section, key, predicate) := {violation.at(array.concat(section.path, [key]), sprintf("%s %s", [section.subject, predicate])) |
	field.present(input, section.path)
}

# METADATA
# description: The field must hold text or a number.
scalar(object_, path, what) := message if {
	message := fault.absent(object_, path, what)
} else := sprintf("must state %s as text or a number", [what]) if {
	not type_name(field.value(object_, path)) in {"string", "number"}
}

# METADATA
# description: The field must hold a number greater than zero.
positive(object_, path, what) := message if {
	message := fault.absent(object_, path, what)
} else := sprintf("must state %s as a number greater than zero", [what]) if {
	not above_zero(field.value(object_, path))
}

above_zero(value) if {
	is_number(value)
	value > 0
}

# METADATA
# description: |
#   The field must hold the day of a review that is not so many days ago. What
#   was approved with the document since then needs no review yet.
review(object_, path, days) := message if {
	not field.absent(object_, path)
	message := fault.past_day(object_, path, "a day of review")
} else := "lacks a day of review" if {
	field.absent(object_, path)
	not approved_within(days)
} else := "was reviewed too long ago" if {
	date.older(field.value(object_, path), days)
}

approved_within(days) if {
	approved := field.value(input, ["metadata", "approved", "on"])
	date.valid(approved)
	not date.future(approved)
	not date.older(approved, days)
}

# METADATA
# description: The stages of the life cycle that an item names, one or a list, as words.
stages(item) := {vocabulary.word(stage) | some stage in field.texts(item, ["stage"])}

# METADATA
# description: The text holds an e-mail address, a URL or a telephone number.
reachable(text) if {
	is_string(text)
	some pattern in contacts
	regex.match(pattern, text)
}

contacts := [
	`[^@\s<>:]+@[^@\s<>]+\.[A-Za-z]{2,}`,
	`(?i)\bhttps?://[^\s/.]+\.\S+`,
	`(?:^|[\s:(])\+?\(?[0-9][0-9 ()/.-]{5,}[0-9](?:$|[\s;,)])`,
]

# METADATA
# description: |
#   The days between two measurements by the word for it; undefined for other
#   wordings.
cadence_days(word) := cadences[vocabulary.word(word)]

cadences := {
	"continuous": 1, "continuously": 1, "daily": 1, "every-day": 1,
	"weekly": 7, "every-week": 7,
	"fortnightly": 14, "every-two-weeks": 14,
	"monthly": 31, "every-month": 31,
	"quarterly": 92, "every-quarter": 92,
	"half-yearly": 184, "semi-annually": 184, "twice-a-year": 184,
	"yearly": 366, "annually": 366, "every-year": 366, "once-a-year": 366,
}

# METADATA
# description: The positions of the objectives that have a measure and are for something, such as use.
objectives_for(aim) := {i |
	some i, item in maps(["objectives"])
	vocabulary.word(field.value(item, ["for"])) == aim
	field.worded(item, ["measure"])
}
