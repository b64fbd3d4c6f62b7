package finding_test

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

var (
	owner = &rule.Rule{ID: "risk-register/owner"}
	other = &rule.Rule{ID: "risk-register/treatment"}
)

func base() finding.Finding {
	return finding.Finding{
		Rule: owner, Severity: rule.Error, Message: "Risk R1 has no owner.", Kind: "risk-register", Document: "clinic",
		Location: finding.Location{
			File: "risks.yaml", Path: syntax.Path{syntax.Key("risks"), syntax.Index(0), syntax.Key("owner")},
			Span: syntax.Span{Start: syntax.Position{Line: 3, Column: 5}, End: syntax.Position{Line: 3, Column: 9}},
		},
	}
}

func fingerprint(f finding.Finding) string {
	findings := []finding.Finding{f}
	finding.Fingerprints(findings)
	return findings[0].Fingerprint
}

func TestFingerprintSurvives(t *testing.T) {
	want := fingerprint(base())
	for name, change := range map[string]func(*finding.Finding){
		"another line":     func(f *finding.Finding) { f.Location.Span.Start.Line = 90 },
		"severity":         func(f *finding.Finding) { f.Severity = rule.Note },
		"state":            func(f *finding.Finding) { f.State = finding.Waived },
		"line text":        func(f *finding.Finding) { f.Location.Line = "   owner:" },
		"related places":   func(f *finding.Finding) { f.Related = []finding.Location{{File: "b.yaml"}} },
		"space in message": func(f *finding.Finding) { f.Message = "Risk  R1 has\nno owner." },
	} {
		f := base()
		change(&f)
		if fingerprint(f) != want {
			t.Errorf("%s changes the fingerprint", name)
		}
	}
}

func TestFingerprintTellsApart(t *testing.T) {
	seen := map[string]string{fingerprint(base()): "itself"}
	for name, change := range map[string]func(*finding.Finding){
		"rule":     func(f *finding.Finding) { f.Rule = other },
		"message":  func(f *finding.Finding) { f.Message = "Risk R2 has no owner." },
		"file":     func(f *finding.Finding) { f.Location.File = "old/risks.yaml" },
		"kind":     func(f *finding.Finding) { f.Kind = "model-card" },
		"document": func(f *finding.Finding) { f.Document = "annex" },
		"path":     func(f *finding.Finding) { f.Location.Path[1] = syntax.Index(1) },
		"stable":   func(f *finding.Finding) { f.StablePath = `/risks/"R1"/owner` },
		// The same text, cut differently.
		"borders": func(f *finding.Finding) { f.Kind, f.Document = "risk-registerc", "linic" },
	} {
		f := base()
		change(&f)
		if twin, ok := seen[fingerprint(f)]; ok {
			t.Errorf("a change of %s gives the fingerprint of %s", name, twin)
		}
		seen[fingerprint(f)] = name
	}
}

func TestFingerprintsOfTwins(t *testing.T) {
	findings := []finding.Finding{base(), base(), base()}
	finding.Fingerprints(findings)
	seen := map[string]bool{}
	for _, f := range findings {
		if seen[f.Fingerprint] || len(f.Fingerprint) != 32 {
			t.Errorf("fingerprint %q", f.Fingerprint)
		}
		seen[f.Fingerprint] = true
	}
	if findings[0].Fingerprint != fingerprint(base()) {
		t.Error("a twin that comes later changes the first one's fingerprint")
	}
}

func TestStablePath(t *testing.T) {
	text := syntax.NewText("x", nil)
	scalar := func(s string) *syntax.Node { return syntax.NewString(s, text, 0, 0) }
	node := func(kind syntax.Kind) *syntax.Node { return syntax.NewNode(kind, text, 0, 0) }
	withID := node(syntax.Map)
	withID.Set("id", nil, scalar("R/1"))
	withID.Set("name", nil, scalar("first"))
	withName := node(syntax.Map)
	withName.Set("id", nil, scalar("TBD"))
	withName.Set("name", nil, scalar("second"))
	list := node(syntax.List)
	list.Items = []*syntax.Node{withID, withName, scalar("plain"), node(syntax.Map)}
	root := node(syntax.Map)
	root.Set("risks", nil, list)
	d := &document.Document{Root: root}

	in := func(i int) syntax.Path { return syntax.Path{syntax.Key("risks"), syntax.Index(i), syntax.Key("owner")} }
	for want, p := range map[string]syntax.Path{
		"":                      nil,
		`/risks/"R/1"/owner`:    in(0),
		`/risks/"second"/owner`: in(1),
		`/risks/"plain"`:        in(2)[:2],
		`/risks/3/owner`:        in(3),
		`/risks/7/owner`:        in(7),
		`/absent/0/id`:          {syntax.Key("absent"), syntax.Index(0), syntax.Key("id")},
	} {
		if got := finding.StablePath(d, p); got != want {
			t.Errorf("%s: %s, want %s", p, got, want)
		}
	}
}

func TestExcerptOfALongLine(t *testing.T) {
	content := "first\n" + strings.Repeat("é", 5000) + "NEEDLE" + strings.Repeat("名", 5000) + "\r\nlast"
	text := syntax.NewText("x.json", []byte(content))
	span := syntax.Span{Start: syntax.Position{Line: 2, Column: 5001}, End: syntax.Position{Line: 2, Column: 5007}}
	at := finding.InText(text, span, nil)
	if len(at.Line) > 4096 {
		t.Errorf("the excerpt has %d bytes", len(at.Line))
	}
	runes := []rune(at.Line)
	start := span.Start.Column - 1 - at.Skipped
	if got := string(runes[start : start+6]); got != "NEEDLE" {
		t.Errorf("under the span stands %q", got)
	}
	if strings.ContainsRune(at.Line, '\uFFFD') {
		t.Error("the excerpt cuts a character")
	}
	whole := finding.InText(text, syntax.Span{Start: syntax.Position{Line: 1, Column: 2}, End: syntax.Position{Line: 1, Column: 3}}, nil)
	if whole.Line != "first" || whole.Skipped != 0 {
		t.Errorf("a short line is shown as %q, %d skipped", whole.Line, whole.Skipped)
	}
}
