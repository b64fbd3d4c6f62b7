package library

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
)

// What is wrong with a policy of a user is a sentence at a place in its file.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		good, words, "", "package a", "package aimslint.rules.model_card", "# METADATA\n# custom: [\npackage aimslint.rules.model_card.x\n\nreport contains {} if true\n",
		strings.Replace(good, "error", "[error]", 1), strings.Replace(good, "{name: words, default: 3,", "{name: [], default: {a: [1e999]},", 1), strings.Replace(good, "requirements: [A.9.4, \"7.1\"]", "requirements: {a: b}", 1),
		"# METADATA\n# title: &a [*a]\npackage aimslint.rules.model_card.x\n", "package aimslint.rules.model_card.x_test\n\nimport rego.v1\n", "\xff\x00", "# METADATA\n# scope: rule\n# custom: {1: 2, severity: }\npackage aimslint.rules.a.b\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			t.Skip("long")
		}
		lines := 1 + strings.Count(text, "\n")
		l, err := Read([]File{{"policies/a.rego", []byte(text)}}, []string{"model-card/intended-use"}, nil)
		if err == nil {
			err = l.Check()
			for _, r := range l.Rules {
				if r.ID == "" || r.Title == "" || r.Severity.Rank() == 0 || r.Remediation == "" || r.ID == "model-card/intended-use" {
					t.Errorf("a rule without metadata: %+v", r)
				}
			}
		}
		if err == nil {
			return
		}
		for _, p := range Problems(err) {
			if p.Message == "" || strings.Contains(p.Message, "\n") || p.File != "policies/a.rego" || p.Line < 1 || p.Line > lines+1 {
				t.Errorf("%+v of %d lines", p, lines)
			}
		}
	})
}

// A bundle is read into files that stand below its name, or is an error.
func FuzzBundle(f *testing.F) {
	entry := func(names ...string) []byte {
		var out bytes.Buffer
		archive := tar.NewWriter(&out)
		for _, name := range names {
			if archive.WriteHeader(&tar.Header{Name: name, Size: int64(len(words)), Mode: 0o600}) != nil {
				f.Fatal(name)
			}
			_, _ = io.WriteString(archive, words)
		}
		if err := archive.Close(); err != nil {
			f.Fatal(err)
		}
		return out.Bytes()
	}
	unzipped := func(content []byte) []byte {
		r, err := gzip.NewReader(bytes.NewReader(content))
		if err != nil {
			f.Fatal(err)
		}
		plain, err := io.ReadAll(r)
		if err != nil {
			f.Fatal(err)
		}
		return plain
	}
	f.Add(unzipped(packed(f, map[string]string{"setting.rego": good, "lib/words.rego": words}, nil, "")))
	f.Add(unzipped(packed(f, nil, map[string]any{"a": 1}, "")))
	for _, names := range [][]string{{"../../x.rego"}, {"/etc/x.rego", "a/../../y.rego"}, {"a.rego", "a.rego"}, {".manifest"}, {"data.json"}, {"policy.wasm"}, {"x\ny.rego"}} {
		f.Add(entry(names...))
	}
	f.Fuzz(func(t *testing.T, archive []byte) {
		var content bytes.Buffer
		zipped := gzip.NewWriter(&content)
		_, _ = zipped.Write(archive)
		if err := zipped.Close(); err != nil {
			t.Fatal(err)
		}
		files, err := ReadBundle("vendor/b.tar.gz", content.Bytes(), nil)
		if err != nil {
			return
		}
		for _, file := range files {
			if !strings.HasPrefix(file.Name, "vendor/b.tar.gz/") || strings.Contains(file.Name, "/../") {
				t.Errorf("a file %q", file.Name)
			}
			if !bytes.Contains(archive, file.Content) {
				t.Errorf("%s says what the archive does not", file.Name)
			}
		}
	})
}
