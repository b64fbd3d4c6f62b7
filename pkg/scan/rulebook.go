package scan

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/config"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/prove"
	"github.com/aimslint/aimslint/pkg/registry"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/source"
	"github.com/aimslint/aimslint/policies"
)

// Rulebook is the rules that a configuration knows: those of this program, and
// those of the users' policies that it names.
type Rulebook struct {
	all   []*rule.Rule
	users *library.Library
	// partly says that policies were left out, whose rules are not known.
	partly bool

	request Request
	root    string
}

// Shown is the path of a file as the person at the terminal would type it.
func (b *Rulebook) Shown(file string) string { return b.request.shownFrom(b.root)(file) }

func newRulebook(users *library.Library) *Rulebook {
	b := &Rulebook{all: Rules(), users: users}
	if users != nil {
		b.all = slices.Concat(b.all, users.Rules)
		slices.SortFunc(b.all, func(a, b *rule.Rule) int { return cmp.Compare(a.ID, b.ID) })
	}
	return b
}

// RulesFor is the rulebook of a request.
func RulesFor(ctx context.Context, request Request) (*Rulebook, error) {
	s, err := configuration(ctx, request)
	if err != nil {
		return nil, err
	}
	return s.book, nil
}

// Rules are all rules, by id.
func (b *Rulebook) Rules() []*rule.Rule { return b.all }

// Users are the policies of the users' own, nil for none.
func (b *Rulebook) Users() *library.Library { return b.users }

// OwnDigest names the policies and kinds of the users' own that judge, "" for none.
func (b *Rulebook) OwnDigest() string { return b.users.Judging() }

// Kinds are the schemas of the kinds of the users' own, by name.
func (b *Rulebook) Kinds() map[string]*schema.Own {
	if b.users == nil {
		return nil
	}
	return b.users.Kinds
}

// Examples are the examples of a rule; a rule of the engine has none.
func (b *Rulebook) Examples(id string) (policies.ExampleSet, error) {
	if b.users != nil && b.users.Rule(id) != nil {
		return b.users.Examples(id)
	}
	return policies.Examples(id)
}

// Lookup is the rule of an id, or an error that offers the nearest one.
func (b *Rulebook) Lookup(id string) (*rule.Rule, error) {
	i, found := slices.BinarySearchFunc(b.all, id, func(r *rule.Rule, id string) int { return cmp.Compare(r.ID, id) })
	if !found {
		return nil, b.unknown(id)
	}
	return b.all[i], nil
}

// Matching are the rules that match one of the patterns, all if there are
// none. A pattern that matches no rule is an error.
func (b *Rulebook) Matching(patterns []string) ([]*rule.Rule, error) {
	if len(patterns) == 0 {
		return b.all, nil
	}
	if err := b.check(patterns); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Clone(b.all), func(r *rule.Rule) bool { return !matchesAny(patterns, r.ID) }), nil
}

// known are the rules as exceptions may name them.
func (b *Rulebook) known() exception.Known { return exception.Known{Rules: b.all, Partly: b.partly} }

// kinds are the names of the kinds of the users' own.
func (b *Rulebook) kinds() []string { return b.users.KindNames() }

// validate holds a native document against the schema of its kind.
func (b *Rulebook) validate(d *document.Document) ([]schema.Violation, error) {
	if own := b.Kinds()[d.Kind]; own != nil {
		return own.Validate(d)
	}
	return schema.Validate(d)
}

// fields are the fields of a kind.
func (b *Rulebook) fields(kind string) []schema.Field {
	if own := b.Kinds()[kind]; own != nil {
		return own.Fields()
	}
	return schema.Fields(kind)
}

// check demands that every pattern names a rule.
func (b *Rulebook) check(patterns []string) error {
	for _, pattern := range patterns {
		known := slices.ContainsFunc(b.all, func(r *rule.Rule) bool { return matchesAny([]string{pattern}, r.ID) })
		if !known {
			return b.unknown(pattern)
		}
	}
	return nil
}

func (b *Rulebook) unknown(id string) error {
	ids := make([]string, len(b.all))
	for i, r := range b.all {
		ids[i] = r.ID
	}
	suggestion := ""
	if nearest := schema.Nearest(id, ids); nearest != "" {
		suggestion = fmt.Sprintf("; did you mean %q?", nearest)
	}
	return fmt.Errorf("there is no rule %q%s\nsee 'aimslint rules list'", id, suggestion)
}

// findFields finds out for which fields the users' rules ask, by what they report
// at in their failing examples, as is done for ours. A rule without examples
// supports no statement about what documents show.
func (b *Rulebook) findFields(ctx context.Context) error {
	if b.users == nil || len(b.users.Rules) == 0 {
		return nil
	}
	prover, err := prove.New(ctx, b.users)
	if err != nil {
		return incomplete(b.request.located(b.root, "", err))
	}
	defer prover.Close()
	for _, r := range b.users.Rules {
		examples, err := b.users.Examples(r.ID)
		if err != nil {
			return err
		}
		if len(examples.Pass) == 0 || len(examples.Fail) == 0 {
			continue
		}
		if r.Fields, err = prover.Fields(ctx, r, examples); err != nil {
			return incomplete(fmt.Errorf("examples of %s: %w", b.Shown(r.Origin), b.request.located(b.root, "", err)))
		}
	}
	return nil
}

// incomplete makes an error one of an incomplete run if a policy could not be
// evaluated to the end; one that is wrong stays wrong use.
func incomplete(err error) error {
	if _, failed := errors.AsType[*policy.SandboxError](err); failed {
		return &IncompleteError{err}
	}
	return err
}

// settings are a configuration with the rules that it knows.
type settings struct {
	config *config.Config
	book   *Rulebook
	// warnings say which policies were left out that somebody may expect.
	warnings []string
}

// policyLoader loads the policies that a configuration names.
type policyLoader struct {
	ctx      context.Context //nolint:containedctx // of the one call of config.Parse
	request  Request
	root     string
	view     *source.View
	users    *library.Library
	kinds    map[string]*schema.Own
	warnings []string
	// trusted are the policies that the configuration of the base names, by their
	// places, if a change is asked about: what the change itself names is not run.
	trusted []config.Policy
	isBound bool
	// partly says that policies were left out.
	partly bool
	// bundlesOnly asks for what is in bundles, and for no rulebook.
	bundlesOnly bool
	bundled     []library.File
}

func (l *policyLoader) load(file string, named []config.Policy) (config.Loaded, error) {
	if l.bundlesOnly {
		return l.loadBundles(file, named)
	}
	if l.request.Policies == NoPolicies {
		l.warnings = append(l.warnings, joined(named)+": not run, as --policies none asks")
		l.partly = true
		return config.Loaded{Partly: true}, nil
	}
	loaded := config.Loaded{Faults: map[int]string{}}
	var chosen []config.Policy
	for i, p := range named {
		if l.isBound && !slices.Contains(l.trusted, l.placed(file, p)) {
			loaded.Partly, l.partly = true, true
			l.warnings = append(l.warnings, fmt.Sprintf("%s: not run, since only the change names it under `policies`; it is once the base names it", p))
			continue
		}
		if fault := l.fault(file, p); fault != "" {
			loaded.Faults[i] = fault
			continue
		}
		chosen = append(chosen, p)
	}
	if len(chosen) == 0 {
		return loaded, nil
	}
	files, err := l.files(file, chosen)
	if err != nil {
		return loaded, err
	}
	for i, p := range named {
		folder := l.place(file, p.Path)
		if p.Path != "" && slices.Contains(chosen, p) &&
			!slices.ContainsFunc(files, func(f library.File) bool { return path.Ext(f.Name) == ".rego" && inFolder(folder, f.Name) }) {
			loaded.Faults[i] = fmt.Sprintf("There is no policy at %q: no .rego file that Git does not ignore.", p.Path)
		}
	}
	unpacked, err := l.unpack(file, named, chosen, loaded.Faults)
	if err != nil {
		return loaded, err
	}
	files = append(files, unpacked...)
	if len(loaded.Faults) > 0 {
		return loaded, nil
	}
	if l.users, err = library.Read(files, builtinIDs(), l.kinds); err != nil {
		return loaded, err
	}
	loaded.Rules = l.users.Rules
	return loaded, nil
}

// unpack reads the chosen bundles, and adds sentences about those that cannot be
// used to the faults.
func (l *policyLoader) unpack(file string, named, chosen []config.Policy, faults map[int]string) ([]library.File, error) {
	var files []library.File
	for i, p := range named {
		if p.Path != "" || !slices.Contains(chosen, p) {
			continue
		}
		unpacked, err := l.bundle(file, p)
		_, refused := errors.AsType[*library.Error](err)
		_, missing := errors.AsType[*IncompleteError](err)
		if refused || missing {
			return nil, err
		} else if err != nil {
			faults[i] = stopped(strings.ToUpper(err.Error()[:1]) + err.Error()[1:])
		}
		files = append(files, unpacked...)
	}
	return files, nil
}

// loadBundles reads all bundles and nothing else.
func (l *policyLoader) loadBundles(file string, named []config.Policy) (config.Loaded, error) {
	loaded := config.Loaded{Faults: map[int]string{}, Partly: true}
	var chosen []config.Policy
	for i, p := range named {
		if fault := l.fault(file, p); fault != "" {
			loaded.Faults[i] = fault
		} else {
			chosen = append(chosen, p)
		}
	}
	files, err := l.unpack(file, named, chosen, loaded.Faults)
	l.bundled = files
	return loaded, err
}

// Bundles are the policies in the bundles that the configuration of a request
// names.
func Bundles(ctx context.Context, request Request) ([]library.File, error) {
	start := startFolder(request)
	root, err := request.root(start)
	if err != nil {
		return nil, fmt.Errorf("find the root of the repository: %w", err)
	}
	l := &policyLoader{ctx: ctx, request: request, root: root, bundlesOnly: true}
	_, err = l.configuration(start, nil)
	return l.bundled, request.located(root, "", err)
}

// loadKinds reads the schemas of the kinds of the users' own.
func (l *policyLoader) loadKinds(file string, named []config.Kind) map[int]string {
	l.kinds = map[string]*schema.Own{}
	faults := map[int]string{}
	for i, k := range named {
		place := l.place(file, k.Schema)
		switch {
		case !kindName.MatchString(k.Name):
			faults[i] = fmt.Sprintf("%q is no name of a kind; write it in small letters with hyphens, as ethics-review.", k.Name)
			continue
		case document.IsKind(k.Name) || slices.Contains(takenNames, k.Name):
			faults[i] = fmt.Sprintf("The kind %s comes with aimslint; choose another name.", k.Name)
			continue
		case filepath.IsAbs(k.Schema) || place == ".." || strings.HasPrefix(place, "../"):
			faults[i] = fmt.Sprintf("%q leads out of the repository.", k.Schema)
			continue
		}
		content, err := l.view.At(l.root, place, largestPolicy).Read()
		if err == nil {
			l.kinds[k.Name], err = schema.NewOwn(place, content)
		}
		if err != nil {
			delete(l.kinds, k.Name)
			faults[i] = stopped(fmt.Sprintf("The schema of %s cannot be used: %v", k.Name, err))
		}
	}
	return faults
}

var kindName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// takenNames are those of categories of rules, and of schemas, that are no kinds.
var takenNames = []string{"document", "repository", "syntax", "schema", "format", "binding", document.Trace, "metadata", "config", "report", "catalog"}

func joined(named []config.Policy) string {
	names := make([]string, len(named))
	for i, p := range named {
		names[i] = p.String()
	}
	return strings.Join(names, ", ")
}

func builtinIDs() []string {
	ids := make([]string, len(Rules()))
	for i, r := range Rules() {
		ids[i] = r.ID
	}
	return ids
}

// bundle reads a bundle from its file or its registry.
func (l *policyLoader) bundle(file string, p config.Policy) ([]library.File, error) {
	var key *library.Key
	if p.Key != "" {
		text, err := l.view.At(l.root, l.place(file, p.Key), largestPolicy).Read()
		if err != nil {
			return nil, fmt.Errorf("the key %q cannot be read: %w", p.Key, err)
		}
		key = &library.Key{PEM: string(text), Algorithm: p.Algorithm}
	}
	if p.OCI == "" {
		content, err := l.view.At(l.root, l.place(file, p.Bundle), largestLibrary).Read()
		if err != nil {
			return nil, fmt.Errorf("the bundle %q cannot be read: %w", p.Bundle, err)
		}
		return library.ReadBundle(l.place(file, p.Bundle), content, key)
	}
	reference, err := registry.Parse(p.OCI)
	if err != nil {
		return nil, err
	}
	folder, err := registry.Folder()
	if err != nil {
		return nil, err
	}
	content, err := registry.Bundle(l.ctx, reference, folder)
	if err != nil {
		return nil, &IncompleteError{err}
	}
	return library.ReadBundle(p.OCI, content, key)
}

// fault says why a policy cannot be loaded, before it is looked for.
func (l *policyLoader) fault(file string, p config.Policy) string {
	for _, name := range []string{p.Path, p.Bundle, p.Key} {
		if place := l.place(file, name); filepath.IsAbs(name) || place == ".." || strings.HasPrefix(place, "../") {
			return fmt.Sprintf("%q leads out of the repository; policies are read from inside it only.", name)
		}
	}
	return ""
}

// place is a path that the configuration names, relative to the root.
func (l *policyLoader) place(file, name string) string {
	return path.Join(relativeTo(l.root, filepath.Dir(file)), filepath.ToSlash(name))
}

// placed is a policy with its files relative to the root, so that two
// configurations can be compared that lie in different folders.
func (l *policyLoader) placed(file string, p config.Policy) config.Policy {
	for _, name := range []*string{&p.Path, &p.Bundle, &p.Key} {
		if *name != "" {
			*name = l.place(file, *name)
		}
	}
	return p
}

const (
	// largestPolicy is far more than a policy needs, and largestLibrary than
	// all of them, in bytes.
	largestPolicy  = 1 << 20
	largestLibrary = 64 << 20
)

// files reads the policies, their tests and examples, from the view.
func (l *policyLoader) files(file string, chosen []config.Policy) ([]library.File, error) {
	options := source.Options{Root: l.root, View: l.view, Limit: largestPolicy, Also: func(string) bool { return true }} // a link to a folder may have any name
	for _, p := range chosen {
		glob := escapeGlob(l.place(file, p.Path))
		switch {
		case p.Path == "":
			continue
		case glob == ".":
			glob = "**"
		}
		options.Include = append(options.Include, glob)
	}
	if len(options.Include) == 0 {
		return nil, nil
	}
	found, notes, err := source.Discover(l.ctx, options)
	if err != nil {
		return nil, discoverError(err)
	}
	if problems := l.leftOut(notes, chosen, file); len(problems) > 0 {
		return nil, &library.Error{Problems: problems}
	}
	var files []library.File
	size := 0
	for _, f := range found {
		if !library.IsPolicyFile(f.Path) {
			continue
		}
		content, err := f.Read()
		if errors.Is(err, fs.ErrNotExist) {
			continue // tracked, but deleted
		}
		if err != nil {
			return nil, &library.Error{Problems: []library.Problem{{File: f.Path, Message: "The policy cannot be read: " + err.Error() + "."}}}
		}
		if size += len(content); size > largestLibrary {
			return nil, &library.Error{Problems: []library.Problem{{File: f.Path, Message: fmt.Sprintf("All policies together are larger than %d bytes.", largestLibrary)}}}
		}
		files = append(files, library.File{Name: f.Path, Content: content})
	}
	return files, nil
}

// leftOut are the policies that are not read, such as links, lest they pass in
// silence.
func (l *policyLoader) leftOut(notes []source.Note, chosen []config.Policy, file string) []library.Problem {
	var problems []library.Problem
	for _, note := range notes {
		named := slices.ContainsFunc(chosen, func(p config.Policy) bool { return p.Path != "" && inFolder(l.place(file, p.Path), note.Path) })
		if named && (library.IsPolicyFile(note.Path) || isLinkToFolder(filepath.Join(l.root, filepath.FromSlash(note.Path)))) {
			problems = append(problems, library.Problem{File: note.Path, Message: "The policy is not read: " + note.Reason + ". Put a file in its place, or remove it."})
		}
	}
	return problems
}

func isLinkToFolder(name string) bool {
	link, err := os.Lstat(name)
	if err != nil || link.Mode()&fs.ModeSymlink == 0 {
		return false
	}
	target, err := os.Stat(name)
	return err == nil && target.IsDir()
}

// settle makes settings of a configuration that the loader has loaded policies
// for.
func (l *policyLoader) settle(c *config.Config, err error) (settings, error) {
	if c, err = withProfiles(c, l.request, err); err != nil {
		return settings{}, err
	}
	if l.users == nil && len(l.kinds) > 0 {
		l.users = &library.Library{Kinds: l.kinds}
	}
	book := newRulebook(l.users)
	book.partly, book.request, book.root = l.partly, l.request, l.root
	return settings{c, book, l.warnings}, nil
}
