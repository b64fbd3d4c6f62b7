package report

import (
	"io"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// jsonVersion is the version of the report's shape. It rises when a field goes
// or changes its meaning; a new field does not raise it.
const jsonVersion = 1

const toolName = "aimslint"

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	// Digests of the rules and schemas, and of those of the users' own.
	Policies    string `json:"policies,omitempty"`
	OwnPolicies string `json:"own_policies,omitempty"`
}

type jsonFinding struct {
	Rule         string         `json:"rule"`
	Severity     rule.Severity  `json:"severity"`
	Message      string         `json:"message"`
	Requirements []string       `json:"requirements"`
	Evidence     rule.Evidence  `json:"evidence"`
	Remediation  string         `json:"remediation"`
	State        finding.State  `json:"state"`
	Kind         string         `json:"kind"`
	Document     string         `json:"document"`
	Fingerprint  string         `json:"fingerprint"`
	Location     jsonLocation   `json:"location"`
	Related      []jsonLocation `json:"related"`
	Change       finding.Change `json:"change,omitempty"`
	Exception    *jsonException `json:"exception,omitempty"`
}

type jsonException struct {
	Kind     finding.ExceptionKind `json:"kind"`
	Reason   string                `json:"reason,omitempty"`
	Approver string                `json:"approver,omitempty"`
	Until    string                `json:"until,omitempty"`
	Ticket   string                `json:"ticket,omitempty"`
	Location jsonLocation          `json:"location"`
}

type jsonLocation struct {
	File    string          `json:"file"`
	Start   syntax.Position `json:"start"`
	End     syntax.Position `json:"end"`
	Path    string          `json:"path"`
	Message string          `json:"message,omitempty"`
}

// writeJSON writes the report for programs, in the shape of
// schemas/report.schema.json. All findings are in it, each with its state.
func writeJSON(w io.Writer, run *Run, _ Options) error {
	out := newJSONWriter(w)
	out.beginObject()
	out.member("version", jsonVersion)
	out.member("tool", jsonTool{toolName, run.Version, run.Policies, run.OwnPolicies})
	out.member("as_of", run.AsOf)
	out.member("profile", run.Profiles)
	if run.Changes != "" {
		out.member("changes", run.Changes)
	}
	if run.Commit != nil {
		out.member("commit", run.Commit)
	}
	out.name("documents")
	out.beginArray()
	for i := range run.Documents {
		out.value(&run.Documents[i])
	}
	out.endArray()
	out.name("findings")
	out.beginArray()
	for i := range run.Findings {
		out.value(jsonOf(&run.Findings[i]))
	}
	out.endArray()
	out.member("summary", summarize(run))
	if run.Assessment != nil {
		out.member("assessment", jsonAssessmentOf(run))
	}
	out.endObject()
	return out.err
}

func jsonOf(f *finding.Finding) *jsonFinding {
	related := make([]jsonLocation, len(f.Related))
	for i, at := range f.Related {
		related[i] = placeOf(at)
	}
	return &jsonFinding{
		Rule: f.Rule.ID, Severity: f.Severity, Message: f.Message, Requirements: f.Rule.Requirements,
		Evidence: f.Rule.Evidence, Remediation: f.Rule.Remediation, State: stateOf(f), Kind: f.Kind, Document: f.Document,
		Fingerprint: f.Fingerprint, Location: placeOf(f.Location), Related: related, Change: f.Change,
		Exception: exceptionOf(f),
	}
}

func exceptionOf(f *finding.Finding) *jsonException {
	e := f.Exception
	if e == nil {
		return nil
	}
	return &jsonException{e.Kind, e.Reason, e.Approver, e.Until, e.Ticket, placeOf(e.Location)}
}

// stateOf is a finding's state, of which open may be left unsaid.
func stateOf(f *finding.Finding) finding.State {
	if f.Counts() {
		return finding.Open
	}
	return f.State
}

func placeOf(at finding.Location) jsonLocation {
	return jsonLocation{
		File: at.File, Start: at.Span.Start, End: at.Span.End, Path: at.Path.Pointer(), Message: at.Message,
	}
}

// jsonWriter writes one JSON value piece by piece, so that a report is never
// in memory as a whole. It keeps the first error.
type jsonWriter struct {
	encoder *jsontext.Encoder
	err     error
}

func newJSONWriter(w io.Writer) *jsonWriter {
	return &jsonWriter{encoder: jsontext.NewEncoder(JSONEscaper(w),
		jsontext.WithIndent("  "), jsontext.AllowInvalidUTF8(true), json.Deterministic(true))}
}

func (w *jsonWriter) token(t jsontext.Token) {
	if w.err == nil {
		w.err = w.encoder.WriteToken(t)
	}
}

func (w *jsonWriter) value(v any) {
	if w.err == nil {
		w.err = json.MarshalEncode(w.encoder, v)
	}
}

func (w *jsonWriter) beginObject() { w.token(jsontext.BeginObject) }
func (w *jsonWriter) endObject()   { w.token(jsontext.EndObject) }
func (w *jsonWriter) beginArray()  { w.token(jsontext.BeginArray) }
func (w *jsonWriter) endArray()    { w.token(jsontext.EndArray) }

func (w *jsonWriter) name(name string) { w.token(jsontext.String(name)) }

func (w *jsonWriter) member(name string, v any) {
	w.name(name)
	w.value(v)
}
