# METADATA
# description: |
#   Measured values and thresholds as people write them: 0.84, "0.84", "84.2 %",
#   ">= 0.8", "0.84 ± 0.02".
package aimslint.lib.measure

import data.aimslint.lib.field

# METADATA
# description: |
#   The value as {number, unit, direction}: the unit is "%", a common
#   unit such as "ms" or empty, the direction "at-least", "at-most", "above", "below" or empty. Undefined for
#   what does not begin with a number.
read(value) := {"number": value, "unit": "", "direction": ""} if {
	is_number(value)
} else := {"number": to_number(parts[2]), "unit": parts[3], "direction": directions[lower(parts[1])]} if {
	is_string(value)
	some parts in regex.find_all_string_submatch_n(number_and_unit, value, 1)
}

# A number in digits, which may have a direction before it and a unit after it.
# What reads otherwise is no number: 1.2.3, 3/4, 2026-03-02, 1,234, 3rd.
number_and_unit := concat("", [
	`^\s*(>=|≥|=>|>|<=|≤|=<|<|(?i:at least|at most|above|below|over|under|min(?:imum)?|max(?:imum)?)|)[\s:]*`,
	`([-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)`,
	`\s*(%|ms|s|min|h|g|kg|t|Wh|kWh|KB|MB|GB|dB|pp|)`,
	`(?:$|[^\w.,/-]|[.,](?:$|\D))`,
])

# METADATA
# description: The value begins with a number.
readable(value) if is_number(value)

readable(value) if {
	is_string(value)
	read(value)
}

# METADATA
# description: There is a number at the path, with or without a unit.
stated(object_, path) if {
	field.present(object_, path)
	not unreadable(object_, path)
}

# METADATA
# description: There is something at the path that is not a number, with or without a unit.
unreadable(object_, path) if {
	field.present(object_, path)
	stated := field.unless_number(object_, path)
	stated != null
	not readable(stated)
}

# METADATA
# description: The words and signs for the direction of a threshold.
directions := {
	"": "",
	">=": "at-least", "≥": "at-least", "=>": "at-least", "at least": "at-least", "min": "at-least", "minimum": "at-least",
	"<=": "at-most", "≤": "at-most", "=<": "at-most", "at most": "at-most", "max": "at-most", "maximum": "at-most",
	">": "above", "above": "above", "over": "above",
	"<": "below", "below": "below", "under": "below",
}

# METADATA
# description: The number lies on the right side of the bound.
meets(number, "at-least", bound) if number >= bound

meets(number, "at-most", bound) if number <= bound

meets(number, "above", bound) if number > bound

meets(number, "below", bound) if number < bound

# METADATA
# description: |
#   What is wrong with the value under the key against the threshold beside it,
#   as the predicate of a sentence. Undefined if the threshold is met, and if
#   either is absent or begins with no number. A threshold without a direction
#   is the least allowed.
shortfall(item, key) := falls[way] if {
	plain(item, key)
	way := direction(item)
	not meets(item[key], way, item.threshold)
}

shortfall(item, key) := compared(item, key) if not plain(item, key)

# Two numbers have the same unit, that of the item.
plain(item, key) if {
	is_number(item[key])
	is_number(item.threshold)
}

compared(item, key) := "is not in the unit of its threshold" if {
	unit(item, [key]) != unit(item, ["threshold"])
} else := falls[way] if {
	way := direction(item)
	value := read(field.value(item, [key]))
	bound := read(field.value(item, ["threshold"]))
	not meets(value.number, way, bound.number)
}

falls := {
	"at-least": "is below the threshold that it must reach",
	"above": "is not above the threshold that it must exceed",
	"at-most": "is above the threshold that it must not exceed",
	"below": "is not below the threshold that it must stay under",
}

# METADATA
# description: |
#   The direction of the item's threshold: stated beside it, or by a sign in it.
#   Undefined if what is stated is neither at-least nor at-most.
direction(item) := stated if {
	stated := field.value(item, ["direction"])
	stated in {"at-least", "at-most"}
} else := signed if {
	field.absent(item, ["direction"])
	signed := read(field.value(item, ["threshold"])).direction
	signed != ""
} else := "at-least" if {
	field.absent(item, ["direction"])
}

unit(item, path) := stated if {
	stated := read(field.value(item, path)).unit
	stated != ""
} else := unit_names[field.text(item, ["unit"])] if {
	read(field.value(item, path))
	field.text(item, ["unit"]) in object.keys(unit_names)
} else := field.text(item, ["unit"]) if {
	read(field.value(item, path))
}

unit_names := {"percent": "%", "per cent": "%", "milliseconds": "ms", "seconds": "s", "minutes": "min", "hours": "h"}
