package scan_test

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/scan"
)

// A check on the day that a forecast names finds what it says, and a check on the
// day before does not.
func TestForecastAgreesWithLaterChecks(t *testing.T) {
	folder, err := filepath.Abs("../../testdata/clinic")
	if err != nil {
		t.Fatal(err)
	}
	const asOf = "2026-11-22"
	until := time.Date(2027, 3, 31, 0, 0, 0, 0, time.UTC)
	forecast, err := scan.Forecast(t.Context(), scan.Request{Directory: folder, AsOf: asOf}, until)
	if err != nil {
		t.Fatal(err)
	}
	if len(forecast.Lapses) < 10 {
		t.Fatalf("only %d lapses", len(forecast.Lapses))
	}
	found := func(day string, fingerprint string) bool {
		run, err := scan.Check(t.Context(), scan.Request{Directory: folder, AsOf: day})
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(run.Findings, func(f finding.Finding) bool { return f.Fingerprint == fingerprint })
	}
	previous := ""
	for i, lapse := range forecast.Lapses {
		if lapse.Day < previous || lapse.Day <= asOf || lapse.Day > forecast.Until {
			t.Errorf("%s comes after %s", lapse.Day, previous)
		}
		previous = lapse.Day
		if i%11 != 0 {
			continue
		}
		day, err := time.Parse(time.DateOnly, lapse.Day)
		if err != nil {
			t.Fatal(err)
		}
		if !found(lapse.Day, lapse.Finding.Fingerprint) || found(day.AddDate(0, 0, -1).Format(time.DateOnly), lapse.Finding.Fingerprint) {
			t.Errorf("%s: %s %s does not begin on that day", lapse.Day, lapse.Finding.Rule.ID, lapse.Finding.Message)
		}
	}
}
