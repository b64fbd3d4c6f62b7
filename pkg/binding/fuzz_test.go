package binding

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// FuzzPointer demands that what is taken for a pointer of Git LFS has the
// digest at the place that is told.
func FuzzPointer(f *testing.F) {
	f.Add(pointer)
	f.Add(strings.Replace(pointer, "git-lfs", "hawser", 1))
	f.Add(strings.Replace(pointer, "size", "ext-0-foo sha256:00\nsize", 1))
	f.Add("version https://git-lfs.github.com/spec/v1\nsize 1\n")
	f.Fuzz(func(t *testing.T, content string) {
		p, ok := parsePointerFile([]byte(content))
		if !ok {
			return
		}
		if _, valid := parseDigest(p.digest.String()); !valid || content[p.start:p.end] != "oid "+p.digest.String() {
			t.Errorf("%v at %q", p.digest, content[p.start:p.end])
		}
	})
}

// FuzzLedger demands of whatever a file of DVC's holds that each entry has a
// place and a digest that is one.
func FuzzLedger(f *testing.F) {
	f.Add(files["dvc.lock"])
	f.Add(files["data/tracked.dvc"])
	f.Add("schema: 2\nstages: {a: {outs: [{path: ../../x, md5: [1]}, 3, {path: {}}]}, b: [], c: ~}")
	f.Add("outs: [{path: x, md5: 00000000000000000000000000000000, sha256: &a x}, {path: *a}]")
	f.Fuzz(func(t *testing.T, content string) {
		const file = "data/dvc.lock"
		tree := syntax.Parse(syntax.NewText(file, []byte(content)), syntax.YAML, syntax.DefaultLimits())
		for _, root := range tree.Values {
			l := parseLock(file, root, root)
			l.add(file, root, root.Get("wdir"))
			for p, entry := range l.entries {
				if entry.file != file || entry.place.Span.Start.Line < 1 || !entry.place.Span.OneLine() {
					t.Errorf("%s: %+v", p, entry)
				}
				if _, valid := parseDigest(entry.digest.String()); !valid && entry.digest != (digest{}) {
					t.Errorf("%s: digest %q", p, entry.digest)
				}
			}
		}
	})
}

// FuzzSource demands that no source leads out of the root or brings the
// resolver down, and that what is said of it is a sentence.
func FuzzSource(f *testing.F) {
	for _, s := range []string{
		"metrics.json#/auc", "metrics.json#/nested/a~1b", "metrics.json#/list/0", "table.csv#/all/recall%20(%25)", "value.txt",
		"../../../etc/passwd", "/../x", "https://example.org", "#", "a\x00b", "C:\\x#/a", ".git/secret.json#/a", "metrics.json#/~2/%zz", "..", "/", "sub/..", "table.csv#/all. ",
	} {
		f.Add(s)
	}
	root := repository(f, sources)
	secret := filepath.Join(filepath.Dir(root), "secret.json")
	write(f, secret, `{"auc": "SECRET"}`)
	f.Add("../../../secret.json#/auc")
	r := resolver(root)
	f.Fuzz(func(t *testing.T, text string) {
		for _, p := range candidates("models/m", text) {
			if !filepath.IsLocal(filepath.FromSlash(p)) || strings.Contains("/"+strings.ToLower(p)+"/", "/.git/") {
				t.Errorf("%q may mean %q", text, p)
			}
		}
		d := parse(t, "models/m/card.yaml", "kind: model-card\nevaluation: [{metric: m, value: 1, source: x}]\nmodel: {path: x}\n")
		d.Root.Get("evaluation").Items[0].Get("source").Scalar = text
		d.Root.Get("model").Get("path").Scalar = text
		outcome, err := r.Resolve(t.Context(), d, func(syntax.Path) bool { return false })
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range outcome.Violations {
			if v.Message == "" || strings.ContainsAny(v.Message, "\x00\n\x1b") || strings.Contains(v.Message, "SECRET") || strings.HasSuffix(v.Message, ".") && !strings.HasSuffix(strings.TrimSpace(text), ".") {
				t.Errorf("%q: %q is no sentence", text, v.Message)
			}
		}
	})
}

// FuzzNumber demands that a number agrees with itself.
func FuzzNumber(f *testing.F) {
	for _, s := range []string{"0.84", "84 %", "-1e3", "+.5", "5.", "1e999", "1e-999", "00", "84percent"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if n, ok := parseNumber(text); ok && !n.agrees(n) {
			t.Errorf("%q does not agree with itself", text)
		}
	})
}
