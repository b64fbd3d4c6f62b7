package scan

import (
	"context"
	"fmt"
	"slices"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
)

// excused is the state of a finding about something that the document's format
// cannot state. Only an explanation shows such findings.
const excused finding.State = "excused"

// Explanation says how a rule judges the documents of a request.
type Explanation struct {
	Version   int         `json:"version"` // of this form of output
	Rule      string      `json:"rule"`
	Title     string      `json:"title"`
	Standing  string      `json:"standing"` // whether it is in force, in words
	Documents []Judgement `json:"documents"`
	// Shown is the path of a file as the person at the terminal would type it.
	Shown func(file string) string `json:"-"`
}

// Judgement is what a rule says of one document.
type Judgement struct {
	File       string      `json:"file"`
	Format     string      `json:"format"`
	Kind       string      `json:"kind"`
	ID         string      `json:"id"`
	Verdict    string      `json:"verdict"`
	Objections []Objection `json:"objections"`
}

// Objection is a finding, or one that the document's format excuses.
type Objection struct {
	Place   string `json:"place"`
	Message string `json:"message"`
}

// Explain asks one rule about every document that the request names, also if
// the configuration turns it off.
func Explain(ctx context.Context, r *rule.Rule, request Request) (*Explanation, error) {
	e := &Explanation{Version: 1, Rule: r.ID, Title: r.Title, Documents: []Judgement{}}
	c, err := Configuration(ctx, request)
	if err != nil {
		return nil, err
	}
	e.Standing = fmt.Sprintf("In force, with severity %s.", c.Severity(r))
	switch {
	case c.Rules[r.ID].Off:
		e.Standing = "Turned off by the configuration; judged here all the same."
	case !c.Enabled(r):
		e.Standing = fmt.Sprintf("Not in force under the profile %s, but from %s on; judged here all the same.", c.Profiles[0], r.Profile)
	}
	request.Rules = []string{r.ID}
	request.excused = true
	run, err := Check(ctx, request)
	if err != nil {
		return nil, err
	}
	e.Shown = run.Shown
	for _, d := range run.Documents {
		if r.Judges(d.Kind) {
			e.Documents = append(e.Documents, judgementOf(d, run.Findings))
		}
	}
	return e, nil
}

func judgementOf(d report.Document, findings []finding.Finding) Judgement {
	j := Judgement{File: d.File, Format: d.Format, Kind: d.Kind, ID: d.ID, Objections: []Objection{}}
	pardoned, open := 0, 0
	for _, f := range findings {
		if !slices.Contains(d.AllFiles(), f.Location.File) || f.Document != d.ID {
			continue
		}
		if f.State == excused {
			pardoned++
		} else {
			open++
		}
		j.Objections = append(j.Objections, Objection{f.Location.Span.Start.String(), f.Message})
	}
	switch {
	case open > 0:
		j.Verdict = "It objects:"
	case pardoned > 0:
		j.Verdict = "No finding, since the format cannot state it; the evidence is missing all the same:"
	default:
		j.Verdict = "It is content."
	}
	return j
}
