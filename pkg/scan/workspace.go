package scan

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/binding"
	"github.com/aimslint/aimslint/pkg/config"
	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/soa"
	"github.com/aimslint/aimslint/pkg/source"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/pkg/trace"
)

// workspace is a request made concrete: the files, the configuration and the
// rules in force.
type workspace struct {
	request Request
	root    string // absolute, free of links
	// change is what has changed, if that is asked about, and view the state of
	// the repository that is evaluated.
	change *source.Change
	view   *source.View
	config *config.Config
	book   *Rulebook
	files  []source.File
	// traceable are the files that may hold traces of AI use; some are among
	// files too.
	traceable []source.File
	// traced are the files on which the list of traces rests.
	traced []string
	// chosen are the files to report on; nil for all. The others are only in
	// view, so that rules over several documents stay true.
	chosen map[string]bool
	rules  []*rule.Rule
	engine *policy.Engine
	// resolver looks up the files that documents name.
	resolver *binding.Resolver
	// explains is set to note what else a file could have been taken for.
	explains bool
	// asked are the fields for which the rules ask, if an assessment is asked for.
	asked assess.Asked
	notes []source.Note
	// warnings are for everybody to read.
	warnings []string
	// exceptions are those of the waiver file and the baseline.
	exceptions *exception.Set
	// texts are what findings and descriptions of documents consist of.
	texts texts
	// memory recalls what files came to in earlier runs.
	memory memory
}

func (w *workspace) selected(file string) bool { return w.chosen == nil || w.chosen[file] }

// open finds the root, the configuration, the files and the rules.
func open(ctx context.Context, request Request) (*workspace, error) {
	w := &workspace{request: request}
	start := startFolder(request)
	var err error
	if w.root, err = request.root(start); err != nil {
		return nil, fmt.Errorf("find the root of the repository: %w", err)
	}
	if err := w.findChange(ctx); err != nil {
		return nil, err
	}
	if request.further != nil {
		w.view = source.Overlay(w.root, request.further)
	}
	if err := w.settle(ctx); err != nil {
		if w.change != nil {
			w.change.Close()
		}
		return nil, err
	}
	return w, nil
}

// root is the root of the repository that holds a folder.
func (r Request) root(start string) (string, error) {
	if r.Root != "" {
		return filepath.EvalSymlinks(r.Root)
	}
	return source.Root(start)
}

// settle finds the configuration, the rules and the files of the view.
func (w *workspace) settle(ctx context.Context) (err error) {
	settled, err := loadConfig(ctx, w.request, startFolder(w.request), w.root, w.change, w.view)
	if err != nil {
		return err
	}
	w.config, w.book, w.warnings = settled.config, settled.book, settled.warnings
	w.resolver = w.newResolver()
	if err := w.chooseRules(ctx); err != nil {
		return err
	}
	if err := w.remember(); err != nil {
		return err
	}
	if err := w.loadExceptions(); err != nil {
		return err
	}
	if w.change != nil {
		return w.findChanged(ctx)
	}
	return w.findFiles(ctx)
}

// startFolder is the deepest folder that holds all that the request names.
func startFolder(request Request) string {
	common := ""
	for _, argument := range request.arguments() {
		folder := argument.folder(request)
		if common == "" {
			common = folder
		}
		for !within(common, folder) {
			common = filepath.Dir(common)
		}
	}
	return common
}

// written are the arguments as written; none is the working directory.
func (r Request) written() []string {
	if len(r.Paths) == 0 {
		return []string{"."}
	}
	return r.Paths
}

func (r Request) arguments() []argument {
	arguments := make([]argument, len(r.written()))
	for i, p := range r.written() {
		arguments[i] = argument(p)
	}
	return arguments
}

// argument is a path, a glob or "-".
type argument string

// folder is the folder that the argument names or in which it lies, absolute.
func (a argument) folder(r Request) string {
	name := string(a)
	if a == "-" {
		name = r.StdinPath
	}
	name = absolute(r.Directory, name)
	if a.isFolder(r) {
		return name
	}
	base, _ := doublestar.SplitPattern(filepath.ToSlash(name))
	if _, err := os.Lstat(name); err == nil || a == "-" {
		return filepath.Dir(name)
	}
	return filepath.FromSlash(base)
}

func (a argument) isFolder(r Request) bool {
	info, err := os.Stat(absolute(r.Directory, string(a)))
	return a != "-" && err == nil && info.IsDir()
}

func absolute(directory, name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(directory, name)
}

// within reports whether a file or folder is the folder or lies in it.
func within(folder, name string) bool {
	relative, err := filepath.Rel(folder, name)
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}

// relativeTo is a folder relative to another with slashes.
func relativeTo(base, folder string) string {
	relative, err := filepath.Rel(resolved(base), resolved(folder))
	if err != nil {
		return filepath.ToSlash(folder)
	}
	return filepath.ToSlash(relative)
}

// inRoot is an absolute path relative to the root with slashes. Links are
// followed, but not that of a file.
func inRoot(root, name string) string {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return relativeTo(root, name)
	}
	return path.Join(relativeTo(root, filepath.Dir(name)), filepath.Base(name))
}

// resolved is a folder without links, as far as it is there.
func resolved(folder string) string {
	if followed, err := filepath.EvalSymlinks(folder); err == nil {
		return followed
	}
	if above := filepath.Dir(folder); above != folder {
		return filepath.Join(resolved(above), filepath.Base(folder))
	}
	return folder
}

// escapeGlob makes a path stand for itself in a glob.
func escapeGlob(name string) string {
	return strings.NewReplacer("\\", "\\\\", "*", "\\*", "?", "\\?", "[", "\\[", "{", "\\{").Replace(name)
}

// loadConfig reads the configuration that is in force, as the view has it if there
// is one, with the policies that it names.
func loadConfig(ctx context.Context, request Request, start, root string, change *source.Change, view *source.View) (settings, error) {
	l := &policyLoader{ctx: ctx, request: request, root: root, view: view}
	settled, err := l.configuration(start, change)
	return settled, request.located(root, "", err)
}

// configuration reads the configuration.
func (l *policyLoader) configuration(start string, change *source.Change) (settings, error) {
	request, root, view := l.request, l.root, l.view
	known := config.Known{Rules: Rules(), Formats: format.Names(), Kinds: l.loadKinds, Policies: l.load}
	if err := l.trustBase(change, start); err != nil {
		return settings{}, err
	}
	if view != nil {
		file, content, err := configIn(view, request, start, root)
		if err != nil {
			return settings{}, err
		}
		if file != "" {
			return l.settle(config.Parse(file, content, known))
		}
	}
	file := request.Config
	if view != nil && file == "" {
		return l.settle(config.Default(), nil)
	}
	if file == "" {
		found, err := config.Find(start, root)
		if err != nil || found == "" {
			return l.settle(config.Default(), err)
		}
		file = found
	} else {
		file = absolute(request.Directory, file)
	}
	return l.settle(config.Load(file, known))
}

// withProfiles is the configuration under the profiles that the request asks
// for instead of its own.
func withProfiles(c *config.Config, request Request, err error) (*config.Config, error) {
	if err != nil || len(request.Profiles) == 0 {
		return c, err
	}
	c.Profiles, err = config.NewProfiles(request.Profiles)
	return c, err
}

// Configuration is the configuration in force for a request.
func Configuration(ctx context.Context, request Request) (*config.Config, error) {
	s, err := configuration(ctx, request)
	return s.config, err
}

func configuration(ctx context.Context, request Request) (settings, error) {
	start := startFolder(request)
	root, err := request.root(start)
	if err != nil {
		return settings{}, fmt.Errorf("find the root of the repository: %w", err)
	}
	return loadConfig(ctx, request, start, root, nil, nil)
}

// Verify reads the configuration in force for a request as a run does, and has
// the policies that it names compiled, whether they are in force or not.
func Verify(ctx context.Context, request Request) error {
	start := startFolder(request)
	root, err := request.root(start)
	if err != nil {
		return fmt.Errorf("find the root of the repository: %w", err)
	}
	s, err := loadConfig(ctx, request, start, root, nil, nil)
	if err != nil || s.book.users == nil {
		return err
	}
	engine, err := policy.New(ctx, policy.Options{
		Parameters: s.config.Parameters(s.book.all), AsOf: request.AsOf, Timeout: time.Duration(s.config.Limits.EvaluationSeconds) * time.Second,
		Users: s.book.users, Memory: s.config.Limits.PolicyMemoryBytes,
	})
	if err != nil {
		return incomplete(request.located(root, "", err))
	}
	engine.Close()
	return nil
}

// globs are those of the configuration relative to the root; they are written
// relative to the configuration's folder.
func (w *workspace) globs(written []string) []string {
	folder := relativeTo(w.root, filepath.Dir(w.config.File))
	if w.config.File == "" || folder == "." {
		return written
	}
	globs := make([]string, len(written))
	for i, glob := range written {
		globs[i] = path.Join(escapeGlob(folder), glob)
	}
	return globs
}

// findFiles finds the files that the request names and, if they are a part of
// a project, the rest of it, which stays in view.
func (w *workspace) findFiles(ctx context.Context) error {
	options := source.Options{
		Root:      w.root,
		Directory: w.request.Directory,
		Arguments: w.request.written(),
		Stdin:     w.request.Stdin,
		StdinPath: w.request.StdinPath,
		Include:   w.globs(w.config.Include),
		Exclude:   w.globs(w.config.Exclude),
		Also:      trace.Candidate,
		Limit:     w.config.Limits.FileBytes,
		View:      w.view,
	}
	files, notes, err := source.Discover(ctx, options)
	if err != nil {
		return discoverError(err)
	}
	w.notes = notes
	w.files = files
	defer w.partTraces()
	project, whole := w.project()
	if whole {
		return nil
	}
	w.chosen = make(map[string]bool, len(files))
	for _, f := range files {
		w.chosen[f.Path] = true
	}
	options.Arguments, options.Stdin = []string{project}, nil
	rest, _, err := source.Discover(ctx, options)
	if err != nil {
		return discoverError(err)
	}
	for _, f := range rest {
		if !w.chosen[f.Path] {
			w.files = append(w.files, f)
		}
	}
	slices.SortFunc(w.files, func(a, b source.File) int { return strings.Compare(a.Path, b.Path) })
	return nil
}

func discoverError(err error) error {
	if _, wrong := errors.AsType[*source.ArgumentError](err); wrong {
		return err
	}
	return &IncompleteError{err}
}

// project is the folder whose documents belong together: that of the
// configuration, else the root of the Git work tree. Files outside both stand
// for themselves. It also reports whether the request names it as a whole.
func (w *workspace) project() (folder string, whole bool) {
	folder = w.root
	switch _, err := os.Lstat(filepath.Join(w.root, ".git")); {
	case w.config.File != "" && w.request.Config == "":
		folder = filepath.Dir(w.config.File)
	case err != nil:
		return folder, true
	}
	for _, a := range w.request.arguments() {
		if a.isFolder(w.request) && within(resolved(a.folder(w.request)), resolved(folder)) {
			return folder, true
		}
	}
	return folder, false
}

// chooseRules settles which rules are in force.
func (w *workspace) chooseRules(ctx context.Context) error {
	if err := w.book.check(append(slices.Clone(w.request.Rules), w.request.Skip...)); err != nil {
		return err
	}
	for _, r := range w.book.all {
		if w.inForce(r) {
			w.rules = append(w.rules, r)
		}
	}
	if len(w.rules) == 0 && len(w.request.Rules) > 0 && len(w.request.Skip) == 0 {
		return fmt.Errorf("%s: 'aimslint soa check' asks such rules", strings.Join(w.request.Rules, ", "))
	}
	if w.request.Assess {
		if err := w.book.findFields(ctx); err != nil {
			return err
		}
		w.asked = assess.AskedBy(w.rules)
	}
	return nil
}

// compile makes the engine for the rules that are written in Rego, if that has
// not been done.
func (w *workspace) compile(ctx context.Context) error {
	if w.engine != nil {
		return nil
	}
	var disabled []string
	for _, r := range w.book.all {
		if !w.inForce(r) {
			disabled = append(disabled, r.ID)
		}
	}
	var err error
	w.engine, err = policy.New(ctx, policy.Options{
		Disabled:   disabled,
		Parameters: w.config.Parameters(w.book.all),
		AsOf:       w.request.AsOf,
		Timeout:    time.Duration(w.config.Limits.EvaluationSeconds) * time.Second,
		Users:      w.book.users,
		Memory:     w.config.Limits.PolicyMemoryBytes,
		Jobs:       w.request.Jobs,
	})
	return incomplete(w.located("", err))
}

// close ends what the engine has started.
func (w *workspace) close() {
	if w.engine != nil {
		w.engine.Close()
	}
}

func (w *workspace) inForce(r *rule.Rule) bool {
	if r.Category() == soa.Category && !w.request.Statement {
		return false
	}
	if len(w.request.Rules) > 0 {
		return matchesAny(w.request.Rules, r.ID) && !matchesAny(w.request.Skip, r.ID)
	}
	return w.config.Enabled(r) && !matchesAny(w.request.Skip, r.ID)
}

// severity is that of a rule's findings under the configuration.
func (w *workspace) severity(r *rule.Rule) rule.Severity { return w.config.Severity(r) }

func matchesAny(patterns []string, id string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		matched, _ := path.Match(pattern, id)
		return matched
	})
}

// mostLarger bounds how far the number of values grows with the size of files.
const mostLarger = 1000

func (w *workspace) limits() syntax.Limits {
	limits := syntax.DefaultLimits()
	limits.Depth, limits.Aliases = w.config.Limits.Depth, w.config.Limits.AliasExpansions
	// Who lets larger files be read lets them hold more.
	if larger := w.config.Limits.FileBytes / config.Default().Limits.FileBytes; larger > 1 {
		limits.Nodes *= int(min(larger, mostLarger))
	}
	return limits
}
