package aimslint.lib.date_test

import data.aimslint.lib.date

test_valid_days if {
	every day in ["2026-03-02", "2024-02-29", "2000-02-29", "2026-12-31", "9999-12-31", "1970-01-01"] {
		date.valid(day)
	}
}

test_what_is_no_day if {
	every day in [
		"", "2026", "2026-3-2", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
		"02.03.2026", "2026-03-02T10:00:00Z", "soon", "２０２６-01-01", 20260302, true, null, ["2026-03-02"], {"on": "2026-03-02"},
	] {
		not date.valid(day)
	}
}

test_malformed_is_neither_absent_nor_a_day if {
	every value in ["soon", 2026, true, ["2026-03-02"], {"on": "2026-03-02"}] {
		date.malformed({"on": value}, ["on"])
	}
	every value in [null, "", [], {}, "2026-03-02"] {
		not date.malformed({"on": value}, ["on"])
	}
	not date.malformed({}, ["on"])
	not date.malformed("text", ["on"])
}

test_past_and_future_leave_out_today if {
	date.past("2026-02-28") with data.as_of as "2026-03-01"
	date.future("2026-03-02") with data.as_of as "2026-03-01"
	not date.past("2026-03-01") with data.as_of as "2026-03-01"
	not date.future("2026-03-01") with data.as_of as "2026-03-01"
	not date.past("earlier") with data.as_of as "2026-03-01"
	not date.future("later") with data.as_of as "2026-03-01"
}

test_between_counts_days if {
	date.between("2026-03-01", "2026-03-02") == 1
	date.between("2024-02-28", "2024-03-01") == 2
	date.between("2023-02-28", "2023-03-01") == 1
	date.between("2000-01-01", "2400-01-01") == 146097
	date.between("2026-03-02", "2026-03-01") == -1
	date.between("2025-12-31", "2026-01-01") == 1
}

test_between_agrees_with_the_clock_of_opa if {
	every day in ["1970-01-01", "1999-12-31", "2000-03-01", "2026-06-15", "2100-02-28", "2199-11-30"] {
		date.between("1970-01-01", day) == time.parse_ns("2006-01-02", day) / 86400000000000
	}
}

test_older_is_strict if {
	date.older("2026-01-01", 10) with data.as_of as "2026-01-12"
	not date.older("2026-01-01", 10) with data.as_of as "2026-01-11"
	not date.older("never", 10) with data.as_of as "2026-01-11"
}
