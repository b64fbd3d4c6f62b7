package trace

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// seen are the traces of a file, each as "line:column name scope".
func seen(t *testing.T, file, content string) []string {
	t.Helper()
	var r Reading
	if IsModelName(file) {
		r = ReadModel(file, []byte(content), ".")
	} else {
		r = ReadText(syntax.NewText(file, []byte(content)), ".", Runtime, syntax.DefaultLimits())
	}
	said := make([]string, len(r.Traces))
	for i, trace := range r.Traces {
		said[i] = fmt.Sprintf("%s %s %s", trace.Name.Span().Start, trace.Name.Scalar, trace.Scope)
		renamed := trace.Name.Source() == "gpt" || trace.Name.Source() == "assistant-model"
		if trace.Form == Dependency && !strings.Contains(trace.Name.Scalar, trace.Name.Source()) && !renamed {
			t.Errorf("%s: the place of %s holds %q", file, trace.Name.Scalar, trace.Name.Source())
		}
	}
	return said
}

// TestProjects reads manifests in the style of public projects. The archive of
// each names what is to be found in a comment at its head, a trace a line; data
// and web projects without AI have none.
func TestProjects(t *testing.T) {
	files, err := filepath.Glob("testdata/projects/*.txtar")
	if err != nil || len(files) < 20 {
		t.Fatalf("%v, %d projects", err, len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			content, err := os.ReadFile(file) //nolint:gosec // an example of ours
			if err != nil {
				t.Fatal(err)
			}
			archive := txtar.Parse(content)
			var got, want []string
			for line := range strings.SplitSeq(string(archive.Comment), "\n") {
				if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
					want = append(want, line)
				}
			}
			for _, f := range archive.Files {
				if !Reads(f.Name) {
					continue
				}
				for _, trace := range seen(t, f.Name, string(f.Data)) {
					got = append(got, f.Name+":"+trace)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

func zipped(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestModelFiles holds each format to its content, and others under the same
// names to nothing.
func TestModelFiles(t *testing.T) {
	pointer := "version https://git-lfs.github.com/spec/v1\noid sha256:" + strings.Repeat("a", 64) + "\nsize 7\n"
	for _, test := range []struct{ file, content, want string }{
		{"m.safetensors", "\x02\x00\x00\x00\x00\x00\x00\x00{}", "safetensors"},
		{"m.safetensors", "{\"not\": \"weights\"}", ""},
		{"m.gguf", "GGUF\x03\x00\x00\x00", "GGUF"},
		{"m.gguf", "", ""},
		{"ggml-base.bin", "lmgg\x00\x00", "GGML"},
		{"m.onnx", "\x08\x08\x12\x07pytorch\x1a\x05", "ONNX"},
		{"m.onnx", "just a text", ""},
		{"m.tflite", "\x1c\x00\x00\x00TFL3\x00", "TensorFlow Lite"},
		{"m.tflite", "TFL3 in words", ""},
		{"m.pt", zipped(t, "archive/data.pkl", "archive/version"), "PyTorch"},
		{"pytorch_model.bin", zipped(t, "pytorch_model/data.pkl"), "PyTorch"},
		{"old.pth", "\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M", "PyTorch"},
		{"firmware.bin", "\x7fELF\x02\x01", ""},
		{"archive.bin", zipped(t, "readme.txt"), ""},
		{"m.keras", zipped(t, "metadata.json", "config.json"), "Keras"},
		{"m.h5", "\x89HDF\r\n\x1a\n....keras_version....", "HDF5 weights"},
		{"measurements.h5", "\x89HDF\r\n\x1a\n....temperature....", ""},
		{"m.mlmodel", "\x08\x05\x12\x10.....", "Core ML"},
		{"m.cbm", "CBM1....", "CatBoost"},
		{"saved_model.pb", "\x08\x01\x12\xff....", "TensorFlow SavedModel"},
		{"m.pkl", "\x80\x04\x95\x00sklearn.ensemble._forest", "joblib or pickle of scikit-learn"},
		{"cache.pkl", "\x80\x04\x95\x00builtins", "pickle"},
		{"xgb_model.json", `{"learner":{"gradient_booster":{}}}`, "XGBoost"},
		{"model.json", `{"name": "topic"}`, ""},
		{"lgbm.txt", "tree\nversion=v4\nnum_class=1\n", "LightGBM"},
		{"model.txt", "a tree", ""},
		{"m.safetensors", pointer, "safetensors"},
		{"m.pt", pointer, "PyTorch"},
		{"data.bin", pointer, ""},
	} {
		got := ""
		if r := ReadModel(test.file, []byte(test.content), "."); len(r.Traces) == 1 {
			got = r.Traces[0].Entry.Name
		}
		if got != test.want {
			t.Errorf("%s %.20q: got %q, want %q", test.file, test.content, got, test.want)
		}
	}
}

func TestFoldersSayWhatFilesAreFor(t *testing.T) {
	for file, want := range map[string]Scope{
		"m.gguf": Runtime, "models/m.gguf": Runtime, "tests/m.gguf": Test, "pkg/testdata/m.gguf": Test,
		"src/__tests__/m.gguf": Test, "test-fixtures/m.gguf": Runtime, "fixtures/m.gguf": Test,
		"examples/m.gguf": Development, "docs/m.gguf": Development, "contest/m.gguf": Runtime, "latest/m.gguf": Runtime,
	} {
		if r := ReadModel(file, []byte("GGUF...."), "."); r.Traces[0].Scope != want {
			t.Errorf("%s is for %s, want %s", file, r.Traces[0].Scope, want)
		}
	}
	if r := ReadModel("testdata/org/m.gguf", []byte("GGUF...."), "testdata/org"); r.Traces[0].Scope != Runtime {
		t.Error("folders above the project say something")
	}
}

func TestCandidates(t *testing.T) {
	for file, want := range map[string]bool{
		"requirements.txt": true, "requirements-dev.txt": true, "dev-requirements.txt": true, "requirements/prod.txt": true,
		"constraints.txt": false, "requirements/constraints.txt": false, "notes.txt": false, "package.json": true,
		"tsconfig.json": false, "a/go.mod": true, "vendor/x/go.mod": false, "node_modules/x/package.json": false,
		"app/build.gradle.kts": true, "README.md": false, "a.py": false, "m.onnx": true, ".dvc/config": false, "data.dvc": true,
	} {
		if Reads(file) != want {
			t.Errorf("%s: read %v, want %v", file, !want, want)
		}
	}
}

func TestIncludes(t *testing.T) {
	r := ReadText(syntax.NewText("a/requirements-dev.txt", []byte("-r ../base.txt\n--requirement=more.in # x\n-r https://example.com/x.txt\n")), ".", Runtime, syntax.DefaultLimits())
	want := []Include{{"base.txt", Development}, {"a/more.in", Development}}
	if !slices.Equal(r.Includes, want) {
		t.Errorf("got %v, want %v", r.Includes, want)
	}
}

func TestProject(t *testing.T) {
	holds := func(folder string) bool { return folder == "svc/a" }
	for file, want := range map[string]string{
		"svc/a/models/x/m.gguf": "svc/a", "svc/b/m.gguf": ".", "svc/b/package.json": "svc/b", "requirements.txt": ".",
		"svc/c/requirements/prod.txt": "svc/c",
	} {
		if got := Project(file, ".", holds); got != want {
			t.Errorf("%s belongs to %q, want %q", file, got, want)
		}
	}
}

// FuzzManifests demands of every parser that it neither panics nor names a place
// outside the text.
func FuzzManifests(f *testing.F) {
	names := []string{
		"requirements.txt", "pyproject.toml", "setup.cfg", "setup.py", "Pipfile", "environment.yml", "poetry.lock", "uv.lock",
		"Pipfile.lock", "package.json", "go.mod", "pom.xml", "build.gradle", "libs.versions.toml", "Cargo.toml", "a.ipynb",
		"dvc.yaml", "MLmodel",
	}
	files, err := filepath.Glob("testdata/projects/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file) //nolint:gosec // an example of ours
		if err != nil {
			f.Fatal(err)
		}
		for _, example := range txtar.Parse(content).Files {
			if i := slices.Index(names, filepath.Base(example.Name)); i >= 0 {
				f.Add(uint8(i), example.Data) //nolint:gosec // few names
			}
		}
	}
	f.Fuzz(func(t *testing.T, name uint8, content []byte) {
		text := syntax.NewText(names[int(name)%len(names)], content)
		for _, trace := range ReadText(text, ".", Runtime, syntax.DefaultLimits()).Traces {
			if start, end := trace.Name.Offsets(); start < 0 || start > end || end > len(content) {
				t.Errorf("%s: [%d, %d) of %d bytes", trace.Name.Scalar, start, end, len(content))
			}
		}
	})
}

// FuzzModels demands that no beginning of a file makes a reader panic.
func FuzzModels(f *testing.F) {
	for i := range modelFormats {
		f.Add(uint8(i), []byte("PK\x03\x04\x80\x02GGUF"))
	}
	f.Fuzz(func(_ *testing.T, i uint8, head []byte) {
		format := modelFormats[int(i)%len(modelFormats)]
		for _, name := range slices.Concat(format.Names, format.Extensions) {
			ReadModel("model"+name, head, ".")
		}
	})
}

// BenchmarkCandidate is what each file of a repository costs.
func BenchmarkCandidate(b *testing.B) {
	for b.Loop() {
		Candidate("services/triage/src/handlers/note_handler.py")
	}
}

func BenchmarkRequirements(b *testing.B) {
	content := []byte(strings.Repeat("numpy==2.0\nopenai>=1.40 ; python_version > \"3.9\"\n", 100))
	for b.Loop() {
		ReadText(syntax.NewText("requirements.txt", content), ".", Runtime, syntax.DefaultLimits())
	}
}
