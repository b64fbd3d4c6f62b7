package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// serialDay reads a number of days, as spreadsheets keep dates, within the years
// that a register speaks of.
func serialDay(raw string) (float64, bool) {
	serial, err := strconv.ParseFloat(raw, 64)
	return serial, err == nil && serial >= 1 && serial < 2_958_466 // the year 10000
}

// isDayFormat reports whether a number format shows a day: one of the built-in
// ones (ECMA-376, part 1, 18.8.30), or a code with a year, or a day beside a month.
func isDayFormat(builtIn int, custom *string) bool {
	if custom == nil {
		return builtIn >= 14 && builtIn <= 17 || builtIn == 22 || builtIn >= 27 && builtIn <= 31 || builtIn == 36 || builtIn >= 50 && builtIn <= 58
	}
	code := strings.ToLower(literal.ReplaceAllString(*custom, ""))
	return strings.Contains(code, "y") || strings.Contains(code, "d") && strings.Contains(code, "m")
}

// literal are the parts of a format code that are shown as they stand, and its
// conditions, colours and locales.
var literal = regexp.MustCompile(`"[^"]*"|\\.|_.|\[[^\]]*\]`)

// dayLayouts are the ways of writing a day that can be read in one way only. A
// day between slashes is not among them: which number is the month differs from
// country to country.
var dayLayouts = []string{
	"2006-01-02", "2006-1-2", "2006/1/2", "2006.1.2", "20060102", "2.1.2006",
	"2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006", "2-Jan-2006", "2-Jan-06", "2 Jan 06",
	time.RFC3339, "2006-01-02 15:04:05", "2006-01-02T15:04:05", "2006-01-02 15:04",
}

// dayOf is the ISO day that a text states, or "".
func dayOf(text string) string {
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, ",", " ")), " ")
	for _, layout := range dayLayouts {
		if day, err := time.Parse(layout, text); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	match := slashed.FindStringSubmatch(text)
	if match == nil {
		return ""
	}
	first, second := match[1], match[2]
	switch a, b := atoi(first), atoi(second); {
	case a > 12: // only the day of a month can be
		return dayOf(match[3] + "-" + second + "-" + first)
	case b > 12, a == b:
		return dayOf(match[3] + "-" + first + "-" + second)
	}
	return ""
}

var slashed = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$`)

func atoi(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
