package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/spf13/cobra"

	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/schema"
)

func newPolicy() *cobra.Command {
	command := &cobra.Command{
		Use:   "policy",
		Short: "Write, check, test and prove policies of your own",
		Long: `Write, check, test and prove policies of your own: rules in Rego that judge documents beside
those that come with this program. List their folder under policies in .aimslint.yaml to have
them run. The commands take folders and files; without any they take what the configuration
names.`,
	}
	group(command, newPolicyNew(), newPolicyCheck(), newPolicyTest(), newPolicyProve(), newPolicyEval(), newPolicyFmt(), newPolicyBundle())
	return command
}

func newPolicyNew() *cobra.Command {
	command := &cobra.Command{
		Use:   "new CATEGORY/NAME",
		Short: "Begin a rule: a policy with its test and its examples, all of which work",
		Long: `Write a rule to begin with, its test and its examples. CATEGORY is the kind of document that
the rule judges, document for every kind, or repository for all documents together.`,
		Example: "  aimslint policy new model-card/reviewed-by-ethics",
		Args:    cobra.ExactArgs(1),
	}
	folder := command.Flags().String("folder", "", "the `folder` of your policies (default: the first that the configuration names, or policies)")
	config := configFlag(command)
	command.RunE = func(command *cobra.Command, args []string) error {
		named, err := namedPolicies(command, *config)
		if err != nil {
			return err
		}
		into := policyFolder(*folder, named)
		kinds, err := ownKinds(command, *config)
		if err != nil {
			return err
		}
		files, err := library.Scaffold(args[0], ruleIDs(scan.Rules()), slices.Sorted(maps.Keys(kinds)))
		if err != nil {
			return err
		}
		if err := writePolicies(command.OutOrStdout(), into, files); err != nil {
			return err
		}
		if !slices.ContainsFunc(named, func(p string) bool { return within(p, into) }) {
			fmt.Fprintf(command.ErrOrStderr(), "note: list %s under policies in .aimslint.yaml, so that 'aimslint check' runs it\n", filepath.ToSlash(into))
		}
		return nil
	}
	return command
}

// policyFolder is the folder for a new policy.
func policyFolder(wanted string, named []string) string {
	switch {
	case wanted != "":
		return wanted
	case len(named) > 0 && filepath.Ext(named[0]) == "":
		return named[0]
	}
	return "policies"
}

// writePolicies writes new files below a folder.
func writePolicies(out io.Writer, folder string, files []library.File) error {
	for _, file := range files {
		name := filepath.Join(folder, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil { //nolint:gosec // for all to read
			return exit{exitIncomplete, err.Error()}
		}
		if err := create(name, string(file.Content)); err != nil {
			return err
		}
		fmt.Fprintln(out, name)
	}
	return nil
}

func ruleIDs(rules []*rule.Rule) []string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	return ids
}

// within reports whether a path is a folder or file or lies in it.
func within(folder, name string) bool {
	relative, err := filepath.Rel(folder, name)
	return err == nil && filepath.IsLocal(relative)
}

// namedPolicies are the paths of the policies that the configuration here
// names, relative to the working directory. They are not loaded.
func namedPolicies(command *cobra.Command, config string) ([]string, error) {
	directory, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("find the working directory: %w", err)
	}
	c, err := scan.Configuration(command.Context(), scan.Request{Directory: directory, Config: config, Policies: scan.NoPolicies})
	if err != nil {
		return nil, err
	}
	var named []string
	for _, p := range c.Policies {
		if p.Path == "" {
			continue // a bundle is read as it is
		}
		full := filepath.Join(filepath.Dir(c.File), filepath.FromSlash(p.Path))
		if resolved, err := filepath.EvalSymlinks(directory); err == nil {
			directory = resolved
		}
		if relative, err := filepath.Rel(directory, full); err == nil {
			full = relative
		}
		named = append(named, full)
	}
	return named, nil
}

// ownKinds are the kinds that the configuration here names.
func ownKinds(command *cobra.Command, config string) (map[string]*schema.Own, error) {
	book, err := kindsHere(command, config)
	if err != nil {
		return nil, err
	}
	return book.Kinds(), nil
}

// ownPolicies are policies that somebody works on.
type ownPolicies struct {
	*library.Library

	paths   []string // those that were asked about; none for all
	bundled []string // names of files that come from bundles
}

// asked reports whether a file is one that was asked about.
func (p ownPolicies) asked(file string) bool {
	return len(p.paths) == 0 || slices.ContainsFunc(p.paths, func(path string) bool { return within(path, filepath.FromSlash(file)) })
}

// policyFiles finds the policies at the paths, and those that the configuration
// names, which they may import.
func policyFiles(command *cobra.Command, config string, paths []string) (own ownPolicies, files []library.File, err error) {
	for _, p := range paths {
		own.paths = append(own.paths, filepath.Clean(p))
	}
	named, err := namedPolicies(command, config)
	if err != nil {
		return own, nil, err
	}
	bundled, err := bundledPolicies(command, config)
	if err != nil {
		return own, nil, err
	}
	if len(named)+len(paths)+len(bundled) == 0 {
		return own, nil, errors.New("there are no policies of your own: name their folder, or list it under policies in .aimslint.yaml; 'aimslint policy new' begins one")
	}
	files, err = library.ReadFiles(slices.Concat(own.paths, named))
	for _, file := range bundled {
		own.bundled = append(own.bundled, file.Name)
	}
	return own, append(files, bundled...), err
}

// readPolicies reads the policies at the paths, and those that the
// configuration names, which they may import.
func readPolicies(command *cobra.Command, config string, paths []string) (ownPolicies, error) {
	own, files, err := policyFiles(command, config, paths)
	if err != nil {
		return own, err
	}
	kinds, err := ownKinds(command, config)
	if err != nil {
		return own, err
	}
	own.Library, err = library.Read(files, ruleIDs(scan.Rules()), kinds)
	return own, err
}

// bundledPolicies are those in the bundles that the configuration here names.
func bundledPolicies(command *cobra.Command, config string) ([]library.File, error) {
	directory, err := os.Getwd()
	if err != nil {
		return nil, fmt.Errorf("find the working directory: %w", err)
	}
	return scan.Bundles(command.Context(), scan.Request{Directory: directory, Config: config})
}

func newPolicyCheck() *cobra.Command {
	command := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Compile policies with all checks, and hold their fields against the schemas",
		Long: `Compile policies strictly, without the builtins that no policy may use, and hold each rule
against the schema of the kind that it judges: a field that the schema does not have is
found, with the nearest name. Exit code 1 means that something is wrong.`,
		Example: "  aimslint policy check\n  aimslint policy check policies/model-card",
	}
	form, config := listFormat(command), configFlag(command)
	command.RunE = func(command *cobra.Command, paths []string) error {
		if code, done, err := elsewhere(command); done {
			return confinedOutcome(code, err)
		}
		defer impatient(command).Stop()
		own, err := readPolicies(command, *config, paths)
		if err == nil {
			err = own.Check()
		}
		faulty, isFaulty := errors.AsType[*library.Error](err)
		if err != nil && !isFaulty {
			return err
		}
		problems := []library.Problem{}
		if isFaulty {
			problems = faulty.Problems
		}
		switch {
		case form.value == "json":
			err = printJSON(command.OutOrStdout(), problems)
		case isFaulty:
			_, err = fmt.Fprintln(command.OutOrStdout(), printableLines(faulty.Error()))
		default:
			_, err = fmt.Fprintf(command.OutOrStdout(), "%s in %s, nothing wrong\n", count(len(own.Rules), "rule"), count(len(own.Modules), "file"))
		}
		if err == nil && isFaulty {
			return exit{code: exitFindings}
		}
		return err
	}
	return command
}

// elsewhere runs the command in a process of its own whose memory is bounded,
// unless this is that process.
func elsewhere(command *cobra.Command) (code int, done bool, err error) {
	if policy.Confined() {
		return 0, false, nil
	}
	code, err = policy.Confine(command.Context(), command.InOrStdin(), command.OutOrStdout(), command.ErrOrStderr())
	return code, true, err
}

func confinedOutcome(code int, err error) error {
	switch {
	case err != nil:
		return exit{exitIncomplete, err.Error()}
	case code != exitClean:
		return exit{code: code}
	}
	return nil
}

// perTest bounds one test, and one evaluation.
const perTest = 30 * time.Second

// stopwatch ends this process if a test or an evaluation does not end, not even
// when it is cancelled.
func stopwatch(command *cobra.Command) *time.Timer {
	return time.AfterFunc(perTest+5*time.Second, func() {
		fmt.Fprintf(command.ErrOrStderr(), "aimslint: the policies took longer than %s for one test or evaluation and were stopped\n", perTest)
		os.Exit(exitIncomplete)
	})
}

// compiling bounds the compilation of policies, of all together.
const compiling = 2 * time.Minute

// impatient ends this process if policies do not compile in time, which nothing
// can cancel.
func impatient(command *cobra.Command) *time.Timer {
	return time.AfterFunc(compiling, func() {
		fmt.Fprintf(command.ErrOrStderr(), "aimslint: the policies did not compile within %s and were stopped\n", compiling)
		os.Exit(exitIncomplete)
	})
}

func newPolicyProve() *cobra.Command {
	command := &cobra.Command{
		Use:   "prove [PATH...]",
		Short: "Put policies to the proof: spoil their passing examples and see who objects",
		Long: `Do for your rules what 'aimslint rules prove' does for the others: spoil the passing example
of each, field by field, and demand each time that the rule objects, or the schema, or
another rule at that field.`,
		Example: "  aimslint policy prove\n  aimslint policy prove policies/model-card --verbose",
	}
	form, config := listFormat(command), configFlag(command)
	verbose := command.Flags().BoolP("verbose", "v", false, "list every mutant")
	command.RunE = func(command *cobra.Command, paths []string) error {
		own, err := readPolicies(command, *config, paths)
		if err != nil {
			return err
		}
		rules, err := own.proven(command)
		if err != nil {
			return err
		}
		if len(rules) == 0 {
			return errors.New("no rule is stated there that can be put to the proof")
		}
		proofs, err := proofsOf(command.Context(), rules, own.Library)
		if err != nil {
			return err
		}
		return showProofs(command, proofs, form.value, *verbose)
	}
	return command
}

// proven are the rules that were asked about and have examples to spoil; one that has
// none is an error, unless it comes from a bundle.
func (p ownPolicies) proven(command *cobra.Command) ([]*rule.Rule, error) {
	var rules []*rule.Rule
	for _, r := range p.Rules {
		if !p.asked(r.Origin) {
			continue
		}
		if slices.Contains(p.bundled, r.Origin) {
			fmt.Fprintf(command.ErrOrStderr(), "note: %s: not put to the proof, since a bundle holds no examples\n", printable(r.Origin))
			continue
		}
		examples, err := p.Examples(r.ID)
		if err != nil {
			return nil, err
		}
		if len(examples.Pass) == 0 || len(examples.Fail) == 0 {
			return nil, fmt.Errorf("%s: the rule has no examples to spoil; put them into examples.txtar beside it, under pass/ and fail/", r.Origin)
		}
		rules = append(rules, r)
	}
	return rules, nil
}

func newPolicyFmt() *cobra.Command {
	command := &cobra.Command{
		Use:     "fmt [PATH...]",
		Short:   "Format policies as OPA does",
		Long:    `Print policies formatted as 'opa fmt' formats them, or write them, or list those that are not.`,
		Example: "  aimslint policy fmt -w\n  aimslint policy fmt --check policies",
	}
	config := configFlag(command)
	write := command.Flags().BoolP("write", "w", false, "write the files")
	check := command.Flags().Bool("check", false, "list the files that are not formatted; exit code 1 if there are some")
	command.MarkFlagsMutuallyExclusive("write", "check")
	command.RunE = func(command *cobra.Command, paths []string) error {
		if len(paths) == 0 {
			named, err := namedPolicies(command, *config)
			if err != nil {
				return err
			}
			paths = named
		}
		if len(paths) == 0 {
			return errors.New("there are no policies of your own that are files: name their folder, or list it under policies in .aimslint.yaml")
		}
		files, err := library.ReadFiles(paths)
		if err != nil {
			return err
		}
		return formatPolicies(command.OutOrStdout(), files, *write, *check)
	}
	return command
}

func formatPolicies(out io.Writer, files []library.File, write, check bool) error {
	differ := false
	for _, file := range files {
		if filepath.Ext(file.Name) != ".rego" {
			continue
		}
		formatted, err := format.SourceWithOpts(file.Name, file.Content, format.Opts{RegoVersion: ast.RegoV1, SkipDefensiveCopying: true})
		if err != nil {
			return &library.Error{Problems: library.Problems(err)}
		}
		same := bytes.Equal(formatted, file.Content)
		differ = differ || !same
		switch {
		case check && !same:
			fmt.Fprintln(out, printable(file.Name))
		case write && !same:
			if err := replace(filepath.FromSlash(file.Name), formatted); err != nil {
				return exit{exitIncomplete, err.Error()}
			}
			fmt.Fprintln(out, printable(file.Name))
		case !check && !write:
			if _, err := out.Write(formatted); err != nil {
				return err
			}
		}
	}
	if check && differ {
		return exit{code: exitFindings}
	}
	return nil
}

// lineList is line numbers as people write them: 3-5, 9.
func lineList(lines []int) string {
	var parts []string
	for i := 0; i < len(lines); {
		k := i
		for k+1 < len(lines) && lines[k+1] == lines[k]+1 {
			k++
		}
		if k == i {
			parts = append(parts, strconv.Itoa(lines[i]))
		} else {
			parts = append(parts, fmt.Sprintf("%d-%d", lines[i], lines[k]))
		}
		i = k + 1
	}
	return strings.Join(parts, ", ")
}
