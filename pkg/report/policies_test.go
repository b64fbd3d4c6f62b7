package report_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/report"
)

// Reports say by digest what judged, and what says nothing of policies of users was
// judged without.
func TestReportsNameThePolicies(t *testing.T) {
	ours, own := "sha256:"+strings.Repeat("0a", 32), "sha256:"+strings.Repeat("0b", 32)
	run := sample()
	for _, form := range []string{"json", "sarif", "html"} {
		if text := write(t, form, run, report.Options{}); strings.Contains(text, "olicies of your own") || strings.Contains(text, "own_policies") {
			t.Errorf("%s names policies that there are not", form)
		}
	}
	run.Policies, run.OwnPolicies = ours, own
	for _, form := range []string{"json", "sarif", "html"} {
		if text := write(t, form, run, report.Options{}); !strings.Contains(text, own) {
			t.Errorf("%s does not name the policies of users", form)
		}
	}
	text := write(t, "json", run, report.Options{})
	validate(t, "../../schemas/report.schema.json", text)
	read, err := report.ReadJSON(strings.NewReader(text))
	if err != nil || read.Policies != ours || read.OwnPolicies != own {
		t.Errorf("read again they are %q and %q, error %v", read.Policies, read.OwnPolicies, err)
	}
	sarif := write(t, "sarif", run, report.Options{})
	checkProfile(t, sarifOf(t, run))
	standard := filepath.FromSlash("../../../shared/schemas/sarif-2.1.0.schema.json")
	if _, err := os.Stat(standard); err == nil {
		validate(t, standard, sarif)
	}
}
