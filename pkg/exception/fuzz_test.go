package exception

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// sentencesIn demands of faults that they are sentences at places of a text.
func sentencesIn(t *testing.T, text *syntax.Text, faults []Fault) {
	t.Helper()
	for _, f := range faults {
		if line := f.Location.Span.Start.Line; line < 1 || line > text.Lines() || f.Location.Span.Start.Column < 1 {
			t.Errorf("%q at %v of %d lines", f.Message, f.Location.Span, text.Lines())
		}
		if f.Rule == nil || f.Message == "" || strings.Contains(f.Message, "\n") || !strings.HasSuffix(f.Message, ".") && !strings.HasSuffix(f.Message, "?") {
			t.Errorf("%q is no sentence", f.Message)
		}
	}
}

// Whatever a waiver file says, what it accepts it accepts for a reason, by somebody
// and until a day to come; all else is a fault at a place in the file.
func FuzzWaivers(f *testing.F) {
	for _, seed := range []string{
		"- {rule: model-card/use, document: triage, reason: Soon., approver: board, until: 2026-12-01}",
		"- rule: model-card/*\n  path: '**'\n  reason: TBD\n  approver: ' '\n  until: 2026-12-01\n- rule: x\n  fingerprint: " + print1,
		"- {rule: '*/*', path: 'a/[', field: 'a.*.b', reason: a, approver: b, until: 2026-02-30, ticket: x, x-a: {}}",
		"- &a {rule: model-card/use, document: triage, reason: &b Soon., approver: *b, until: '2026-12-01'}\n- *a\n- <<: *a\n",
		"- {rule: model-card/use, path: ../x, reason: a, approver: b, until: 9999-12-31}\n---\n[]\n", "rule: x", "~", "- - -", "- {until: 2026-12-01T00:00:00Z}", "\xff",
		"- {rule: \"model-card/use\\n\", document: \"\\u0000\", reason: 1, approver: [a], until: 20261201}",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		text := syntax.NewText(WaiversName, []byte(content))
		s, err := NewSet(Known{Rules: rules}, text, nil)
		if err != nil {
			t.Fatal(err)
		}
		findings, c := found(), today()
		c.Owners = func(*finding.Finding) []string { return nil }
		sentencesIn(t, text, s.Apply(findings, c))
		for i := range findings {
			f := &findings[i]
			if f.Counts() {
				continue
			}
			day, err := time.Parse(time.DateOnly, f.Exception.Until)
			if err != nil || f.Exception.Until <= c.AsOf {
				t.Errorf("accepted until %q, %v, %v", f.Exception.Until, day, err)
			}
			if e := f.Exception; !means(e.Reason) || !means(e.Approver) || e.Kind != finding.ByWaiver {
				t.Errorf("accepted without a reason or an approver: %+v", e)
			}
			if !Acceptable(f.Rule) {
				t.Errorf("what %s finds is accepted", f.Rule.ID)
			}
		}
	})
}

// means reports whether a text is more than white space or a word that stands for
// what is still to be written.
func means(text string) bool {
	word := strings.ToLower(strings.TrimSpace(text))
	return word != "" && word != "tbd" && word != "todo" && word != "n/a"
}

// A baseline is read as it is written; what is wrong with another's is a fault at its
// place, and accepts nothing.
func FuzzBaseline(f *testing.F) {
	whole, err := WriteBaseline([]Record{{print1, "model-card/use", "a/card.yaml", "No use."}, {"00000000000000000000000000000009", "gone/rule", "b\u202E", "<&>\n"}})
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		string(whole), `{"version":1,"findings":[{"fingerprint":"` + print1 + `","rule":"x","file":1}]}`, `{"version":2,"findings":[]}`, `{"version":1}`, `[]`, ``,
		`{"version":1,"findings":[{"fingerprint":"` + print1 + `","rule":"syntax/invalid"},{"fingerprint":"` + print1 + `","rule":"a"},7,null]}`, "{\"version\":1,\"findings\":[{\"fingerprint\":\"\xff\"}]}",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		text := syntax.NewText(BaselineName, []byte(content))
		s, err := NewSet(Known{Rules: rules}, nil, text)
		if err != nil {
			t.Fatal(err)
		}
		findings := found()
		sentencesIn(t, text, s.Apply(findings, today()))
		for i := range findings {
			if f := &findings[i]; !f.Counts() && (f.State != finding.Baseline || !strings.Contains(content, f.Fingerprint) && !strings.Contains(content, `\u`) || !Acceptable(f.Rule)) {
				t.Errorf("%s is accepted", f.Message)
			}
		}
		written, err := WriteBaseline(s.Baseline())
		if err != nil {
			t.Fatal(err)
		}
		again, err := NewSet(Known{Rules: rules}, nil, syntax.NewText(BaselineName, written))
		if err != nil || again.Sound(BaselineName) != nil {
			t.Fatalf("%v %v in\n%s", err, again.Sound(BaselineName), written)
		}
		twice, err := WriteBaseline(again.Baseline())
		if err != nil || !bytes.Equal(twice, written) {
			t.Errorf("%v, written again it is\n%s\nnot\n%s", err, twice, written)
		}
	})
}
