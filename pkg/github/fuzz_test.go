package github

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// What a JSON report or a SARIF file shows on GitHub is within what GitHub takes.
func FuzzCheckOfFile(f *testing.F) {
	for _, seed := range []string{
		`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x"}},"results":[{"ruleId":"a","level":"?","message":{"text":"m"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a%2fb%zz"},"region":{"startLine":-1,"endLine":9,"startColumn":7}}}]},{"suppressions":[{}]},{"kind":"pass"},{}]}]}`,
		`{"version":"2.1.0","runs":[]}`, `{"version":1,"tool":{"name":"aimslint"},"findings":[{"rule":"x/y","severity":"error","message":"No.","location":{"file":"a","start":{"line":1,"column":1},"end":{"line":1,"column":2}}}]}`, `{}`, `[`,
		`{"version":1,"tool":{"name":"aimslint"},"findings":[{"rule":"` + "`@a`" + `","severity":"note","message":"<!-- x","requirements":["@b"],"location":{"file":"<a>\u0000","start":{"line":0}}}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		check, err := CheckOfFile(content, Body{Server: "https://github.com", Repository: "clinic/models", SHA: strings.Repeat("a", 40), Details: true})
		if err != nil {
			return
		}
		if len(check.Summary) > 65_535 || !utf8.ValidString(check.Summary) || strings.Contains(check.Summary, "\x1b") {
			t.Errorf("a summary of %d bytes", len(check.Summary))
		}
		batches, _ := batchesOf(check)
		for _, batch := range batches {
			if len(batch) > annotationsARequest {
				t.Errorf("%d annotations at once", len(batch))
			}
			for _, a := range batch {
				if a.GetStartLine() < 1 || a.GetEndLine() < a.GetStartLine() || a.GetPath() == "" || a.GetMessage() == "" || !utf8.ValidString(a.GetMessage()+a.GetTitle()) ||
					max(len(a.GetMessage()), len(a.GetRawDetails())) > 64<<10 || len(a.GetTitle()) > longestTitle {
					t.Errorf("the annotation %+v of %s", *a, content)
				}
			}
		}
	})
}

// What Git prints of changed files is taken whole or not at all.
func FuzzNameStatus(f *testing.F) {
	for _, seed := range []string{"M\x00a\x00R100\x00b\x00c\x00", "", "A\x00", "X\x00a\x00", "R\x00a\x00", "\x00\x00", "M\x00a", "D\x00\n\x00T\x00-\x00C75\x00x\x00y\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, out string) {
		changes, err := parseNameStatus(out)
		if err != nil {
			return
		}
		fields := 0
		for _, c := range changes {
			fields += 2
			if c.Status == "renamed" || c.Status == "copied" {
				fields++
			}
			if c.Status == "" || !strings.Contains(out, c.Path) {
				t.Errorf("%+v", c)
			}
		}
		if got := len(strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")); got != fields && out != "" {
			t.Errorf("%d of %d fields of %q are understood", fields, got, out)
		}
	})
}
