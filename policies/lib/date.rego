# METADATA
# description: |
#   ISO 8601 days. The day that counts as today is data.as_of; no policy reads
#   the clock. Well-formed days compare as strings.
package aimslint.lib.date

import data.aimslint.lib.field

# METADATA
# description: The value is a day such as 2026-03-02 that exists in the calendar.
valid(day) if {
	is_string(day)
	regex.match(`^[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))$`, day)
}

valid(day) if {
	is_string(day)
	regex.match(`^[0-9]{4}-02-29$`, day)
	leap(to_number(substring(day, 0, 4)))
}

# METADATA
# description: The object has something at the path that is no such day.
malformed(object_, path) if {
	field.present(object_, path)
	not valid(field.value(object_, path))
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
between(from, to) := number(to) - number(from) if {
	valid(from)
	valid(to)
}

# METADATA
# description: The value is a day that lies more than so many days before today.
older(day, days) if {
	valid(day)
	day < before_today(days)
}

# The day so many days before today. One for all dates of a document, since the
# value of a function is kept.
before_today(days) := time.format([time.add_date(time.parse_ns("2006-01-02", data.as_of), 0, 0, 0 - days), "UTC", "2006-01-02"])

# METADATA
# description: |
#   The number of a day, counted from 0000-03-01: with years that begin in March
#   the leap day is the last of its year.
number(day) := ((((((365 * year) + floor(year / 4)) - floor(year / 100)) + floor(year / 400)) + floor(((153 * month) + 2) / 5)) + to_number(substring(day, 8, 2))) - 1 if {
	months := ((to_number(substring(day, 0, 4)) * 12) + to_number(substring(day, 5, 2))) - 3
	year := floor(months / 12)
	month := months - (12 * year)
}

# METADATA
# description: The year has a 29th of February.
leap(year) if {
	year % 4 == 0
	year % 100 != 0
}

leap(year) if year % 400 == 0
