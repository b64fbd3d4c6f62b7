package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPolicyVersion reckons as docs/releases.md says that anybody can.
func TestPolicyVersion(t *testing.T) {
	sums := map[string]string{}
	root := os.DirFS(filepath.Join("..", ".."))
	for _, folder := range []string{"policies", "schemas"} {
		err := fs.WalkDir(root, folder, func(name string, entry fs.DirEntry, err error) error {
			wanted := strings.HasSuffix(name, ".rego") || strings.HasSuffix(name, ".schema.json")
			if err != nil || entry.IsDir() || !wanted || strings.HasSuffix(name, "_test.rego") {
				return err
			}
			content, err := fs.ReadFile(root, name)
			sums[name] = fmt.Sprintf("%x  %s\n", sha256.Sum256(content), name)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	var list strings.Builder
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		list.WriteString(sums[name])
	}
	want := fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(list.String())))
	got, err := policyVersion()
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("policyVersion() = %s, but the files in the repository have %s", got, want)
	}
}

func TestDigestOf(t *testing.T) {
	base := map[string]string{"rules/a/x/x.rego": "package x", "lib/b.rego": "package b"}
	digest := func(changes map[string]string) string {
		files := fstest.MapFS{}
		for _, set := range []map[string]string{base, changes} {
			for name, content := range set {
				files[name] = &fstest.MapFile{Data: []byte(content)}
			}
		}
		sum, err := digestOf(map[string]fs.FS{"policies": files})
		if err != nil {
			t.Fatal(err)
		}
		return sum
	}
	plain := digest(nil)
	for name, test := range map[string]struct {
		changes map[string]string
		same    bool
	}{
		"nothing":         {nil, true},
		"another rule":    {map[string]string{"rules/a/y/y.rego": "package y"}, false},
		"another content": {map[string]string{"lib/b.rego": "package b\n"}, false},
		"a test":          {map[string]string{"rules/a/x/x_test.rego": "package x_test"}, true},
		"an example":      {map[string]string{"rules/a/x/examples.txtar": "-- pass/a.yaml --"}, true},
	} {
		if got := digest(test.changes); (got == plain) != test.same {
			t.Errorf("%s: %s, and without it %s", name, got, plain)
		}
	}
}

func TestBuildComplete(t *testing.T) {
	info := &debug.BuildInfo{
		Main:     debug.Module{Version: "v1.2.3"},
		Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.time", Value: "2026-03-02T00:00:00Z"}},
	}
	for name, test := range map[string]struct{ build, want build }{
		"built from source": {build{}, build{Version: "1.2.3", Commit: "abc", Date: "2026-03-02T00:00:00Z"}},
		"released": {
			build{Version: "1.2.4", Commit: "def", Date: "2026-03-03T00:00:00Z"},
			build{Version: "1.2.4", Commit: "def", Date: "2026-03-03T00:00:00Z"},
		},
	} {
		test.build.complete(info)
		if test.build != test.want {
			t.Errorf("%s: %+v, not %+v", name, test.build, test.want)
		}
	}
	var b build
	b.complete(&debug.BuildInfo{Main: debug.Module{Version: "(devel)"}})
	if b != (build{}) {
		t.Errorf("a development build has no version, but here is %+v", b)
	}
}
