// Package trace finds signs of AI use that are no documents: dependencies on AI
// libraries and services, model files, and what points to such. What a
// dependency means is data, the catalogue; see [Catalogue].
package trace

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// Scope says what a trace is for.
type Scope string

// The scopes. Only what is for use says that the project uses AI.
const (
	Runtime     Scope = "runtime"
	Optional    Scope = "optional"
	Development Scope = "development"
	Test        Scope = "test"
)

// Form says what kind of sign a trace is.
type Form string

// The forms.
const (
	Dependency Form = "dependency"
	ModelFile  Form = "model file"
	Pointer    Form = "pointer" // of Git LFS or DVC to a model file
	Notebook   Form = "notebook"
)

// Trace is one sign of AI use.
type Trace struct {
	Form Form
	// Name is the package or the file, at the place where it is named. Of a
	// model file the place is its beginning.
	Name *syntax.Node
	// Entry says what a dependency means; of a model file it is one of
	// [ModelFormats].
	Entry *Entry
	Scope Scope
	// Target is the model file that is meant, relative to the root; "" for a
	// dependency.
	Target string
}

// Counts reports whether the trace says that the project uses AI, so that a
// document has to claim it.
func (t *Trace) Counts() bool { return t.Scope == Runtime && t.Entry.Weight != low }

// dependency is a package that a manifest names.
type dependency struct {
	ecosystem Ecosystem
	name      string
	scope     Scope
	at        *syntax.Node
}

// Include is a file that a manifest takes in.
type Include struct {
	File  string // relative to the root
	Scope Scope
}

// Reading is what a file came to.
type Reading struct {
	Traces   []Trace
	Includes []Include
}

// parsed is what a parser of manifests gives.
type parsed struct {
	dependencies []dependency
	includes     []Include
}

// manifest is a kind of file that names dependencies.
type manifest struct {
	// fits tells it by its name, given the base name and the folder's.
	fits  func(base, folder string) bool
	parse func(text *syntax.Text, limits syntax.Limits) parsed
	// lock says that it is written by a tool, so that a manifest beside it says
	// better what the project itself depends on.
	lock bool
}

func named(names ...string) func(base, folder string) bool {
	return func(base, _ string) bool { return slices.Contains(names, base) }
}

// manifests are all that are read.
var manifests = []manifest{
	{fits: isRequirements, parse: parseRequirements},
	{fits: named("pyproject.toml"), parse: parsePyproject},
	{fits: named("setup.cfg"), parse: parseSetupConfig},
	{fits: named("setup.py"), parse: parseSetupScript},
	{fits: named("Pipfile"), parse: parsePipfile},
	{fits: named("environment.yml", "environment.yaml", "conda.yml", "conda.yaml"), parse: parseConda},
	{fits: named("poetry.lock", "uv.lock", "pdm.lock"), parse: parsePythonLock, lock: true},
	{fits: named("Pipfile.lock"), parse: parsePipfileLock, lock: true},
	{fits: named("package.json"), parse: parsePackageJSON},
	{fits: named("go.mod"), parse: parseGoMod},
	{fits: named("pom.xml"), parse: parsePOM},
	{fits: isGradle, parse: parseGradle},
	{fits: named("libs.versions.toml"), parse: parseVersionCatalogue},
	{fits: named("Cargo.toml"), parse: parseCargo},
}

func manifestOf(file string) *manifest {
	base, folder := path.Base(file), path.Base(path.Dir(file))
	for i := range manifests {
		if manifests[i].fits(base, folder) {
			return &manifests[i]
		}
	}
	return nil
}

// IsManifest reports whether a file by its name lists dependencies that a
// person has chosen.
func IsManifest(file string) bool {
	m := manifestOf(file)
	return m != nil && !m.lock
}

// IsLock reports whether a file by its name is one that a tool writes from a
// manifest of Python.
func IsLock(file string) bool {
	m := manifestOf(file)
	return m != nil && m.lock
}

// Candidate reports whether a file by its name may hold a trace or be taken in
// by a file that does. It is cheap: it is asked of every file of a repository.
func Candidate(file string) bool { return Reads(file) || isIncludable(file) }

// Reads reports whether a file is read without another that takes it in.
func Reads(file string) bool {
	if isInstalled(file) {
		return false
	}
	return modelFormatsOf(file) != nil || isDVC(file) || path.Ext(file) == ".ipynb" || path.Base(file) == "MLmodel" || manifestOf(file) != nil
}

func isIncludable(file string) bool {
	ext := path.Ext(file)
	return (ext == ".txt" || ext == ".in") && !isInstalled(file)
}

// isInstalled reports whether a file lies among installed or copied packages,
// whose manifests are not the project's.
func isInstalled(file string) bool {
	for folder := range strings.SplitSeq(path.Dir(file), "/") {
		switch folder {
		case "node_modules", "site-packages", "bower_components", "vendor", "third_party", ".venv", "venv":
			return true
		}
	}
	return false
}

var (
	testFolder        = regexp.MustCompile(`^(?i:_*(?:unit|integration|functional|e2e|android)?[-_]?tests?_*|testing|test[-_]?data|test[-_]?utils|_*fixtures?_*|_*mocks?_*|_*snapshots?_*|specs?|e2e)$`)
	developmentFolder = regexp.MustCompile(`^(?i:docs?|documentation|examples?|samples?|demos?|tutorials?|benchmarks?|\.devcontainer|\.github)$`)
)

// folderScope is the scope of all that lies in a folder for tests or for
// development, else Runtime.
func folderScope(file string) Scope {
	scope := Runtime
	for folder := range strings.SplitSeq(path.Dir(file), "/") {
		switch {
		case testFolder.MatchString(folder):
			return Test
		case developmentFolder.MatchString(folder):
			scope = Development
		}
	}
	return scope
}

// narrower is the scope that says less about use.
func narrower(a, b Scope) Scope {
	order := []Scope{Runtime, Optional, Development, Test}
	return order[max(slices.Index(order, a), slices.Index(order, b))]
}

// ReadText reads a manifest, a notebook or a file of DVC's, which are text. Base
// is the folder of the project, in which the names of folders mean something.
// Scope is that of the file which takes it in, else Runtime.
func ReadText(text *syntax.Text, base string, scope Scope, limits syntax.Limits) Reading {
	scope = narrower(scope, folderScope(relative(base, text.File)))
	m := manifestOf(text.File)
	switch {
	case m != nil:
		return m.read(text, scope, limits)
	case isIncludable(text.File):
		return (&manifest{parse: parseRequirements}).read(text, scope, limits)
	case path.Ext(text.File) == ".ipynb":
		return Reading{Traces: scoped(readNotebook(text, limits), scope)}
	case path.Base(text.File) == "MLmodel":
		return Reading{Traces: scoped(readMLmodel(text, limits), scope)}
	}
	return Reading{Traces: scoped(readDVC(text, limits), scope)}
}

// ReadModel reads the beginning of a file that may be a model.
func ReadModel(file string, head []byte, base string) Reading {
	return Reading{Traces: scoped(readModel(file, head), folderScope(relative(base, file)))}
}

func scoped(traces []Trace, scope Scope) []Trace {
	for i := range traces {
		traces[i].Scope = narrower(traces[i].Scope, scope)
	}
	return traces
}

func relative(base, file string) string {
	if base == "." {
		return file
	}
	return strings.TrimPrefix(file, base+"/")
}

func (m *manifest) read(text *syntax.Text, scope Scope, limits syntax.Limits) Reading {
	p := m.parse(text, limits)
	slices.SortStableFunc(p.dependencies, func(a, b dependency) int { // parsers go by sections
		x, _ := a.at.Offsets()
		y, _ := b.at.Offsets()
		return x - y
	})
	var r Reading
	seen := map[string]int{}
	for _, d := range p.dependencies {
		e := Find(d.ecosystem, d.name)
		if e == nil {
			continue
		}
		t := Trace{Form: Dependency, Name: d.at.DeriveString(d.name), Entry: e, Scope: narrower(d.scope, scope)}
		key := normal(d.ecosystem, d.name)
		i, again := seen[key]
		switch {
		case !again:
			seen[key] = len(r.Traces)
			r.Traces = append(r.Traces, t)
		case narrower(t.Scope, r.Traces[i].Scope) != t.Scope: // said again for wider use
			r.Traces[i] = t
		}
	}
	for _, i := range p.includes {
		i.Scope = narrower(i.Scope, scope)
		r.Includes = append(r.Includes, i)
	}
	return r
}

// Project is the folder that a file belongs to: that of the nearest manifest at
// or above it, as holds tells, but not above base.
func Project(file, base string, holds func(folder string) bool) string {
	folder := path.Dir(file)
	if IsManifest(file) || IsLock(file) {
		if path.Base(folder) == "requirements" {
			return path.Dir(folder)
		}
		return folder
	}
	for ; folder != base && folder != "."; folder = path.Dir(folder) {
		if holds(folder) {
			return folder
		}
	}
	return base
}
