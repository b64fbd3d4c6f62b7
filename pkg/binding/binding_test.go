package binding

import (
	"context"
	"crypto/md5" //nolint:gosec // as DVC has it
	"crypto/sha256"
	"crypto/sha512"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// repository is a folder with the given files.
func repository(tb testing.TB, files map[string]string) string {
	tb.Helper()
	root, err := filepath.EvalSymlinks(tb.TempDir())
	if err != nil {
		tb.Fatal(err)
	}
	for file, content := range files {
		write(tb, filepath.Join(root, filepath.FromSlash(file)), content)
	}
	return root
}

func write(tb testing.TB, file, content string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		tb.Fatal(err)
	}
}

func resolver(root string) *Resolver {
	return New(Options{Root: root, FileBytes: 10_000, DigestBytes: 100_000, Syntax: syntax.DefaultLimits()})
}

// parse is a native document in a file.
func parse(tb testing.TB, file, text string) *document.Document {
	tb.Helper()
	tree := syntax.Parse(syntax.NewText(file, []byte(text)), syntax.YAML, syntax.DefaultLimits())
	if len(tree.Problems) > 0 || len(tree.Values) != 1 {
		tb.Fatalf("%v in %s", tree.Problems, text)
	}
	return &document.Document{Kind: tree.Values[0].Get("kind").Scalar, Format: "native", File: file, Root: tree.Values[0]}
}

func nothing(syntax.Path) bool { return false }

// said is what a resolver has to say of a document: each violation, or
// "verified PATH".
func said(tb testing.TB, r *Resolver, d *document.Document) []string {
	tb.Helper()
	outcome, err := r.Resolve(tb.Context(), d, nothing)
	if err != nil {
		tb.Fatal(err)
	}
	lines := make([]string, 0, len(outcome.Verified)+len(outcome.Violations))
	for _, p := range outcome.Verified {
		lines = append(lines, "verified "+p.String())
	}
	for _, v := range outcome.Violations {
		var line strings.Builder
		line.WriteString(v.Rule.Name() + " " + v.Path.String() + " " + v.Message)
		for _, at := range v.Related {
			fmt.Fprintf(&line, " (%s:%s %s)", at.File, at.Span.Start, at.Path.Pointer())
		}
		lines = append(lines, line.String())
	}
	return lines
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

var sources = map[string]string{
	"models/m/metrics.json":  "{\"auc\": 0.8423, \"nested\": {\"a/b\": 1, \"m~n\": 2, \"a b\": 3, \"\": 4, \"x%y\": 5},\n \"list\": [10, 11], \"gone\": null, \"good\": true, \"on\": \"2026-02-10\", \"auc_percent\": 84.23, \"text\": \" fair \"}",
	"models/m/card.yaml":     "kind: model-card\nevaluation: [{metric: m, value: 0.84}]\n",
	"models/m/bare.json":     "0.84\n",
	"models/m/quoted.json":   "\"0.84\"\n",
	"models/m/unit.yaml":     "auc: {value: 84.23, unit: '%'}\nsign: 84.23 %\n",
	"models/m/two.yaml":      "a: 1\n---\na: 2\n",
	"models/m/broken.json":   "{\"a\": 1,\n \"b\": }",
	"models/m/twice.json":    "{\"a\": 1, \"a\": 2}",
	"models/m/empty.json":    "",
	"models/m/table.csv":     "slice,auc,recall (%)\nall,0.84,71.2\n1,0.5,2\nsame,1,1\nsame,2,2\n",
	"models/m/table.tsv":     "slice\tauc\nall\t0.84\n",
	"models/m/README.md":     "---\nresults: [{auc: 0.84}]\n---\n# Card\n",
	"models/m/plain.md":      "# Card\n",
	"models/m/value.txt":     "\uFEFF  0.84 \r\n",
	"models/m/lines.txt":     "0.84\n0.85\n",
	"models/m/blank.txt":     "\n",
	"models/m/run.log":       "0.84\n",
	"models/m/large.json":    "[" + strings.Repeat("1,", 10_000) + "1]",
	"models/m/deep.json":     strings.Repeat("[", 200) + strings.Repeat("]", 200),
	"models/m/pointer.json":  pointer,
	"models/m/away.json.dvc": "outs:\n- md5: " + hexMD5 + "\n  path: away.json\n",
	"models/m/sub/x.json":    "{\"a\": 1}",
	"models/up.json":         "{\"a\": 1}",
	"root.json":              "{\"a\": 1}",
	".git/secret.json":       "{\"a\": 1}",
}

const (
	hexMD5    = "d3b07384d113edec49eaa6238ad5ff00"
	hexSHA256 = "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393"
	pointer   = "version https://git-lfs.github.com/spec/v1\noid sha256:" + hexSHA256 + "\nsize 12345\n"
)

// TestSources holds one stated value and its source; the outcome is "" if they
// agree.
func TestSources(t *testing.T) {
	t.Parallel()
	const readable, local, agrees = "source-readable evaluation[0].source ", "source-local evaluation[0].source ", "value-agrees evaluation[0].value "
	for _, c := range []struct{ value, source, want string }{
		{"0.84", "metrics.json#/auc", ""},
		{"0.8423", "metrics.json#/auc", ""},
		{"0.8", "metrics.json#/auc", ""},
		{"1", "metrics.json#/auc", ""},
		{"0.91", "metrics.json#/auc", agrees + "`value` of m states 0.91, but models/m/metrics.json says 0.8423 (models/m/metrics.json:1:9 /auc)"},
		{"0.84230", "metrics.json#/auc", ""},
		{"0.84231", "metrics.json#/auc", agrees + "`value` of m states 0.84231, but models/m/metrics.json says 0.8423 (models/m/metrics.json:1:9 /auc)"},
		{"0.84", "./metrics.json#/auc", ""},
		{"0.84", "  metrics.json#/auc ", ""},
		{"0.84", "/models/m/metrics.json#/auc", ""},
		{"0.84", "models/m/metrics.json#/auc", ""},
		{"1", "sub/x.json#/a", ""},
		{"1", "up.json#/a", ""},
		{"1", "../up.json#/a", ""},
		{"1", "root.json#/a", ""},

		{"1", "metrics.json#/nested/a~1b", ""},
		{"2", "metrics.json#/nested/m~0n", ""},
		{"3", "metrics.json#/nested/a b", ""},
		{"3", "metrics.json#/nested/a%20b", ""},
		{"4", "metrics.json#/nested/", ""},
		{"5", "metrics.json#/nested/x%y", ""},
		{"11", "metrics.json#/list/1", ""},
		{"84", "metrics.json#/auc_percent", ""},
		{"0.84", "metrics.json#/auc_percent", ""},
		{"0.84", "unit.yaml#/auc/value", ""},
		{"84.2", "unit.yaml#/sign", ""},
		{"0.84", "bare.json", ""},
		{"0.84", "bare.json#", ""},
		{"0.84", "quoted.json", ""},
		{"0.84", "value.txt", ""},
		{"0.84", "run.log", ""},
		{"0.84", "table.csv#/all/auc", ""},
		{"0.84", "table.csv#/0/auc", ""},
		{"0.5", "table.csv#/1/auc", ""},
		{"71", "table.csv#/all/recall (%)", ""},
		{"71", "table.csv#/all/recall%20(%25)", ""},
		{"2", "table.csv#/3/auc", ""},
		{"0.84", "table.tsv#/all/auc", ""},
		{"0.84", "README.md#/results/0/auc", ""},

		{"1", "metrics.json#/auk", readable + "models/m/metrics.json holds nothing at /auk; perhaps /auc is meant (models/m/metrics.json:1:1 )"},
		{"1", "metrics.json#/list/01", readable + "models/m/metrics.json holds nothing at /list/01 (models/m/metrics.json:2:2 /list)"},
		{"1", "metrics.json#/list/2", readable + "models/m/metrics.json holds nothing at /list/2 (models/m/metrics.json:2:2 /list)"},
		{"1", "metrics.json#/list/-", readable + "models/m/metrics.json holds nothing at /list/- (models/m/metrics.json:2:2 /list)"},
		{"1", "metrics.json#/auc/x", readable + "models/m/metrics.json holds nothing at /auc/x (models/m/metrics.json:1:9 /auc)"},
		{"1", "metrics.json#/list", readable + "models/m/metrics.json holds a list at /list; expected is one value (models/m/metrics.json:2:2 /list)"},
		{"1", "metrics.json", readable + "models/m/metrics.json holds a map at its root; expected is one value (models/m/metrics.json:1:1 )"},
		{"1", "metrics.json#/gone", readable + "models/m/metrics.json says nothing at /gone (models/m/metrics.json:2:28 /gone)"},
		{"1", "metrics.json#auc", readable + "The place in models/m/metrics.json is not a JSON Pointer; expected is one such as /test/auc"},
		{"1", "broken.json#/a", readable + "models/m/broken.json cannot be read as JSON (models/m/broken.json:2:7 )"},
		{"1", "twice.json#/a", readable + "models/m/twice.json cannot be read as JSON (models/m/twice.json:1:10 )"},
		{"1", "deep.json#/0", readable + "models/m/deep.json cannot be read as JSON (models/m/deep.json:1:101 )"},
		{"1", "two.yaml#/a", readable + "models/m/two.yaml holds several YAML documents; expected is one"},
		{"1", "empty.json#/a", readable + "models/m/empty.json cannot be read as JSON (models/m/empty.json:1:1 )"},
		{"1", "plain.md#/a", readable + "models/m/plain.md has no front matter"},
		{"1", "table.csv#/same/auc", readable + "models/m/table.csv has several rows that begin with same; name the row by its index from 0 (models/m/table.csv:1:1 )"},
		{"1", "table.csv#/9/auc", readable + "models/m/table.csv holds nothing at /9 (models/m/table.csv:1:1 )"},
		{"1", "table.csv#/all/auroc", readable + "models/m/table.csv holds nothing at /0/auroc; perhaps /0/auc is meant (models/m/table.csv:2:1 /0)"},
		{"1", "table.csv", readable + "models/m/table.csv does not hold just one value; name a place in a JSON, YAML or CSV file, as in metrics/eval.json#/test/auc"},
		{"1", "lines.txt", readable + "models/m/lines.txt does not hold just one value; name a place in a JSON, YAML or CSV file, as in metrics/eval.json#/test/auc"},
		{"1", "blank.txt", readable + "models/m/blank.txt does not hold just one value; name a place in a JSON, YAML or CSV file, as in metrics/eval.json#/test/auc"},
		{"1", "run.log#/a", readable + "models/m/run.log is neither JSON, YAML, CSV nor Markdown, so that no place in it can be named"},
		{"1", "large.json#/0", readable + "models/m/large.json is larger than limits.file_bytes"},
		{"1", "sub#/a", readable + "models/m/sub is a folder; expected is a file"},
		{"0.84", "card.yaml#/evaluation/0/value", readable + "`source` names the document itself, which cannot disagree"},
		{"1", "#/a", readable + "`source` names no file; expected is a source such as metrics/eval.json#/test/auc"},
		{"1", "absent.json#/a", readable + "`source` names absent.json, which does not exist"},
		{"1", "metrics.json/x#/a", readable + "`source` names metrics.json/x, which does not exist"},
		{"1", "../../../out.json#/a", readable + "`source` names ../../../out.json, which lies outside the files of the repository"},
		{"1", "/../out.json#/a", readable + "`source` names /../out.json, which lies outside the files of the repository"},
		{"1", "/.git/secret.json#/a", readable + "`source` names /.git/secret.json, which lies outside the files of the repository"},
		{"1", "../../.GIT/secret.json#/a", readable + "`source` names ../../.GIT/secret.json, which lies outside the files of the repository"},
		{"1", "link.json#/a", readable + "`source` names link.json, which lies outside the files of the repository"},
		{"1", "git.json#/a", readable + "`source` names git.json, which lies outside the files of the repository"},
		{"1", "loop.json#/a", readable + "`source` names loop.json, which cannot be read: too many levels of symbolic links"},
		{"1", "https://example.org/m.json#/a", local + "`source` is a URL, which is never fetched, so that the value cannot be checked"},
		{"1", "s3://bucket/m.json#/a", local + "`source` is a URL, which is never fetched, so that the value cannot be checked"},
		{"1", "pointer.json#/a", local + "models/m/pointer.json is kept by Git LFS and was not fetched, so that the value cannot be checked"},
		{"1", "away.json#/a", local + "models/m/away.json is kept by DVC and was not fetched, so that the value cannot be checked"},
		{"1", "metrics.json#/on", agrees + "`value` of m states 1, but models/m/metrics.json says \"2026-02-10\" (models/m/metrics.json:2:54 /on)"},
	} {
		t.Run(c.source+" "+c.value, func(t *testing.T) {
			t.Parallel()
			root := shared(t)
			d := parse(t, "models/m/card.yaml", fmt.Sprintf("kind: model-card\nevaluation: [{metric: m, value: %s, source: %q}]\n", c.value, c.source))
			want := c.want
			if want == "" {
				want = "verified evaluation[0].source"
			}
			expect(t, said(t, resolver(root), d), want)
		})
	}
}

// shared is the folder of the sources, with a link out, one into Git's own
// folder, and one to itself.
func shared(t *testing.T) string {
	t.Helper()
	root := repository(t, sources)
	out := repository(t, map[string]string{"m.json": `{"a": 1}`})
	for link, target := range map[string]string{
		"link.json": filepath.Join(out, "m.json"), "git.json": "../../.git/secret.json", "loop.json": "loop.json", "inside.json": "metrics.json",
	} {
		if err := os.Symlink(target, filepath.Join(root, "models", "m", link)); err != nil {
			t.Skip("links cannot be made here")
		}
	}
	return root
}

func TestLinksInsideAreFollowed(t *testing.T) {
	t.Parallel()
	d := parse(t, "models/m/card.yaml", "kind: model-card\nevaluation: [{metric: m, value: 0.84, source: inside.json#/auc}]\n")
	expect(t, said(t, resolver(shared(t)), d), "verified evaluation[0].source")
}

func TestDocumentsBehindLinksAreNoSources(t *testing.T) {
	t.Parallel()
	const text = "kind: model-card\nevaluation: [{metric: m, value: 0.84, source: link.yaml#/evaluation/0/value}]\n"
	root := repository(t, map[string]string{"card.yaml": text})
	if err := os.Symlink("card.yaml", filepath.Join(root, "link.yaml")); err != nil {
		t.Skip("links cannot be made here: ", err)
	}
	d := parse(t, "card.yaml", text)
	expect(t, said(t, resolver(root), d), "source-readable evaluation[0].source `source` names the document itself, which cannot disagree")
}

func TestConcerns(t *testing.T) {
	t.Parallel()
	root := repository(t, map[string]string{"real/eval.json": "1"})
	for _, test := range []struct {
		files, targets string
		want           bool
	}{
		{"a/b/c.json", "a/b/c.json", true},
		{"a/b/c.json", "a", true},
		{"a/b/c.json", ".", true},
		{"latest", "latest/eval.json", true},
		{"a/b/c.json", "a/bc", false},
		{"x.csv.dvc", "a", true},
		{"x.csv.dvc", "", false},
		{"", ".", false},
		{"other real/eval.json", "a latest/eval.json", true},
	} {
		if err := os.Symlink("real", filepath.Join(root, "latest")); err != nil && !errors.Is(err, os.ErrExist) {
			t.Skip("links cannot be made here: ", err)
		}
		if got := resolver(root).Concerns(strings.Fields(test.files))(strings.Fields(test.targets)); got != test.want {
			t.Errorf("%q concerns %q: %v", test.files, test.targets, got)
		}
	}
}

func BenchmarkConcerns(b *testing.B) {
	root := repository(b, nil)
	files, targets := make([]string, 5000), make([]string, 5000)
	for i := range files {
		files[i], targets[i] = fmt.Sprintf("src/%d.py", i), fmt.Sprintf("metrics/%d.json", i)
	}
	for b.Loop() {
		resolver(root).Concerns(files)(targets)
	}
}

func TestNamesInMessages(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{`a"`: `a\"`, `"`: `\"`, "a\x00": `a\x00`, "": ""} {
		if got := name(text); got != want {
			t.Errorf("%q is shown as %s, want %s", text, got, want)
		}
	}
}

// TestWordsAgree compares what is no number, in a field that may hold text.
func TestWordsAgree(t *testing.T) {
	t.Parallel()
	root := repository(t, sources)
	for _, c := range []struct {
		value, place string
		agrees       bool
	}{
		{"fair", "/text", true}, {"unfair", "/text", false}, {"Fair", "/text", false},
		{"2026-02-10", "/on", true}, {"2026-02-11", "/on", false},
		{"true", "/good", true}, {"True", "/good", true}, {"false", "/good", false},
		{"84 %", "/auc", true}, {"84%", "/auc", true}, {"84 %", "/auc_percent", true}, {"83 %", "/auc", false}, {"0.84 %", "/auc", false},
		{"'0.84'", "/auc", true},
	} {
		d := parse(t, "models/m/card.yaml", fmt.Sprintf("kind: model-card\nevaluation: [{metric: m, value: %s, source: metrics.json#%s}]\n", c.value, c.place))
		outcome, err := resolver(root).Resolve(t.Context(), d, nothing)
		if err != nil {
			t.Fatal(err)
		}
		if (len(outcome.Verified) == 1) != c.agrees || (len(outcome.Violations) == 0) != c.agrees {
			t.Errorf("%s against %s: got %v", c.value, c.place, said(t, resolver(root), d))
		}
	}
}

// A unit beside the value, or the place that is named, makes a percentage of a
// number.
func TestPercentUnit(t *testing.T) {
	t.Parallel()
	d := parse(t, "models/m/card.yaml", "kind: model-card\nevaluation:\n"+
		"- {metric: a, value: 84, unit: '%', source: metrics.json#/auc}\n"+
		"- {metric: b, value: 84, unit: percent, source: metrics.json#/auc_percent}\n"+
		"- {metric: c, value: 84.2, unit: '%', source: table.csv#/all/auc}\n"+
		"- {metric: d, value: 71, unit: '%', source: table.csv#/all/recall (%)}\n"+
		"- {metric: e, value: 10, unit: '%', source: metrics.json#/list/0}\n"+
		"- {metric: f, value: 70, unit: '%', source: metrics.json#/auc_percent}\n")
	expect(t, said(t, resolver(repository(t, sources)), d),
		"verified evaluation[0].source", "verified evaluation[1].source", "verified evaluation[3].source",
		"value-agrees evaluation[2].value `value` of c states 84.2 %, but models/m/table.csv says 0.84, which is not marked as a percentage (models/m/table.csv:2:5 /0/auc)",
		"value-agrees evaluation[4].value `value` of e states 10 %, but models/m/metrics.json says 10, which is not marked as a percentage (models/m/metrics.json:2:11 /list/0)",
		"value-agrees evaluation[5].value `value` of f states 70 %, but models/m/metrics.json says 84.23 % (models/m/metrics.json:2:83 /auc_percent)")
}

// What says nothing binds nothing, and what the schema turned down is left to
// it.
func TestNothingIsBound(t *testing.T) {
	t.Parallel()
	r := resolver(repository(t, sources))
	d := parse(t, "models/m/card.yaml", "kind: model-card\nevaluation:\n- {metric: a, value: 1, source: TBD}\n- {metric: b, value: 1, source: ''}\n- {metric: c, value: 1}\n- TBD\n"+
		"- {metric: d, value: TBD, source: metrics.json#/auc}\n- {metric: e, source: metrics.json#/auc}\n- {metric: f, value: 1, source: [metrics.json]}\nmodel: {path: '[path]'}\n")
	expect(t, said(t, r, d), "source-readable evaluation[6].source[0] models/m/metrics.json holds a map at its root; expected is one value (models/m/metrics.json:1:1 )")
	outcome, err := r.Resolve(t.Context(), d, func(p syntax.Path) bool { return strings.HasPrefix(p.String(), "evaluation[6]") })
	if err != nil || len(outcome.Violations) > 0 || len(outcome.References) != 2 {
		t.Errorf("got %v, %v", outcome, err)
	}
}

var plain = "line one\r\nline two\r\n"

func sum(algorithm, content string) string {
	switch algorithm {
	case "md5":
		return fmt.Sprintf("md5:%x", md5.Sum([]byte(content))) //nolint:gosec // as DVC has it
	case "sha384":
		return fmt.Sprintf("sha384:%x", sha512.Sum384([]byte(content)))
	case "sha512":
		return fmt.Sprintf("sha512:%x", sha512.Sum512([]byte(content)))
	}
	return fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(content)))
}

var files = map[string]string{
	"data/plain.csv":      plain,
	"data/lfs.bin":        pointer,
	"data/large.bin":      strings.Repeat("x", 100_001),
	"data/folder/a.csv":   "a",
	"data/tracked/.keep":  "",
	"data/tracked.dvc":    "outs:\n- md5: " + hexMD5 + ".dir\n  size: 3\n  nfiles: 1\n  hash: md5\n  path: tracked\n",
	"data/elsewhere.dvc":  "wdir: ..\nouts:\n- {md5: " + hexMD5 + ", path: data/elsewhere}\n",
	"data/nodigest.dvc":   "outs:\n- {path: nodigest}\n",
	"data/faulty.bin.dvc": "outs: [",
	"data/import.dvc":     "deps:\n- {path: import, repo: {url: https://example.org}, md5: " + hexMD5 + "}\n",
	"dvc.lock": "schema: '2.0'\nstages:\n  prepare@small:\n    cmd: x\n    deps:\n    - {path: raw.csv, md5: 00000000000000000000000000000000}\n" +
		"    outs:\n    - path: out.csv\n      hash: md5\n      md5: " + hexMD5 + "\n      size: 3\n" +
		"  train:\n    deps:\n    - {path: data/in.csv, md5: " + hexMD5 + "}\n    - {path: s3://bucket/x, etag: y}\n    outs:\n    - {path: data/model.pt, sha256: " + hexSHA256 + "}\n",
	"dvc.yaml": "stages:\n  prepare:\n    wdir: data\n    foreach: [small]\n    do: {cmd: x}\n",
}

func TestFiles(t *testing.T) {
	t.Parallel()
	const exists, agrees, compared = "file-exists datasets[0].provenance.path ", "digest-agrees datasets[0].provenance.digest ", "digest-comparable datasets[0].provenance.digest "
	other := "sha256:" + strings.Repeat("0", 64)
	for _, c := range []struct{ path, digest, want string }{
		{"plain.csv", "", ""},
		{"folder", "", ""},
		{"folder/", "", ""},
		{"./folder/.", "", ""},
		{"lfs.bin", "", ""},
		{"tracked", "", ""},
		{"tracked/part.csv", "", ""},
		{"elsewhere", "", ""},
		{"https://example.org/data.csv", "", "nothing"},
		{"https://example.org/data.csv", other, "nothing"},
		{"plain.csv", sum("sha256", plain), ""},
		{"plain.csv", sum("sha384", plain), ""},
		{"plain.csv", sum("sha512", plain), ""},
		{"plain.csv", sum("md5", plain), ""},
		{"plain.csv", sum("md5", strings.ReplaceAll(plain, "\r", "")), ""}, // as DVC 2 has it
		{"plain.csv", sum("sha256", strings.ReplaceAll(plain, "\r", "")), agrees + "The digest is not that of data/plain.csv, which is " + sum("sha256", plain)},
		{"plain.csv", other, agrees + "The digest is not that of data/plain.csv, which is " + sum("sha256", plain)},
		{"lfs.bin", "sha256:" + hexSHA256, ""},
		{"lfs.bin", other, agrees + "The digest is not that of data/lfs.bin, which is sha256:" + hexSHA256 + " (data/lfs.bin:2:1 )"},
		{"lfs.bin", "md5:" + hexMD5, compared + "Of data/lfs.bin only the digest sha256:" + hexSHA256 + " is at hand, which cannot be compared with md5 (data/lfs.bin:2:1 )"},
		{"tracked", "md5:" + hexMD5 + ".dir", ""},
		{"tracked", "md5:" + hexMD5, agrees + "The digest is not that of data/tracked, which is md5:" + hexMD5 + ".dir (data/tracked.dvc:2:8 )"},
		{"tracked/part.csv", "md5:" + hexMD5, compared + "data/tracked/part.csv is part of data/tracked, and only the digest of that folder is recorded"},
		{"elsewhere", "md5:" + hexMD5, ""},
		{"elsewhere", other, compared + "Of data/elsewhere only the digest md5:" + hexMD5 + " is at hand, which cannot be compared with sha256 (data/elsewhere.dvc:3:9 )"},
		{"nodigest", other, compared + "data/nodigest.dvc records no digest of data/nodigest"},
		{"out.csv", "md5:" + hexMD5, ""},
		{"in.csv", "md5:" + hexMD5, ""},
		{"model.pt", "sha256:" + hexSHA256, ""},
		{"raw.csv", "md5:" + hexMD5, agrees + "The digest is not that of data/raw.csv, which is md5:00000000000000000000000000000000 (dvc.lock:6:28 )"},
		{"folder", other, compared + "data/folder is a folder, which has a digest only if DVC tracks it"},
		{"large.bin", other, compared + "data/large.bin is larger than limits.digest_bytes, so that its digest was not computed"},
		{"absent.csv", "", exists + "`path` names absent.csv, which does not exist"},
		{"absent.csv", other, exists + "`path` names absent.csv, which does not exist"},
		{"import", "", exists + "`path` names import, which does not exist"},
		{"faulty.bin", "", exists + "`path` names faulty.bin, which is not there, and data/faulty.bin.dvc cannot be read"},
		{"../../x", "", exists + "`path` names ../../x, which lies outside the files of the repository"},
	} {
		t.Run(c.path+" "+c.digest, func(t *testing.T) {
			t.Parallel()
			text := fmt.Sprintf("kind: data-manifest\ndatasets: [{id: d, provenance: {path: %q", c.path)
			if c.digest != "" {
				text += fmt.Sprintf(", digest: %q", c.digest)
			}
			var want []string
			switch c.want {
			case "nothing":
			case "":
				want = []string{"verified datasets[0].provenance.path"}
			default:
				want = []string{c.want}
			}
			expect(t, said(t, resolver(repository(t, files)), parse(t, "data/manifest.yaml", text+"}}]\n")), want...)
		})
	}
}

func TestEvidence(t *testing.T) {
	t.Parallel()
	d := parse(t, "governance/risks.yaml", "kind: risk-register\nrisks:\n- id: R\n  treatment:\n    actions:\n"+
		"    - {evidence: ../data/plain.csv}\n    - {evidence: [data/plain.csv#rows, data/gone.md, TICKET-7, deletion log of 2.3.0, 'https://example.org/a.md']}\n    - {evidence: gone.pdf}\n")
	r := resolver(repository(t, files))
	expect(t, said(t, r, d),
		"verified risks[0].treatment.actions[0].evidence",
		"verified risks[0].treatment.actions[1].evidence[0]",
		"file-exists risks[0].treatment.actions[1].evidence[1] `evidence` names data/gone.md, which does not exist",
		"file-exists risks[0].treatment.actions[2].evidence `evidence` names gone.pdf, which does not exist")
	outcome, err := r.Resolve(t.Context(), d, nothing)
	if err != nil || len(outcome.References) != 5 {
		t.Errorf("got %v references, %v; want the four paths and the URL", outcome.References, err)
	}
}

// A place in a document is for people; the document has to be there.
func TestPlacesInDocuments(t *testing.T) {
	t.Parallel()
	d := parse(t, "assessment.yaml", "kind: impact-assessment\ndata_protection: data/plain.csv#rights\n")
	expect(t, said(t, resolver(repository(t, files)), d), "verified data_protection")
	d = parse(t, "assessment.yaml", "kind: impact-assessment\ndata_protection: '#rights'\n")
	expect(t, said(t, resolver(repository(t, files)), d), "file-exists data_protection `data_protection` names no file")
}

func TestLooksLikePath(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"docs/change.md": true, "./a.txt": true, "docs/": true, "README.md": true, "Report.PDF": true, "/a/b.yaml": true,
		"dvc.lock": true, "dvx.lock": true, "labels.parquet": true, "training.mp4": true, ".gitignore.d/": true, "ai-concerns@example.org": false, "2026.1": false, "e.g.": false,
		"TICKET-7": false, "sepsis-alert": false, "v2.3.0": false, "release/2.3": false, "see docs/a.md": false, "org/repo": false,
		"https://example.org/a.md": false, "doi:10.1000/x.y": false, "minutes of 2026-02-10": false, "": false, "a.b": true,
	} {
		if got := looksLikePath(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// Several documents are resolved at once, over maps with an index, and each
// file is read once.
func TestConcurrently(t *testing.T) {
	t.Parallel()
	var metrics strings.Builder
	for i := range 200 {
		fmt.Fprintf(&metrics, "m%d: %d\n", i, i)
	}
	root := repository(t, map[string]string{"metrics.yaml": metrics.String(), "model.bin": "x"})
	r := resolver(root)
	var workers sync.WaitGroup
	for i := range 20 {
		d := parse(t, "card.yaml", fmt.Sprintf("kind: model-card\nmodel: {path: model.bin, digest: '%s'}\nevaluation: [{metric: m, value: %d, source: metrics.yaml#/m%d}]\n", sum("sha256", "x"), i, i))
		workers.Go(func() {
			if outcome, err := r.Resolve(t.Context(), d, nothing); err != nil || len(outcome.Verified) != 2 {
				t.Errorf("got %v, %v", outcome, err)
			}
		})
	}
	workers.Wait()
	if err := os.Remove(filepath.Join(root, "metrics.yaml")); err != nil {
		t.Fatal(err)
	}
	if v := r.open("metrics.yaml", syntax.YAML); v.err != nil {
		t.Error("a file is read twice")
	}
}

func TestShelfIsBounded(t *testing.T) {
	t.Parallel()
	var s shelf
	load := func(size int) func() *volume {
		return func() *volume { return &volume{text: syntax.NewText("", make([]byte, size))} }
	}
	for i := range 3 * shelfFiles {
		s.take(strconv.Itoa(i), load(1))
	}
	if len(s.places) != shelfFiles || s.bytes != shelfFiles {
		t.Errorf("got %d files of %d bytes", len(s.places), s.bytes)
	}
	s.take("large", load(2*shelfBytes))
	if len(s.places) != 1 || s.bytes != 2*shelfBytes {
		t.Errorf("got %d files of %d bytes", len(s.places), s.bytes)
	}
	s.take("small", load(1))
	if len(s.places) != 1 || s.bytes != 1 {
		t.Errorf("got %d files of %d bytes", len(s.places), s.bytes)
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d := parse(t, "data/manifest.yaml", "kind: data-manifest\ndatasets: [{id: d, provenance: {path: plain.csv, digest: '"+sum("md5", plain)+"'}}]\n")
	if _, err := resolver(repository(t, files)).Resolve(ctx, d, nothing); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestRules(t *testing.T) {
	t.Parallel()
	for _, r := range Rules() {
		if r.Category() != "binding" || r.Title == "" || r.Description == "" || r.Remediation == "" || len(r.Requirements) == 0 || r.Profile == "" {
			t.Errorf("%s is not complete", r.ID)
		}
	}
}
