# METADATA
# description: |
#   What is wrong with a field, as the message of a finding; undefined if
#   nothing is. The thing is named with its sort, as "dataset admissions", the
#   field as prose would name it, as "lawful basis".
package aimslint.lib.fault

import data.aimslint.lib.date
import data.aimslint.lib.field

# METADATA
# description: The field must hold text.
text(object_, path, thing, what) := missing(thing, what) if {
	field.absent(object_, path)
} else := sprintf("The %s of the %s must be text", [what, thing]) if {
	not is_string(field.value(object_, path))
}

# METADATA
# description: The field must hold text or a list with some text in it.
texts(object_, path, thing, what) := missing(thing, what) if {
	field.absent(object_, path)
} else := sprintf("The %s of the %s must be a list of texts", [what, thing]) if {
	not all_texts(field.value(object_, path))
}

all_texts(value) if is_string(value)

all_texts(value) if {
	is_array(value)
	some item in value
	item != null
	every item in value {
		is_text_or_null(item)
	}
}

is_text_or_null(item) if is_string(item)

is_text_or_null(null)

# METADATA
# description: The field must hold a list of maps; its items are judged apart.
list(object_, path, thing, what) := missing(thing, what) if {
	field.absent(object_, path)
} else := sprintf("The %s of the %s must be a list", [what, thing]) if {
	not is_array(field.value(object_, path))
}

# METADATA
# description: The field must hold a day of the calendar.
day(object_, path, thing, what) := missing(thing, what) if {
	field.absent(object_, path)
} else := sprintf("The %s of the %s must be a day such as 2026-03-02", [what, thing]) if {
	not date.valid(field.value(object_, path))
}

# METADATA
# description: The field must hold a day that is not after today.
past_day(object_, path, thing, what) := message if {
	message := day(object_, path, thing, what)
} else := sprintf("The %s of the %s lies in the future", [what, thing]) if {
	date.future(field.value(object_, path))
}

# METADATA
# description: The field must hold a day that is not before today.
coming_day(object_, path, thing, what) := message if {
	message := day(object_, path, thing, what)
} else := sprintf("The %s of the %s has passed", [what, thing]) if {
	date.past(field.value(object_, path))
}

missing(thing, what) := sprintf("The %s has no %s", [thing, what])
