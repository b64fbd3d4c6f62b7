package config

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/rule"
)

var known = Known{
	Formats: []string{"native", "huggingface", "risk-register"},
	Rules: []*rule.Rule{
		{ID: "model-card/intended-use", Severity: rule.Error},
		{ID: "document/review-overdue", Severity: rule.Warning, Parameters: []rule.Parameter{
			{Name: "grace_days", Default: json.Number("0")},
			{Name: "kinds", Default: []any{"model-card"}},
			{Name: "strict", Default: false},
			{Name: "word", Default: "due"},
		}},
	},
}

const everything = `
# everything at once
include: [docs/**, "models/*.yaml"]
exclude: [vendor/**]
formats:
  docs/risks.csv: risk-register
  "**/README.md": huggingface
fail_on: warning
profile: [eu-high-risk, starter, certification]
rules:
  model-card/intended-use: note
  document/review-overdue:
    enabled: false
    severity: error
    grace_days: 14.50
    kinds: [model-card, data-manifest]
    strict: yes
    word: "7"
limits:
  file_bytes: 5000000000
  depth: 7
exceptions: {comments: false, max_days: 90}
x-ours: {a: b}
`

func TestParse(t *testing.T) {
	t.Parallel()
	got, err := Parse("f.yaml", []byte(strings.ReplaceAll(everything, "yes", "true")), known)
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		File:     "f.yaml",
		Include:  []string{"docs/**", "models/*.yaml"},
		Exclude:  []string{"vendor/**"},
		Formats:  []Override{{"docs/risks.csv", "risk-register"}, {"**/README.md", "huggingface"}},
		Profiles: Profiles{rule.Certification, rule.EUHighRisk},
		FailOn:   rule.Warning,
		Rules: map[string]Rule{
			"model-card/intended-use": {Severity: rule.Note},
			"document/review-overdue": {Off: true, Severity: rule.Error, Parameters: map[string]any{
				"grace_days": json.Number("14.50"), "kinds": []any{"model-card", "data-manifest"}, "strict": true, "word": "7",
			}},
		},
		Limits:     Limits{FileBytes: 5_000_000_000, DigestBytes: 2_000_000_000, Depth: 7, AliasExpansions: 10_000, EvaluationSeconds: 30, PolicyMemoryBytes: 512 << 20},
		Exceptions: Exceptions{Comments: false, MaxDays: 90},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got.Enabled(known.Rules[1]) || !got.Enabled(known.Rules[0]) || !got.Enabled(&rule.Rule{ID: "any/other"}) {
		t.Error("the wrong rules are in force")
	}
	if got.Severity(known.Rules[0]) != rule.Note || got.Severity(&rule.Rule{ID: "any/other", Severity: rule.Warning}) != rule.Error {
		t.Error("wrong severities")
	}
	if p := got.Parameters(known.Rules); len(p) != 1 || p["document/review-overdue"]["word"] != "7" {
		t.Errorf("parameters are %v", p)
	}
}

func TestPrintedConfigurationReadsBack(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", strings.ReplaceAll(everything, "yes", "true")} {
		first, err := Parse("f.yaml", []byte(text), known)
		if err != nil {
			t.Fatal(err)
		}
		printed, err := first.YAML()
		if err != nil {
			t.Fatal(err)
		}
		second, err := Parse("f.yaml", []byte(printed), known)
		if err != nil {
			t.Fatalf("%v in\n%s", err, printed)
		}
		again, err := second.YAML()
		if err != nil {
			t.Fatal(err)
		}
		if printed != again || len(first.Rules) != len(second.Rules) || first.Limits != second.Limits || first.Exceptions != second.Exceptions || first.FailOn != second.FailOn {
			t.Errorf("\n%s\nbecame\n%s", printed, again)
		}
		if strings.Contains(printed, "grace_days") && !strings.Contains(printed, "grace_days: 14.50\n") {
			t.Errorf("a number lost its form:\n%s", printed)
		}
	}
}

func TestDefault(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "# nothing\n", "{}", "rules:\nlimits: {}\ninclude: []\nfail_on: ~\n", "---\n"} {
		got, err := Parse("", []byte(text), known)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		want, err := Default().YAML()
		if err != nil {
			t.Fatal(err)
		}
		if printed, err := got.YAML(); err != nil || printed != want {
			t.Errorf("%q is not the default but\n%s", text, printed)
		}
	}
}

func TestProblems(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		text string
		want string
	}{
		{"an unknown key", "inclde: [a]\n", "f:1:1: Unknown key `inclde`; did you mean `include`?"},
		{"an unknown rule", "rules:\n  model-card/intendeduse: off\n", `f:2:3: Unknown rule "model-card/intendeduse"; did you mean "model-card/intended-use"?`},
		{"an unknown rule near none", "rules: {zebra: off}\n", `f:1:9: Unknown rule "zebra"; known are model-card/intended-use, document/review-overdue.`},
		{"an unknown format", "formats:\n  docs/*.md: huggingfaces\n", `f:2:14: Unknown format "huggingfaces"; did you mean "huggingface"?`},
		{"an unknown severity", "rules: {model-card/intended-use: eror}\n", "f:1:34: `model-card/intended-use` is \"eror\"; did you mean \"error\"? Allowed are off, error, warning, note."},
		{"neither severity nor settings", "rules: {model-card/intended-use: [a]}\n", "f:1:9: `model-card/intended-use` is a list; expected text or a map."},
		{"a placeholder", "fail_on: TBD\n", "f:1:10: `fail_on` is \"TBD\"; allowed are error, warning, note, never."},
		{"an unknown parameter", "rules:\n  document/review-overdue:\n    grace_day: 3\n", `f:3:5: Unknown parameter "grace_day"; did you mean "grace_days"?`},
		{"a parameter of the wrong type", "rules:\n  document/review-overdue: {grace_days: three}\n", "f:2:41: `grace_days` must be a number, not text; expected is a value such as 0."},
		{"a parameter below zero", "rules:\n  document/review-overdue: {grace_days: -3}\n", "f:2:41: `grace_days` must not be negative; expected is a value such as 0."},
		{"a parameter that should be a list", "rules:\n  document/review-overdue: {kinds: model-card}\n", "f:2:36: `kinds` must be a list, not text; expected is a value such as [\"model-card\"]."},
		{"a parameter that is a map", "rules:\n  document/review-overdue: {kinds: {a: b}}\n", "f:2:36: `kinds` must be a list, not a map; expected is a value such as [\"model-card\"]."},
		{"a switch that is text", "rules:\n  document/review-overdue: {enabled: 'no'}\n", "f:2:38: `enabled` is \"no\"; expected true or false."},
		{"a glob that is none", "exclude: ['a[']\n", `f:1:11: "a[" is not a valid glob.`},
		{"a glob for a format that is none", "formats: {'a[': native}\n", `f:1:11: "a[" is not a valid glob.`},
		{"text where a list belongs", "include: docs/**\n", "f:1:10: `include` is \"docs/**\"; expected a list."},
		{"a list at the top", "- a\n", "f:1:1: The document is a list; expected a map."},
		{"exceptions for ever", "exceptions: {max_days: 0}\n", "f:1:24: `max_days` is 0; allowed are 1 to 36500."},
		{"days with an exponent", "exceptions: {max_days: 1e2}\n", "f:1:24: `max_days` is 1e2; expected digits, and not so many."},
		{"a limit of nothing", "limits: {depth: 0}\n", "f:1:17: `depth` is 0; allowed are 1 or more."},
		{"a limit beyond all bounds", "limits: {depth: 99999999999999999999}\n", "f:1:17: `depth` is 99999999999999999999; expected digits, and not so many."},
		{"a limit with an exponent", "limits: {depth: 1e2}\n", "f:1:17: `depth` is 1e2; expected digits, and not so many."},
		{"a duplicate key", "fail_on: note\nfail_on: error\n", "f:2:1: "},
		{"two documents", "fail_on: note\n---\nfail_on: error\n", "f:3:1: A configuration is one document; found another."},
		{"several at once, in order", "fail_on: 3\nexclude: ['[']\nzzz: 1\n",
			"f:1:10: `fail_on` is the number 3; expected one of error, warning, note, never.\nf:2:11: \"[\" is not a valid glob.\nf:3:1: Unknown key `zzz`; a key of your own begins with `x-`."},
		{"a policy that is nothing", "policies: [p, '']\n", "f:1:15: A policy is a folder, a file, or a map with `bundle` or `oci`."},
		{"a bundle from two places", "policies: [{bundle: a, oci: b}]\n", "f:1:12: A bundle comes from `bundle` or from `oci`, not from both."},
		{"a bundle with a key that is none", "policies: [{bundel: a}]\n", "f:1:12: A policy is a folder, a file, or a map with `bundle` or `oci`.\nf:1:13: Unknown key `bundel`; did you mean `bundle`?"},
		{"what is no YAML", "a: [\n", "f:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := Parse("f", []byte(c.text), known)
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Fatalf("the error is %v", err)
			}
			if got := err.Error(); got != c.want && (!strings.HasSuffix(c.want, ":") && !strings.HasSuffix(c.want, ": ") || !strings.HasPrefix(got, c.want)) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestLoad(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), Name)
	if _, err := Load(file, known); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the error for an absent file is %v", err)
	}
	write(t, file, "fail_on: note\n")
	if c, err := Load(file, known); err != nil || c.FailOn != rule.Note || c.File != file {
		t.Errorf("%+v, %v", c, err)
	}
	if err := os.Truncate(file, 1<<30); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(file, known); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("the error for a huge file is %v", err)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	outside, root := filepath.Join(root, Name), filepath.Join(root, "repository")
	top, inner := filepath.Join(root, Name), filepath.Join(root, "a", "b", Name)
	write(t, outside, "")
	write(t, filepath.Join(root, "a", "b", "c", "card.yaml"), "")
	find := func(start, want string) {
		t.Helper()
		if got, err := Find(start, root); err != nil || got != want {
			t.Errorf("from %s: %q, %v; want %q", start, got, err, want)
		}
	}
	find(filepath.Join(root, "a", "b", "c"), "")
	write(t, top, "")
	find(filepath.Join(root, "a", "b", "c"), top)
	find(root, top)
	find(filepath.Dir(root), top)
	find(filepath.Join(root, "a", "absent", "x"), top)
	write(t, inner, "")
	find(filepath.Join(root, "a", "b", "c", "card.yaml"), inner)
	find(filepath.Join(root, "a", "b"), inner)
	find(filepath.Join(root, "a"), top)

	if err := os.Remove(inner); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, inner); err != nil {
		t.Skip("no symbolic links here")
	}
	if got, err := Find(filepath.Join(root, "a", "b"), root); err == nil {
		t.Errorf("followed a link out of the root to %s", got)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// FuzzParse demands that any text is either a configuration that prints and
// reads back, or a list of problems with places.
func FuzzParse(f *testing.F) {
	f.Add(everything)
	for _, seed := range []string{"rules: {model-card/intended-use: off}", "formats: {a: native}", "a: &a [*a]", "limits: {depth: 1e5}", "? [a]\n: b", "\xff\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse("f", []byte(text), known)
		if wrong, ok := errors.AsType[*Error](err); ok {
			for _, p := range wrong.Problems {
				if p.Line < 1 || p.Column < 1 || p.Message == "" {
					t.Errorf("%+v", p)
				}
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		printed, err := c.YAML()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Parse("f", []byte(printed), known); err != nil {
			t.Errorf("%v in\n%s", err, printed)
		}
	})
}
