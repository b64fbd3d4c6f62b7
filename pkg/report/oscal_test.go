package report_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/report"
)

const oscalSchema = "../../../shared/schemas/oscal-assessment-results.schema.json"

func TestOSCALFollowsItsSchema(t *testing.T) {
	if _, err := os.Stat(oscalSchema); err != nil {
		t.Skip("NIST's schema is not here: " + oscalSchema)
	}
	hostile := assessedRun()
	hostile.Findings[0].Message, hostile.Findings[0].Location.File = " <script>\x1b[31m\n=1+1 ", "a b/ü:%.yaml"
	empty := &report.Run{Version: "0.1.0", AsOf: "2026-04-01", Assessment: assess.Of(assess.Input{})}
	for name, run := range map[string]*report.Run{"assessed": assessedRun(), "hostile": hostile, "empty": empty} {
		t.Run(name, func(t *testing.T) { validate(t, oscalSchema, write(t, "oscal", run, report.Options{})) })
	}
}

// The report tells the same numbers as the others, and says of nothing that it is
// satisfied.
func TestOSCALCounts(t *testing.T) {
	run := assessedRun()
	text := write(t, "oscal", run, report.Options{})
	var file struct {
		Results struct {
			Results []struct {
				Props        []struct{ Name, Value string }
				Observations []struct{ UUID string }
				Findings     []struct {
					Target       struct{ Status struct{ State string } }
					Observations []struct {
						UUID string `json:"observation-uuid"`
					} `json:"related-observations"`
				}
			}
		} `json:"assessment-results"`
	}
	if err := json.Unmarshal([]byte(text), &file); err != nil {
		t.Fatal(err)
	}
	result := file.Results.Results[0]
	controls, _ := run.Assessment.Count()
	counts := map[string]string{}
	for _, p := range result.Props {
		counts[p.Name] = p.Value
	}
	if counts["controls"] != "38" || counts["controls-excluded"] != "1" || controls.States[assess.Excluded] != 1 || counts["clauses-human-review"] != "5" {
		t.Errorf("counts %v", counts)
	}
	if len(result.Observations) != 70+len(run.Findings) {
		t.Errorf("%d observations", len(result.Observations))
	}
	known := map[string]bool{}
	for _, o := range result.Observations {
		known[o.UUID] = true
	}
	lacking := 0
	for _, r := range run.Assessment.Requirements {
		if r.State == assess.Gap || r.State == assess.NoEvidence {
			lacking++
		}
	}
	if len(result.Findings) != lacking || len(known) != len(result.Observations) {
		t.Errorf("%d findings for %d requirements that lack something; %d names of observations", len(result.Findings), lacking, len(known))
	}
	for _, f := range result.Findings {
		for _, o := range f.Observations {
			if !known[o.UUID] {
				t.Error("a finding names an observation that is not there")
			}
		}
	}
	if strings.Contains(text, `"satisfied"`) {
		t.Error("something is called satisfied")
	}
}
