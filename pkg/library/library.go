// Package library reads policies: Rego modules in files, the rules that they
// state in their metadata, and what is wrong with them, at its line. The rules
// of this program and those of its users are read by the same code and keep the
// same contract; docs/policies.md states it.
package library

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/policies"
)

// File is a file of a library.
type File struct {
	// Name is the path as people know it, relative to the root of the
	// repository, with slashes.
	Name    string
	Content []byte
}

// Module is a policy in Rego.
type Module struct {
	*ast.Module

	File string
	Text string
}

// Path is the package without "data.", as "aimslint.rules.model_card.x".
func (m *Module) Path() string { return strings.TrimPrefix(m.Package.Path.String(), "data.") }

// IsTest reports whether the module holds tests of others.
func (m *Module) IsTest() bool { return strings.HasSuffix(m.Path(), "_test") }

// Library is what the files of users' policies hold.
type Library struct {
	// Rules are those that the modules state, by id.
	Rules []*rule.Rule
	// Modules are all modules, tests among them, by file.
	Modules []Module
	// Files are the names of all files that were read, examples among them.
	Files []string
	// Kinds are the schemas of kinds of the users' own, by name.
	Kinds map[string]*schema.Own

	examples map[string]File // archives by the id of their rule
}

// Examples are the examples of a rule, none if there is no archive of them.
func (l *Library) Examples(id string) (policies.ExampleSet, error) {
	archive, ok := l.examples[id]
	if !ok {
		return policies.ExampleSet{}, nil
	}
	return policies.ParseExamples(archive.Name, archive.Content)
}

// Rule is the rule of an id, or nil.
func (l *Library) Rule(id string) *rule.Rule {
	if i := slices.IndexFunc(l.Rules, func(r *rule.Rule) bool { return r.ID == id }); i >= 0 {
		return l.Rules[i]
	}
	return nil
}

// Problem is one fault of a policy. Message is a sentence.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`   // from 1
	Column  int    `json:"column"` // in code points, from 1
	Message string `json:"message"`
}

// String is the problem on one line, as compilers print it.
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, max(p.Line, 1), max(p.Column, 1), p.Message)
}

// Error lists all that is wrong with policies.
type Error struct{ Problems []Problem }

// Error is one line for each problem.
func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// failed is the error for problems, in order and each once; nil without any.
func failed(problems []Problem) error {
	if len(problems) == 0 {
		return nil
	}
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return &Error{slices.Compact(problems)}
}

// KindNames are the names of the kinds of the users' own.
func (l *Library) KindNames() []string {
	if l == nil {
		return nil
	}
	return slices.Sorted(maps.Keys(l.Kinds))
}

// Digest tells the library from any other by all that it holds; "" for none.
func (l *Library) Digest() string {
	if l == nil {
		return ""
	}
	hash := sha256.New()
	add := func(parts ...string) { _, _ = fmt.Fprintf(hash, "%q\n", parts) }
	for _, m := range l.Modules {
		add("module", m.File, m.Text)
	}
	for _, id := range slices.Sorted(maps.Keys(l.examples)) {
		add("examples", id, l.examples[id].Name, string(l.examples[id].Content))
	}
	for _, name := range l.KindNames() {
		add("kind", name, l.Kinds[name].ID())
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// Judging names all that judges documents, as `aimslint version` does it for the rules
// of this program: the SHA-256 digest of what sha256sum prints for the policies
// without their tests, and for the schemas of kinds, in the order of their paths. It
// is "" if there is nothing that judges.
func (l *Library) Judging() string {
	if l == nil || len(l.Rules)+len(l.Kinds) == 0 {
		return ""
	}
	sums := map[string][sha256.Size]byte{}
	for i := range l.Modules {
		if m := &l.Modules[i]; !m.IsTest() {
			sums[m.File] = sha256.Sum256([]byte(m.Text))
		}
	}
	for _, kind := range l.Kinds {
		sums[kind.File()] = sha256.Sum256(kind.Content())
	}
	all := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		_, _ = fmt.Fprintf(all, "%x  %s\n", sums[name], name)
	}
	return "sha256:" + hex.EncodeToString(all.Sum(nil))
}

// Read reads the policies of users. Ids of rules in taken are not theirs to
// give, and kinds are their own, which rules may judge besides the built-in ones.
// Files that are neither Rego nor an archive of examples are left alone. The
// error is an [*Error].
func Read(files []File, taken []string, kinds map[string]*schema.Own) (*Library, error) {
	l := &Library{examples: map[string]File{}, Kinds: kinds}
	r := reader{library: l, taken: taken, kinds: l.KindNames()}
	for _, file := range files {
		if IsPolicyFile(file.Name) {
			l.Files = append(l.Files, file.Name)
		}
		if path.Ext(file.Name) == ".rego" {
			r.module(file)
		}
	}
	for _, file := range files {
		if strings.HasSuffix(file.Name, exampleArchive) {
			r.examples(file)
		}
	}
	slices.SortFunc(l.Rules, func(a, b *rule.Rule) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(l.Modules, func(a, b Module) int { return strings.Compare(a.File, b.File) })
	return l, failed(r.problems)
}

// ReadTests reads modules for their tests, which may be of rules that are not as
// they must be, and of those that come with this program. The error is an [*Error].
func ReadTests(files []File) ([]Module, error) {
	var modules []Module
	var problems []Problem
	for _, file := range files {
		if path.Ext(file.Name) != ".rego" {
			continue
		}
		m, err := Parse(file)
		if err != nil {
			problems = append(problems, Problems(err)...)
			continue
		}
		modules = append(modules, *m)
	}
	slices.SortFunc(modules, func(a, b Module) int { return strings.Compare(a.File, b.File) })
	return modules, failed(problems)
}

// exampleArchive is the name of an archive of examples, or how one ends that
// begins with the name of its rule and a full stop.
const exampleArchive = "examples.txtar"

type reader struct {
	library  *Library
	taken    []string
	kinds    []string
	problems []Problem
}

func (r *reader) module(file File) {
	parsed, err := Parse(file)
	if err != nil {
		r.problems = append(r.problems, Problems(err)...)
		return
	}
	if slices.ContainsFunc(r.library.Modules, func(m Module) bool { return m.File == file.Name }) {
		r.problems = append(r.problems, Problem{file.Name, 1, 1, "There is another policy under this name, as only a bundle can hold it."})
		return
	}
	r.library.Modules = append(r.library.Modules, *parsed)
	if fault := misplaced(parsed); fault != "" {
		r.report(parsed, parsed.Package.Location, fault)
		return
	}
	id, isRule := ID(parsed)
	if isRule && parsed.IsTest() && slices.ContainsFunc(parsed.Rules, isReport) {
		r.report(parsed, parsed.Package.Location, fmt.Sprintf("The package %s ends in _test and so holds tests, which judge nothing; name the rule otherwise.", parsed.Path()))
	}
	if !isRule || parsed.IsTest() {
		return
	}
	if fault := r.duplicate(id); fault != "" {
		r.report(parsed, parsed.Package.Location, fault)
		return
	}
	stated, problems := readRule(parsed, id, r.kinds)
	stated.Origin = file.Name
	r.problems = append(r.problems, problems...)
	r.library.Rules = append(r.library.Rules, stated)
}

func (r *reader) report(m *Module, at *ast.Location, message string) {
	r.problems = append(r.problems, Problem{m.File, at.Row, at.Col, message})
}

// duplicate says why an id cannot be given to a rule; "" if it can.
func (r *reader) duplicate(id string) string {
	if slices.Contains(r.taken, id) {
		return fmt.Sprintf("The rule %s comes with aimslint and cannot be replaced; choose another name, and turn the built-in one off under `rules` if you do not want it.", id)
	}
	if other := r.library.Rule(id); other != nil {
		return fmt.Sprintf("The rule %s is already stated in %s; a rule is one file.", id, other.Origin)
	}
	return ""
}

// examples gives an archive to the rule that it stands beside: NAME.examples.txtar
// to the rule of that name, examples.txtar to the only rule of its folder.
func (r *reader) examples(file File) {
	named := strings.TrimSuffix(strings.TrimSuffix(path.Base(file.Name), exampleArchive), ".")
	var beside []*rule.Rule
	for _, stated := range r.library.Rules {
		if path.Dir(stated.Origin) == path.Dir(file.Name) && (named == "" || snake(stated.Name()) == snake(named)) {
			beside = append(beside, stated)
		}
	}
	switch {
	case len(beside) == 1:
		r.library.examples[beside[0].ID] = file
	case named == "" && len(beside) > 1:
		r.problems = append(r.problems, Problem{file.Name, 1, 1, fmt.Sprintf("Several rules stand in this folder; name the archive after one of them, as %s.%s.", snake(beside[0].Name()), exampleArchive)})
	}
}

// Parse reads a module with its metadata. The error is an [*Error].
func Parse(file File) (*Module, error) {
	if len(file.Content) > largest {
		return nil, &Error{[]Problem{{file.Name, 1, 1, fmt.Sprintf("The policy is larger than %d bytes.", largest)}}}
	}
	parsed, err := ast.ParseModuleWithOpts(file.Name, string(file.Content),
		ast.ParserOptions{RegoVersion: ast.RegoV1, ProcessAnnotation: true, Capabilities: Capabilities()})
	if err != nil {
		return nil, &Error{inFile(file.Name, Problems(err))}
	}
	return &Module{parsed, file.Name, string(file.Content)}, nil
}

// largest is far more than a policy needs, in bytes.
const largest = 1 << 20

func inFile(name string, problems []Problem) []Problem {
	for i := range problems {
		problems[i].File = cmp.Or(problems[i].File, name)
		problems[i].Line, problems[i].Column = max(problems[i].Line, 1), max(problems[i].Column, 1)
	}
	return problems
}

// Problems are the faults that an error of this package, or of the parser or
// the compiler of Rego, lists.
func Problems(err error) []Problem {
	if ours, ok := errors.AsType[*Error](err); ok {
		return ours.Problems
	}
	errs, ok := errors.AsType[ast.Errors](err)
	if one, single := errors.AsType[*ast.Error](err); single && !ok {
		errs = ast.Errors{one}
	}
	if len(errs) == 0 {
		return []Problem{{Message: sentence(err.Error())}}
	}
	problems := make([]Problem, len(errs))
	for i, e := range errs {
		problems[i] = Problem{Message: sentence(e.Message)}
		if e.Location != nil {
			problems[i].File, problems[i].Line, problems[i].Column = e.Location.File, e.Location.Row, e.Location.Col
		}
	}
	return problems
}

func sentence(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return "It cannot be read."
	}
	return strings.ToUpper(text[:1]) + strings.TrimSuffix(text[1:], ".") + "."
}

const (
	reserved     = "aimslint"
	rulesPackage = "aimslint.rules."
	libPackage   = "aimslint.lib."
)

// ID is the id of the rule that a module states or tests, by its package.
func ID(m *Module) (id string, isRule bool) {
	rest, isRule := strings.CutPrefix(m.Path(), rulesPackage)
	return kebab(strings.Replace(strings.TrimSuffix(rest, "_test"), ".", "/", 1)), isRule && strings.Count(rest, ".") == 1
}

// misplaced says what is wrong with the package of a module; "" if nothing is.
func misplaced(m *Module) string {
	p := m.Path()
	_, isRule := ID(m)
	lib, isLib := strings.CutPrefix(p, libPackage)
	first, _, _ := strings.Cut(p, ".")
	switch {
	case isRule && !snakeCase.MatchString(strings.ReplaceAll(strings.TrimPrefix(p, rulesPackage), ".", "_")):
		return fmt.Sprintf("The package is %s; CATEGORY and NAME are written in snake_case.", p)
	case isRule:
		return ""
	case strings.HasPrefix(p, rulesPackage) || p == "aimslint.rules":
		return fmt.Sprintf("The package is %s; that of a rule is aimslint.rules.CATEGORY.NAME.", p)
	case isLib && slices.Contains(Shared(), strings.ReplaceAll(lib, ".", "/")):
		return fmt.Sprintf("The package %s comes with aimslint and cannot be added to; choose another name.", p)
	case isLib:
		return ""
	case first == reserved:
		return fmt.Sprintf("The package is %s; below aimslint only aimslint.rules.CATEGORY.NAME and aimslint.lib.NAME are yours.", p)
	case first == "config" || first == "as_of":
		return fmt.Sprintf("The package is %s, under which rules read parameters and the day; choose another name.", p)
	}
	return ""
}

func snake(kebab string) string { return strings.ReplaceAll(kebab, "-", "_") }
func kebab(snake string) string { return strings.ReplaceAll(snake, "_", "-") }
