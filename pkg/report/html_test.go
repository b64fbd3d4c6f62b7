package report_test

import (
	"fmt"
	"path"
	"slices"
	"testing"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
)

// thousands is a run of 5,000 findings: the clinic whose documents have faults,
// many times over, each with systems of its own.
func thousands(t *testing.T) *report.Run {
	t.Helper()
	one := clinicRun(t)
	run := *one
	run.Documents, run.Findings, run.Earlier, run.Changed = nil, nil, nil, nil
	var documents []assess.Document
	for k := 0; len(run.Findings) < 5000; k++ {
		folder, of := fmt.Sprintf("unit-%03d", k), fmt.Sprintf("-%03d", k)
		for _, d := range one.Documents {
			d.File, d.ID = path.Join(folder, d.File), d.ID+of
			run.Documents = append(run.Documents, d)
		}
		for _, d := range one.Assessment.Documents {
			documents = append(documents, again(d, folder, of))
		}
		for _, f := range one.Findings {
			f.Location.File, f.Document = path.Join(folder, f.Location.File), f.Document+of
			run.Findings = append(run.Findings, f)
		}
	}
	run.Findings = run.Findings[:5000]
	finding.Sort(run.Findings)
	finding.Fingerprints(run.Findings)
	run.Assessment = assess.Of(assess.Input{Rules: run.Rules, Documents: documents, Findings: run.Findings})
	return &run
}

// again is a document in another folder, about other systems.
func again(d assess.Document, folder, of string) assess.Document {
	others := func(names []string) []string {
		renamed := make([]string, len(names))
		for i, name := range names {
			renamed[i] = name + of
		}
		return renamed
	}
	d.File, d.ID, d.Subjects = path.Join(folder, d.File), d.ID+of, others(d.Subjects)
	d.Files, d.Fields, d.Items = []string{d.File}, slices.Clone(d.Fields), slices.Clone(d.Items)
	for i := range d.Items {
		d.Items[i] = others(d.Items[i])
	}
	for i := range d.Fields {
		d.Fields[i].Place.File, d.Fields[i].Subjects = d.File, others(d.Fields[i].Subjects)
	}
	if d.System != nil {
		system := *d.System
		system.ID, system.Owns = system.ID+of, others(system.Owns)
		d.System = &system
	}
	return d
}
