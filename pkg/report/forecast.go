package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/aimslint/aimslint/pkg/finding"
)

// Forecast is what lapses by the passing of time.
type Forecast struct {
	*Run // the frame: on which day, by which rules

	Until  string // the last day that was looked at, ISO 8601
	Lapses []Lapse
}

// Lapse is a finding that is yet to come.
type Lapse struct {
	Day     string // the first on which it is there, ISO 8601
	Owner   string // of the document; "" if it names none
	Finding finding.Finding
}

// WriteForecast writes a calendar for a person: month by month, what is found
// from which day on, and how to keep it from happening.
func WriteForecast(w io.Writer, f *Forecast, options Options) error {
	t := newText(w, f.Run, options)
	month := ""
	for i := range f.Lapses {
		lapse := &f.Lapses[i]
		if m := monthOf(lapse.Day); m != month {
			if month != "" {
				t.print()
			}
			month = m
			t.print(t.bold.Sprint(month))
		}
		t.lapse(lapse)
	}
	if len(f.Lapses) == 0 {
		if !options.Quiet {
			t.print(t.bold.Sprintf("nothing lapses from %s to %s", f.AsOf, f.Until))
		}
		return t.out.Flush()
	}
	t.print()
	lapse := count{len(f.Lapses), "finding", "findings"}
	t.print(t.bold.Sprintf("%s to come from %s to %s, if nothing is done", lapse, f.AsOf, f.Until))
	return t.out.Flush()
}

func monthOf(day string) string {
	parsed, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return parsed.Format("January 2006")
}

func (t *text) lapse(l *Lapse) {
	f := &l.Finding
	owner := ""
	if l.Owner != "" {
		owner = t.faint.Sprint(" · " + Printable(l.Owner))
	}
	t.print("  ", l.Day, "  ", t.severity(f.Severity).Sprint(f.Severity), "  ", t.bold.Sprint(Printable(f.Rule.ID)), owner)
	const indent = "              "
	t.print(indent, t.run.Shown(f.Location.File), ":", strconv.Itoa(f.Location.Span.Start.Line))
	for _, line := range wrap(f.Message, t.width-len(indent)) {
		t.print(indent, line)
	}
	for _, line := range wrap(f.Rule.Remediation, t.width-len(indent)) {
		t.print(indent, t.help.Sprint(line))
	}
}

type jsonLapse struct {
	Day     string       `json:"day"`
	Owner   string       `json:"owner,omitempty"`
	Finding *jsonFinding `json:"finding"`
}

// WriteForecastJSON writes a forecast for programs: findings in the shape that they
// have in schemas/report.schema.json, each with its day.
func WriteForecastJSON(w io.Writer, f *Forecast) error {
	out := newJSONWriter(w)
	out.beginObject()
	out.member("version", jsonVersion)
	out.member("tool", jsonTool{Name: toolName, Version: f.Version})
	out.member("as_of", f.AsOf)
	out.member("until", f.Until)
	out.member("profile", f.Profiles)
	out.name("lapses")
	out.beginArray()
	for i := range f.Lapses {
		out.value(&jsonLapse{f.Lapses[i].Day, f.Lapses[i].Owner, jsonOf(&f.Lapses[i].Finding)})
	}
	out.endArray()
	out.endObject()
	return out.err
}

// WriteForecastCalendar writes a forecast as iCalendar (RFC 5545): an event of one
// day for each lapse, on the last day on which there is still time. Events keep
// their identity from run to run, so that a calendar that is read again moves them.
func WriteForecastCalendar(w io.Writer, f *Forecast) error {
	calendar := ics.NewCalendarFor(toolName)
	calendar.SetProductId("-//aimslint//forecast//EN")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetName("What lapses in the AI management system")
	stamp, err := time.Parse(time.DateOnly, f.AsOf)
	if err != nil {
		return err
	}
	for i := range f.Lapses {
		l := &f.Lapses[i]
		first, err := time.Parse(time.DateOnly, l.Day)
		if err != nil {
			return err
		}
		last := first.AddDate(0, 0, -1)
		event := calendar.AddEvent(l.Finding.Fingerprint + "@" + toolName)
		event.SetDtStampTime(stamp) // the day of the forecast, so that the same input gives the same bytes
		event.SetAllDayStartAt(last)
		event.SetAllDayEndAt(first)
		event.SetTimeTransparency(ics.TransparencyTransparent)
		event.SetSummary("Last day before: " + Printable(l.Finding.Message))
		event.SetDescription(describeLapse(l))
		event.AddCategory(Printable(l.Finding.Rule.ID))
	}
	return calendar.SerializeTo(w)
}

func describeLapse(l *Lapse) string {
	f := &l.Finding
	parts := []string{
		"From " + l.Day + ": " + Printable(f.Message), Printable(f.Rule.Remediation),
		fmt.Sprintf("%s:%d", Printable(f.Location.File), f.Location.Span.Start.Line),
	}
	if l.Owner != "" {
		parts = append(parts, "Owner: "+Printable(l.Owner))
	}
	if len(f.Rule.Requirements) > 0 {
		parts = append(parts, "ISO/IEC 42001: "+strings.Join(f.Rule.Requirements, ", "))
	}
	return strings.Join(parts, "\n")
}
