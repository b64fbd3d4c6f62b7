package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/uuid"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// oscalVersion is the version of NIST's OSCAL that the report is written in
// (https://pages.nist.gov/OSCAL/).
const oscalVersion = "1.2.1"

// oscalNamespace is that of the properties which OSCAL has no name for.
const oscalNamespace = "https://github.com/aimslint/aimslint/ns/oscal"

type oscalProperty struct {
	Name  string `json:"name"`
	NS    string `json:"ns"`
	Value string `json:"value"`
}

type oscalObservation struct {
	UUID        string          `json:"uuid"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Props       []oscalProperty `json:"props,omitempty"`
	Methods     []string        `json:"methods"`
	Types       []string        `json:"types"`
	Evidence    []oscalEvidence `json:"relevant-evidence,omitempty"`
	Collected   string          `json:"collected"`
	Expires     string          `json:"expires,omitempty"`
	Remarks     string          `json:"remarks,omitempty"`
}

type oscalEvidence struct {
	Href        string `json:"href"`
	Description string `json:"description"`
}

type oscalFinding struct {
	UUID         string                 `json:"uuid"`
	Title        string                 `json:"title"`
	Description  string                 `json:"description"`
	Props        []oscalProperty        `json:"props"`
	Target       oscalTarget            `json:"target"`
	Observations []oscalObservationName `json:"related-observations,omitempty"`
}

type oscalTarget struct {
	Type   string      `json:"type"`
	ID     string      `json:"target-id"`
	Status oscalStatus `json:"status"`
}

type oscalStatus struct {
	State  string `json:"state"`
	Reason string `json:"reason"`
}

type oscalObservationName struct {
	UUID string `json:"observation-uuid"`
}

type oscalControl struct {
	ID string `json:"control-id"`
}

// writeOSCAL writes assessment results of OSCAL. Each requirement has an
// observation with its state and the documents that count; objections are
// observations of their own. Only what is lacking is a finding there: OSCAL's
// "satisfied" would claim more than a machine can tell.
func writeOSCAL(w io.Writer, run *Run, _ Options) error {
	if run.Assessment == nil {
		return errUnassessed
	}
	o := oscal{run: run, collected: run.AsOf + "T00:00:00Z"}
	o.build()
	controls, clauses := run.Assessment.Count()
	result := map[string]any{
		"uuid":        o.id("result"),
		"title":       "Evidence for " + catalog.Standard + ":" + catalog.Edition,
		"description": "What the documents of a repository show for each requirement, and what rules found in them. " + StateMeanings + " It is no statement of conformity.",
		"start":       o.collected,
		"end":         o.collected,
		"props":       append(oscalCounts("controls", controls), oscalCounts("clauses", clauses)...),
		"reviewed-controls": map[string]any{
			"control-selections": []any{map[string]any{"include-controls": o.controls}},
		},
		"observations": o.observations,
	}
	if len(o.findings) > 0 {
		result["findings"] = o.findings
	}
	document := map[string]any{"assessment-results": map[string]any{
		"uuid": o.id("assessment-results"),
		"metadata": map[string]any{
			"title": "Assessment results by " + toolName, "last-modified": o.collected,
			"version": or(run.Version, "unknown"), "oscal-version": oscalVersion,
			"props": []oscalProperty{property("profile", strings.Join(run.Profiles, ","))},
		},
		"import-ap": map[string]any{"href": "https://github.com/aimslint/aimslint/blob/main/docs/assessment.md"},
		"results":   []any{result},
	}}
	return json.MarshalWrite(JSONEscaper(w), document, jsontext.WithIndent("  "), jsontext.AllowInvalidUTF8(true), json.Deterministic(true))
}

// oscal gathers the parts of the report.
type oscal struct {
	run          *Run
	collected    string
	controls     []oscalControl
	observations []oscalObservation
	findings     []oscalFinding
}

// id names a part of the report; the same part has the same name in every run on
// the same day with the same documents.
func (o *oscal) id(parts ...string) string {
	space := uuid.NewSHA1(uuid.NameSpaceURL, []byte(oscalNamespace))
	return uuid.NewSHA1(space, []byte(strings.Join(append([]string{o.run.AsOf, o.run.Version}, parts...), "\x00"))).String()
}

// oscalID is the id of a requirement as a token, which may not begin with a digit.
func oscalID(r *assess.Requirement) string {
	if r.IsControl() {
		return r.ID
	}
	return "clause-" + r.ID
}

func property(name, value string) oscalProperty {
	return oscalProperty{Name: name, NS: oscalNamespace, Value: or(oscalText(value), "none")}
}

// oscalText is a text on one line without what could steer a terminal: OSCAL takes
// no strings that begin or end with white space.
func oscalText(text string) string { return strings.TrimSpace(Printable(text)) }

func oscalCounts(what string, c assess.Count) []oscalProperty {
	counts := make([]oscalProperty, 0, 1+len(assess.States()))
	counts = append(counts, property(what, strconv.Itoa(c.Total)))
	for _, state := range assess.States() {
		counts = append(counts, property(what+"-"+strings.ReplaceAll(string(state), " ", "-"), strconv.Itoa(c.States[state])))
	}
	return counts
}

func (o *oscal) build() {
	objections := map[*finding.Finding]string{}
	for i := range o.run.Findings {
		f := &o.run.Findings[i]
		objections[f] = o.objection(f)
	}
	for i := range o.run.Assessment.Requirements {
		r := &o.run.Assessment.Requirements[i]
		o.controls = append(o.controls, oscalControl{oscalID(r)})
		o.requirement(r, objections)
	}
}

// objection adds a finding as an observation, and gives its name.
func (o *oscal) objection(f *finding.Finding) string {
	observation := oscalObservation{
		UUID: o.id("objection", f.Fingerprint), Title: oscalText(or(f.Rule.Title, f.Rule.ID)), Description: oscalText(f.Message),
		Props:   []oscalProperty{property("rule", f.Rule.ID), property("severity", string(f.Severity)), property("state", string(stateOf(f)))},
		Methods: []string{"TEST"}, Types: []string{"finding"}, Collected: o.collected,
		Evidence: []oscalEvidence{{Href: oscalHref(f.Location.File), Description: fmt.Sprintf("%s, line %d", oscalText(f.Location.File), f.Location.Span.Start.Line)}},
		Remarks:  oscalText(f.Rule.Remediation),
	}
	if e := f.Exception; e != nil {
		if e.Until != "" {
			observation.Expires = e.Until + "T00:00:00Z"
		}
		observation.Props = append(observation.Props, property("accepted-because", e.Reason), property("accepted-by", e.Approver))
	}
	o.observations = append(o.observations, observation)
	return observation.UUID
}

// requirement adds the state of a requirement, and a finding if something lacks.
func (o *oscal) requirement(r *assess.Requirement, objections map[*finding.Finding]string) {
	state := oscalObservation{
		UUID: o.id("requirement", r.ID), Title: oscalText(r.ID + " " + r.Topic), Description: oscalText(r.Reason),
		Props:   []oscalProperty{property("requirement", r.ID), property("state", string(r.State))},
		Methods: []string{"EXAMINE"}, Types: []string{"control-objective"}, Collected: o.collected,
	}
	for _, e := range r.Evidence {
		words := "says so of itself"
		if e.Strength == rule.Verified {
			words = "agrees with something else in the repository"
		}
		state.Evidence = append(state.Evidence, oscalEvidence{oscalHref(e.Document.File), oscalText(fmt.Sprintf("%s %s: %s", e.Document.Kind, e.Document.ID, words))})
	}
	o.observations = append(o.observations, state)
	lacking := map[assess.State]string{assess.Gap: "fail", assess.NoEvidence: "other", assess.Waived: "other"}
	reason, lacks := lacking[r.State]
	if !lacks {
		return
	}
	found := oscalFinding{
		UUID: o.id("finding", r.ID), Title: oscalText(r.ID + " " + r.Topic), Description: oscalText(r.Reason),
		Props:        []oscalProperty{property("state", string(r.State))},
		Target:       oscalTarget{"objective-id", oscalID(r), oscalStatus{"not-satisfied", reason}},
		Observations: []oscalObservationName{{state.UUID}},
	}
	for _, f := range r.Findings {
		found.Observations = append(found.Observations, oscalObservationName{objections[f]})
	}
	o.findings = append(o.findings, found)
}

// oscalHref is a path as a relative reference (RFC 3986).
func oscalHref(file string) string { return uri(file) }
