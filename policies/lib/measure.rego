# METADATA
# description: |
#   Measured values and thresholds as people write them: 0.84, "0.84", "84.2 %",
#   ">= 0.8", "0.84 ± 0.02".
package aimslint.lib.measure

# METADATA
# description: |
#   The value as {number, unit, direction}: the unit is "%" or empty, the
#   direction "at-least", "at-most", "above", "below" or empty. Undefined for
#   what does not begin with a number.
read(value) := {"number": value, "unit": "", "direction": ""} if {
	is_number(value)
} else := {"number": to_number(parts[2]), "unit": parts[3], "direction": directions[lower(parts[1])]} if {
	is_string(value)
	some parts in regex.find_all_string_submatch_n(`^\s*(>=|≥|=>|>|<=|≤|=<|<|(?i:at least|at most|above|below|over|under|min(?:imum)?|max(?:imum)?)|)[\s:]*([-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\s*(%|)(?:$|[^\w.,/-])`, value, 1)
}

# METADATA
# description: The value begins with a number.
readable(value) if read(value)

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
