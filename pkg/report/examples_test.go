package report_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/policies"
)

// runs are outcomes to hold reports against: one made by hand, one without a
// finding, those of the example organizations, and one of the examples of all
// rules together.
func runs(t *testing.T) map[string]*report.Run {
	t.Helper()
	clean := sample()
	clean.Findings = nil
	found := map[string]*report.Run{"sample": sample(), "clean": clean}
	for _, name := range []string{"clinic", "clinic-broken"} {
		found[name] = check(t, "../../testdata/"+name)
	}
	found["rules"] = check(t, ruleExamples(t))
	return found
}

// check runs the rules over a folder, and demands that every finding lies in a
// file that exists.
func check(t *testing.T, folder string) *report.Run {
	t.Helper()
	folder, err := filepath.Abs(folder)
	if err != nil {
		t.Fatal(err)
	}
	run, err := scan.Check(t.Context(), scan.Request{Directory: folder, AsOf: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range run.Findings {
		f := &run.Findings[i]
		for _, at := range append(f.Related, f.Location) {
			if _, err := os.Stat(filepath.Join(folder, run.Root, at.File)); err != nil {
				t.Errorf("%s lies nowhere: %v", f.Rule.ID, err)
			}
		}
	}
	return run
}

// ruleExamples is a folder with the examples of every rule, each in a folder
// of its own.
func ruleExamples(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for i := range policies.Rules {
		id := policies.Rules[i].ID
		set, err := policies.Examples(id)
		if err != nil {
			t.Fatal(err)
		}
		for outcome, files := range map[string][]policies.Example{"pass": set.Pass, "fail": set.Fail} {
			for _, file := range files {
				path := filepath.Join(folder, filepath.FromSlash(id), outcome, filepath.FromSlash(file.Name))
				if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(file.Content), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	return folder
}
