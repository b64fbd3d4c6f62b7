package scan_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/scan"
)

// said are the findings of a run as "rule message".
func said(t *testing.T, folder string, rules ...string) []string {
	t.Helper()
	run := check(t, folder, rules...)
	lines := make([]string, len(run.Findings))
	for i := range run.Findings {
		lines[i] = run.Findings[i].Rule.ID + " " + run.Findings[i].Message
	}
	return lines
}

// What a rule says about a value that the schema has turned down follows from
// that, and is not said again; what it says about others is.
func TestSchemaSubsumesRules(t *testing.T) {
	folder := project(t, map[string]string{"model-card.yaml": "kind: model-card\nmetadata: {owner: [x]}\nintended_use: [a]\n"})
	lines := strings.Join(said(t, folder), "\n")
	for _, want := range []string{"schema/wrong-type `owner`", "schema/wrong-type `intended_use`", "model-card/limitations"} {
		if !strings.Contains(lines, want) {
			t.Errorf("nothing says %q:\n%s", want, lines)
		}
	}
	for _, twice := range []string{"document/owner", "model-card/intended-use"} {
		if strings.Contains(lines, twice) {
			t.Errorf("%s repeats what the schema says:\n%s", twice, lines)
		}
	}
}

// Every placeholder is named, and once.
func TestPlaceholdersAreNamedOnce(t *testing.T) {
	folder := project(t, map[string]string{"model-card.yaml": "kind: model-card\nmetadata: {owner: TBD, language: TODO}\nlimitations: [FIXME]\n"})
	lines := said(t, folder)
	for placeholder, rule := range map[string]string{"TBD": "document/owner", "TODO": "document/placeholder", "FIXME": "model-card/limitations"} {
		named := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return !strings.Contains(line, placeholder) })
		if placeholder == "FIXME" && len(named) == 0 { // the rule points at the list
			named = slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return !strings.Contains(line, "limitations") })
		}
		if len(named) != 1 || !strings.HasPrefix(named[0], rule+" ") {
			t.Errorf("%s is named by %q, want one finding of %s", placeholder, named, rule)
		}
	}
}

// An alias repeats its value, but not what is wrong with it.
func TestAliasesDoNotRepeatFindings(t *testing.T) {
	folder := project(t, map[string]string{
		"model-card.yaml": "kind: model-card\nevaluation:\n- &e {metric: auc, on: soon}\n- *e\n- *e\n",
	})
	if lines := said(t, folder, "schema/malformed"); len(lines) != 1 {
		t.Errorf("got %q, want one finding", lines)
	}
	folder = project(t, map[string]string{
		"data-manifest.yaml": "kind: data-manifest\ndatasets:\n- &d\n  id: notes\n  quality:\n  - {characteristic: completeness, threshold: 0.9, result: 0.5}\n- {<<: *d, version: 2}\n- {<<: *d, version: 3}\n",
	})
	if lines := said(t, folder, "data-manifest/quality-threshold"); len(lines) != 1 {
		t.Errorf("got %q, want one finding", lines)
	}
}

// What a format cannot state is no finding, but an explanation shows it.
func TestFormatsExcuse(t *testing.T) {
	folder := project(t, map[string]string{
		"README.md":       "---\nlicense: mit\npipeline_tag: text-classification\ntags: [x]\n---\n# Card\n",
		"model-card.yaml": "kind: model-card\nmetadata: {id: x}\n",
	})
	const id = "document/approved"
	run := check(t, folder, id)
	if len(run.Findings) != 1 || run.Findings[0].Location.File != "model-card.yaml" {
		t.Errorf("got %v, want one finding in the native card", run.Findings)
	}
	e, err := scan.Explain(t.Context(), scan.Rule(id), scan.Request{Directory: folder, AsOf: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	verdicts := make([]string, 0, len(e.Documents))
	for _, d := range e.Documents {
		verdicts = append(verdicts, d.File+" "+d.Verdict)
		if len(d.Objections) != 1 {
			t.Errorf("%s: %d objections, want one", d.File, len(d.Objections))
		}
	}
	want := []string{
		"README.md No finding, since the format cannot state it; the evidence is missing all the same:",
		"model-card.yaml It objects:",
	}
	if !slices.Equal(verdicts, want) {
		t.Errorf("got %q, want %q", verdicts, want)
	}
}

func TestExplainJudgesWhatIsTurnedOff(t *testing.T) {
	folder := project(t, map[string]string{
		".aimslint.yaml":     "rules: {document/owner: off, document/title: note}\n",
		"model-card.yaml":    "kind: model-card\nmetadata: {id: x, title: T}\n",
		"data-manifest.json": `{"kind": "data-manifest", "metadata": {"owner": "lead"}}`,
	})
	explain := func(id string) *scan.Explanation {
		e, err := scan.Explain(t.Context(), scan.Rule(id), scan.Request{Directory: folder, AsOf: "2026-11-22"})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	off := explain("document/owner")
	if !strings.HasPrefix(off.Standing, "Turned off") || len(off.Documents) != 2 ||
		off.Documents[0].Verdict != "It is content." || off.Documents[1].Verdict != "It objects:" {
		t.Errorf("got %+v", off)
	}
	if other := explain("document/title"); other.Standing != "In force, with severity note." {
		t.Errorf("standing %q", other.Standing)
	}
	if one := explain("model-card/limitations"); len(one.Documents) != 1 {
		t.Errorf("a rule over model cards judges %+v", one.Documents)
	}
}

func TestList(t *testing.T) {
	folder := project(t, map[string]string{
		"model-card.yaml":    "kind: model-card\nmetadata: {id: x, title: TBD}\n",
		"data-manifest.yaml": "owner: ok\n--- # note\nname: bad\n",
		"risk-register.json": "{",
		"other.yaml":         "a: 1\n",
	})
	inventory, err := scan.List(t.Context(), scan.Request{Directory: folder})
	if err != nil {
		t.Fatal(err)
	}
	if len(inventory.Documents) != 1 || inventory.Documents[0].ID != "x" {
		t.Fatalf("documents %+v", inventory.Documents)
	}
	entry := inventory.Documents[0]
	for state, field := range map[document.FieldState]string{
		document.Present: "metadata.id", document.Placeholder: "metadata.title", document.Absent: "limitations",
	} {
		if !slices.Contains(entry.InState(state), field) {
			t.Errorf("%s are %q, want %s among them", state, entry.InState(state), field)
		}
	}
	turnedDown := make([]string, 0, len(inventory.Unrecognised))
	for _, u := range inventory.Unrecognised {
		turnedDown = append(turnedDown, u.File)
		if len(u.Rejections) == 0 || u.Rejections[0].Reason == "" {
			t.Errorf("%s is turned down without a reason", u.File)
		}
	}
	if want := []string{"data-manifest.yaml", "risk-register.json"}; !slices.Equal(turnedDown, want) {
		t.Errorf("turned down are %q, want %q", turnedDown, want)
	}
}

// A file that should be a document by its name and is none is named, unless a
// finding says why.
func TestUnrecognised(t *testing.T) {
	run := check(t, project(t, map[string]string{
		"a/model-card.yaml":    "owner: ok\n--- # note\nname: bad\n",
		"b/model-card.yaml":    "",
		"c/model-card.yaml":    "kind: [",
		"d/model-card.yaml":    "kind: model-cart\n",
		"e/model-card.yaml":    "kind: model-card\n",
		"f/notes.yaml":         "kind: of\n",
		"g/risk-register.csv":  "colour,shape\nred,round\n",
		"h/.git/risk-register": "",
	}))
	if want := []string{"a/model-card.yaml", "b/model-card.yaml", "g/risk-register.csv"}; !slices.Equal(run.Unrecognised, want) {
		t.Errorf("unrecognised are %q, want %q", run.Unrecognised, want)
	}
}

// A finding about several documents lies in one and names the others.
func TestRepositoryFindings(t *testing.T) {
	folder := project(t, map[string]string{
		"a/model-card.yaml": "kind: model-card\nmetadata: {id: same}\n",
		"b/model-card.yaml": "kind: model-card\nmetadata:\n  id: same\n",
	})
	run := check(t, folder, "repository/document-id-unique")
	if len(run.Findings) == 0 {
		t.Fatal("two documents of one id, and no finding")
	}
	for i := range run.Findings {
		f := &run.Findings[i]
		if f.LineHash == "" || f.Fingerprint == "" || f.Kind != "model-card" || f.Document != "same" {
			t.Errorf("incomplete: %+v", f)
		}
		if len(f.Related) != 1 || f.Related[0].File == f.Location.File || f.Related[0].Message == "" {
			t.Errorf("%s: related are %+v", f.Location.File, f.Related)
		}
	}
}

// What stands around a file is in view, but is not reported on.
func TestOnlyWhatIsNamedIsReported(t *testing.T) {
	folder := project(t, map[string]string{
		".aimslint.yaml":    "{}\n",
		"a/model-card.yaml": "kind: model-card\nmetadata: {id: same}\n",
		"b/model-card.yaml": "kind: model-card\nmetadata: {id: same}\n",
	})
	request := scan.Request{Directory: folder, Paths: []string{"b"}, AsOf: "2026-11-22", Config: filepath.Join(folder, ".aimslint.yaml")}
	if err := os.MkdirAll(filepath.Join(folder, ".git"), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, ".git", "HEAD"), []byte("ref: refs/heads/main\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run, err := scan.Check(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	across := false
	for i := range run.Findings {
		if file := run.Findings[i].Location.File; file != "b/model-card.yaml" {
			t.Errorf("a finding in %s", file)
		}
		across = across || run.Findings[i].Rule.ID == "repository/document-id-unique"
	}
	if !across || len(run.Documents) != 1 {
		t.Errorf("the other document is out of view, or one of %d documents", len(run.Documents))
	}
}

// A run that is broken off says so, and is not taken for wrong use.
func TestIncomplete(t *testing.T) {
	folder := project(t, map[string]string{"model-card.yaml": "kind: model-card\n"})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	run, err := scan.Check(ctx, scan.Request{Directory: folder, AsOf: "2026-11-22"})
	if _, ok := errors.AsType[*scan.IncompleteError](err); !ok || !errors.Is(err, context.Canceled) || run != nil {
		t.Errorf("error %v, run %v", err, run)
	}
	_, err = scan.Check(t.Context(), scan.Request{Directory: folder, AsOf: "2026-11-22", Paths: []string{"nothing"}})
	if _, ok := errors.AsType[*scan.IncompleteError](err); ok || err == nil {
		t.Errorf("a wrong argument: error %v", err)
	}
}
