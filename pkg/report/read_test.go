package report_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/report"
)

// Written again, a report that was read has the same bytes.
func TestReadJSON(t *testing.T) {
	want, err := os.ReadFile("testdata/report.json")
	if err != nil {
		t.Fatal(err)
	}
	run, err := report.ReadJSON(bytes.NewReader(want))
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := report.Get("json").Write(&got, run, report.Options{}); err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("read and written again it is\n%s", got.String())
	}
	if !strings.Contains(run.Summary(), "findings (") {
		t.Errorf("summary %q", run.Summary())
	}
}

func TestReadJSONTurnsDown(t *testing.T) {
	for content, want := range map[string]string{
		``:                                 "no JSON report",
		`[]`:                               "no JSON report",
		`{"version": "2.1.0", "runs": []}`: "no JSON report",
		`{}`:                               "no JSON report",
		`{"version": 2, "tool": {"name": "aimslint"}}`:               "version 2",
		`{"version": 1, "tool": {"name": "other"}}`:                  "no JSON report",
		`{"version":1,"tool":{"name":"aimslint"},"findings":[{}]}`:   "finding 1",
		`{"version":1,"tool":{"name":"aimslint"},"findings":[{}]} x`: "no JSON report",
	} {
		if _, err := report.ReadJSON(strings.NewReader(content)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v, want %q", content, err, want)
		}
	}
}
