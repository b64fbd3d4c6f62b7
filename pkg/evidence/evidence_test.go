package evidence

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
)

func contents() Contents {
	owner, licence, title := &rule.Rule{ID: "x/owner"}, &rule.Rule{ID: "x/licence"}, &rule.Rule{ID: "x/title"}
	at := finding.Location{File: "card.yaml"}
	run := &report.Run{
		Version: "0.1.0", AsOf: "2026-11-22", FailOn: rule.Error, Rules: []*rule.Rule{licence, owner, title},
		Findings: []finding.Finding{
			{Rule: owner, Severity: rule.Error, Location: at, State: finding.Open},
			{Rule: licence, Severity: rule.Warning, Location: at, State: finding.Open},
			{Rule: title, Severity: rule.Error, Location: at, State: finding.Waived},
		},
	}
	run.Assessment = assess.Of(assess.Input{Rules: run.Rules, Findings: run.Findings})
	return Contents{
		Run: run, Manifest: Manifest{Tool: Tool{Version: "0.1.0", Policies: "sha256:abc"}, Folder: "."},
		Inputs:  []File{{"card.yaml", []byte("kind: model-card\n")}, {"a/b.json", []byte("{}")}},
		Reports: []File{{"oscal.json", []byte("{}")}},
	}
}

func archived(t *testing.T, p *Pack) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := p.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func build(t *testing.T) *Pack {
	t.Helper()
	pack, err := Build(contents())
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

func TestSameInputGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(archived(t, build(t)), archived(t, build(t))) {
		t.Error("two packs of the same differ")
	}
}

func TestAPackIsWhole(t *testing.T) {
	pack, err := Read(archived(t, build(t)))
	if err != nil {
		t.Fatal(err)
	}
	manifest, faults, err := pack.Check()
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v, %v", faults, err)
	}
	if manifest.AsOf != "2026-11-22" || len(pack.Inputs()) != 2 || pack.Inputs()[0].Name != "a/b.json" {
		t.Errorf("manifest %v, inputs %v", manifest, pack.Inputs())
	}
}

// Whatever is done to a pack, what was done is named.
func TestCheckNamesWhatChanged(t *testing.T) {
	for name, test := range map[string]struct {
		change func(p *Pack)
		want   string
	}{
		"one byte of a document": {func(p *Pack) { p.Get("repository/card.yaml").Content = []byte("kind: model-cArd\n") }, "repository/card.yaml has changed"},
		"one byte of a report":   {func(p *Pack) { p.Get("oscal.json").Content = []byte("[]") }, "oscal.json has changed"},
		"the findings":           {func(p *Pack) { p.Get(ReportName).Content = []byte("{}") }, "report.json has changed"},
		"the statement":          {func(p *Pack) { p.Get(statementName).Content = []byte("{}") }, "statement.intoto.json has changed"},
		"a document less":        {func(p *Pack) { p.Files = p.without("repository/a/b.json") }, "repository/a/b.json is gone"},
		"a document more":        {func(p *Pack) { p.add(File{"repository/new.yaml", nil}) }, "repository/new.yaml has been added"},
		"the sums":               {func(p *Pack) { p.Get(sumsName).Content = nil }, "SHA256SUMS does not list"},
		"the manifest with it": {func(p *Pack) {
			card, manifest := p.Get("repository/card.yaml"), p.Get(manifestName)
			before := card.Digest()
			card.Content = []byte("kind: other\n")
			manifest.Content = bytes.ReplaceAll(manifest.Content, []byte(before), []byte(card.Digest()))
		}, "statement.intoto.json does not state the digest of repository/card.yaml"},
	} {
		t.Run(name, func(t *testing.T) {
			pack := build(t)
			test.change(pack)
			_, faults, err := pack.Check()
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(faults, func(fault string) bool { return strings.Contains(fault, test.want) }) {
				t.Errorf("faults %q, want %q", faults, test.want)
			}
		})
	}
}

func TestStatement(t *testing.T) {
	var s statement
	if err := json.Unmarshal(build(t).Get(statementName).Content, &s); err != nil {
		t.Fatal(err)
	}
	p := s.Predicate
	if p.Result != failed || strings.Join(p.FailedTests, " ") != "x/owner" || strings.Join(p.WarnedTests, " ") != "x/licence x/title" || len(p.PassedTests) > 0 {
		t.Errorf("%v", p)
	}
	if len(s.Subject) != 4 || p.Configuration[0].Digest["sha256"] != "abc" {
		t.Errorf("subjects %v, configuration %v", s.Subject, p.Configuration)
	}
}

func hostile(tb testing.TB, names ...string) []byte {
	tb.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, name := range names {
		w, err := archive.Create(name)
		if err == nil && !strings.HasSuffix(name, "/") {
			_, err = w.Write([]byte("x"))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestReadTurnsDown(t *testing.T) {
	for name, content := range map[string][]byte{
		"no archive":    []byte("PK"),
		"out of it":     hostile(t, "../evil"),
		"absolute":      hostile(t, "/etc/passwd"),
		"a drive":       hostile(t, "C:/x"),
		"back slashes":  hostile(t, `..\evil`),
		"a name twice":  hostile(t, "a", "a"),
		"not plain":     hostile(t, "a/./b"),
		"climbing":      hostile(t, "a/../../b"),
		"a folder only": hostile(t, "a/"),
		"no file":       {},
	} {
		if _, err := Read(content); err == nil {
			t.Errorf("%s is read", name)
		}
	}
	if pack, err := Read(hostile(t)); err != nil || len(pack.Files) > 0 {
		t.Errorf("an empty archive gives %v, %v", pack, err)
	}
	pack, err := Read(hostile(t, "a"))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := pack.Check(); err == nil {
		t.Error("an archive without a manifest is a pack")
	}
}

func FuzzRead(f *testing.F) {
	pack, err := Build(contents())
	if err != nil {
		f.Fatal(err)
	}
	var out bytes.Buffer
	if err := pack.Write(&out); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes())
	f.Add(hostile(f, "manifest.json"))
	f.Fuzz(func(t *testing.T, content []byte) {
		pack, err := Read(content)
		if err != nil {
			return
		}
		for i, file := range pack.Files {
			if !filepath.IsLocal(file.Name) || i > 0 && pack.Files[i-1].Name >= file.Name {
				t.Errorf("the file %q", file.Name)
			}
		}
		_, faults, _ := pack.Check()
		for _, fault := range faults {
			if !strings.HasSuffix(fault, ".") {
				t.Errorf("%q is no sentence", fault)
			}
		}
	})
}
