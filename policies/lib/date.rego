# METADATA
# description: |
#   ISO 8601 days. The day that counts as today is data.as_of; no policy reads
#   the clock. Well-formed days compare as strings.
package aimslint.lib.date

# METADATA
# description: The value is a day such as 2026-03-02 that exists in the calendar.
valid(day) if {
	is_string(day)
	count(day) == 10
	time.parse_ns("2006-01-02", day)
}

# METADATA
# description: The value is a day before today.
past(day) if {
	valid(day)
	day < data.as_of
}

# METADATA
# description: The value is a day after today.
future(day) if {
	valid(day)
	day > data.as_of
}

# METADATA
# description: Days from one day to another; negative if the second is earlier.
between(from, to) := (time.parse_ns("2006-01-02", to) - time.parse_ns("2006-01-02", from)) / 86400000000000 if {
	valid(from)
	valid(to)
}
