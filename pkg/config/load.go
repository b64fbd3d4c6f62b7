package config

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Known are the names that a configuration may use.
type Known struct {
	Rules   []*rule.Rule
	Formats []string
	// Kinds loads the schemas of the kinds that the configuration in a file
	// names, and gives sentences about those that cannot be used, by their index.
	// If it is nil they are not loaded.
	Kinds func(file string, kinds []Kind) (faults map[int]string)
	// Policies loads the policies that the configuration in a file names, after
	// the kinds. If it is nil they are not loaded.
	Policies func(file string, named []Policy) (Loaded, error)
}

// Loaded is what became of the policies that a configuration names.
type Loaded struct {
	// Rules are those that the policies state.
	Rules []*rule.Rule
	// Faults are sentences about policies that cannot be loaded, by their index.
	Faults map[int]string
	// Partly says that some were not loaded on purpose, so that settings may be
	// about rules that nobody knows.
	Partly bool
}

// PoliciesOf are the policies that the text of a configuration names, whatever
// else is wrong with it.
func PoliciesOf(content []byte) []Policy {
	tree := syntax.Parse(syntax.NewText(Name, content), syntax.YAML, syntax.DefaultLimits())
	var named []Policy
	if len(tree.Values) > 0 {
		named, _ = policies(tree.Values[0].Get("policies"))
	}
	return named
}

// policies reads a list of policies, and gives the node of each.
func policies(list *syntax.Node) (named []Policy, nodes []*syntax.Node) {
	if list == nil {
		return nil, nil
	}
	for _, item := range list.Items {
		p := Policy{Bundle: text(item.Get("bundle")), OCI: text(item.Get("oci")), Key: text(item.Get("key")), Algorithm: text(item.Get("algorithm"))}
		if isString(item) {
			p = Policy{Path: item.Scalar}
		}
		if p.Algorithm == "" && p.Key != "" {
			p.Algorithm = "RS256"
		}
		named, nodes = append(named, p), append(nodes, item)
	}
	return named, nodes
}

// text is the text of a node, "" for anything else.
func text(n *syntax.Node) string {
	if !isString(n) {
		return ""
	}
	return n.Scalar
}

// faultyPolicy says what is wrong with how a policy is named; "" if nothing is.
func faultyPolicy(p Policy) string {
	switch places := []string{p.Path, p.Bundle, p.OCI}; {
	case strings.TrimSpace(strings.Join(places, "")) == "":
		return "A policy is a folder, a file, or a map with `bundle` or `oci`."
	case p.Bundle != "" && p.OCI != "":
		return "A bundle comes from `bundle` or from `oci`, not from both."
	}
	return ""
}

// largest is far more than a configuration needs, in bytes.
const largest = 1 << 20

// Load reads a configuration file. The error is an [*Error] if its content is
// wrong.
func Load(file string, known Known) (*Config, error) {
	f, err := os.Open(file) //nolint:gosec // the file that the command line names or Find has found
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	content, err := io.ReadAll(io.LimitReader(f, largest+1))
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	if len(content) > largest {
		return nil, fmt.Errorf("reading the configuration: %s is larger than %d bytes", file, largest)
	}
	return Parse(file, content, known)
}

// Parse reads a configuration from its text, over the defaults. The error is
// an [*Error] that lists all problems.
func Parse(file string, content []byte, known Known) (*Config, error) {
	text := syntax.NewText(file, content)
	tree := syntax.Parse(text, syntax.YAML, syntax.DefaultLimits())
	l := loader{known: known, config: Default()}
	l.config.File = file
	for _, p := range tree.Problems {
		l.report(p.Text, p.Span, strings.TrimSuffix(p.Message, ".")+".")
	}
	failed := l.documents(tree.Values)
	if len(l.problems) > 0 {
		slices.SortStableFunc(l.problems, func(a, b Problem) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
		failed = errors.Join(&Error{slices.Compact(l.problems)}, failed)
	}
	if failed != nil {
		return nil, failed
	}
	return l.config, nil
}

type loader struct {
	known    Known
	config   *Config
	problems []Problem
	// partly says that settings may be about rules that are not known.
	partly bool
}

func (l *loader) documents(values []*syntax.Node) error {
	if len(values) == 0 {
		return nil
	}
	for _, further := range values[1:] {
		l.at(further, "A configuration is one document; found another.")
	}
	root := values[0]
	violations, err := schema.Check("config", root)
	if err != nil {
		return err
	}
	for _, v := range violations {
		text, span := v.Place(root)
		l.report(text, span, v.Message)
	}
	return l.settings(root)
}

// settings takes over what the schema has not objected to, and checks what a
// schema cannot know.
func (l *loader) settings(root *syntax.Node) error {
	l.config.Include = l.globs(root.Get("include"))
	l.config.Exclude = l.globs(root.Get("exclude"))
	for _, f := range fields(root.Get("formats")) {
		l.format(f)
	}
	l.profile(root.Get("profile"))
	if n := root.Get("fail_on"); isString(n) {
		l.config.FailOn = rule.Severity(n.Scalar)
	}
	l.kinds(fields(root.Get("kinds")))
	failed := l.policies(root.Get("policies"))
	for _, f := range fields(root.Get("rules")) {
		l.rule(f)
	}
	l.limits(root.Get("limits"))
	l.exceptions(root.Get("exceptions"))
	return failed
}

// kinds has the schemas of the users' own kinds loaded.
func (l *loader) kinds(named []syntax.Field) {
	var nodes []*syntax.Node
	for _, f := range named {
		if isString(f.Value) {
			l.config.Kinds, nodes = append(l.config.Kinds, Kind{f.Key.Scalar, f.Value.Scalar}), append(nodes, f.Key)
		}
	}
	if l.known.Kinds == nil || len(nodes) == 0 {
		return
	}
	for i, fault := range l.known.Kinds(l.config.File, l.config.Kinds) {
		l.at(nodes[i], fault)
	}
}

// policies has the policies of the users' own loaded, so that settings may name
// their rules. If they are faulty nobody knows which rules there are.
func (l *loader) policies(list *syntax.Node) error {
	named, nodes := policies(list)
	if len(named) == 0 {
		return nil
	}
	l.config.Policies, l.partly = named, true
	faulty := false
	for i, p := range named {
		if fault := faultyPolicy(p); fault != "" {
			l.at(nodes[i], fault)
			faulty = true
		}
	}
	if l.known.Policies == nil || faulty {
		return nil
	}
	loaded, err := l.known.Policies(l.config.File, named)
	if err != nil {
		return err
	}
	for i, fault := range loaded.Faults {
		l.at(nodes[i], fault)
	}
	l.known.Rules = append(slices.Clone(l.known.Rules), loaded.Rules...)
	l.partly = loaded.Partly || len(loaded.Faults) > 0
	return nil
}

func (l *loader) globs(list *syntax.Node) []string {
	if list == nil {
		return nil
	}
	var globs []string
	for _, item := range list.Items {
		if isString(item) && l.glob(item) {
			globs = append(globs, item.Scalar)
		}
	}
	return globs
}

func (l *loader) glob(n *syntax.Node) bool {
	if doublestar.ValidatePattern(n.Scalar) {
		return true
	}
	l.at(n, fmt.Sprintf("%q is not a valid glob.", n.Scalar))
	return false
}

// profile takes one profile or a list of them. The schema has objected to
// names that are not known.
func (l *loader) profile(n *syntax.Node) {
	if n == nil {
		return
	}
	var names []string
	for _, item := range append([]*syntax.Node{n}, n.Items...) {
		if isString(item) {
			names = append(names, item.Scalar)
		}
	}
	if profiles, err := NewProfiles(names); err == nil {
		l.config.Profiles = profiles
	}
}

func (l *loader) format(f syntax.Field) {
	if !isString(f.Value) || !l.glob(f.Key) {
		return
	}
	if !slices.Contains(l.known.Formats, f.Value.Scalar) {
		l.at(f.Value, unknown("format", f.Value.Scalar, l.known.Formats))
		return
	}
	l.config.Formats = append(l.config.Formats, Override{Glob: f.Key.Scalar, Format: f.Value.Scalar})
}

func (l *loader) rule(f syntax.Field) {
	id := f.Key.Scalar
	i := slices.IndexFunc(l.known.Rules, func(r *rule.Rule) bool { return r.ID == id })
	if i < 0 {
		if l.partly {
			return
		}
		l.at(f.Key, unknown("rule", id, ids(l.known.Rules)))
		return
	}
	var r Rule
	switch {
	case isString(f.Value) && f.Value.Scalar == "off":
		r.Off = true
	case isString(f.Value):
		r.Severity = rule.Severity(f.Value.Scalar)
	default:
		r = l.detailed(l.known.Rules[i], fields(f.Value))
	}
	l.config.Rules[id] = r
}

func (l *loader) detailed(of *rule.Rule, settings []syntax.Field) Rule {
	r := Rule{Parameters: map[string]any{}}
	for _, f := range settings {
		switch {
		case f.Value.Kind == syntax.Null:
		case f.Key.Scalar == "enabled":
			r.Off = !isTrue(f.Value)
		case f.Key.Scalar == "severity":
			r.Severity = rule.Severity(f.Value.Scalar)
		default:
			l.parameter(of, f, r.Parameters)
		}
	}
	return r
}

func (l *loader) parameter(of *rule.Rule, f syntax.Field, into map[string]any) {
	name := f.Key.Scalar
	i := slices.IndexFunc(of.Parameters, func(p rule.Parameter) bool { return p.Name == name })
	if i < 0 {
		l.at(f.Key, unknown("parameter", name, append(names(of.Parameters), "enabled", "severity")))
		return
	}
	given := value(f.Value)
	if _, err := of.Configure(map[string]any{name: given}); err != nil {
		_, fault, _ := strings.Cut(err.Error(), strconv.Quote(name)+" ")
		l.at(f.Value, fmt.Sprintf("`%s` %s; expected is a value such as %s.", name, fault, written(of.Parameters[i].Default)))
		return
	}
	into[name] = given
}

func (l *loader) limits(n *syntax.Node) {
	limits := &l.config.Limits
	for name, set := range map[string]func(int64){
		"file_bytes":          func(v int64) { limits.FileBytes = v },
		"digest_bytes":        func(v int64) { limits.DigestBytes = v },
		"depth":               func(v int64) { limits.Depth = int(v) },
		"alias_expansions":    func(v int64) { limits.AliasExpansions = int(v) },
		"evaluation_seconds":  func(v int64) { limits.EvaluationSeconds = int(v) },
		"policy_memory_bytes": func(v int64) { limits.PolicyMemoryBytes = v },
	} {
		limit := n.Get(name)
		if limit == nil || limit.Kind != syntax.Number {
			continue
		}
		v, err := strconv.ParseInt(limit.Scalar, 10, 32)
		if strings.HasSuffix(name, "_bytes") {
			v, err = strconv.ParseInt(limit.Scalar, 10, 64)
		}
		if err != nil {
			l.at(limit, fmt.Sprintf("`%s` is %s; expected digits, and not so many.", name, limit.Scalar))
			continue
		}
		set(v)
	}
}

func (l *loader) exceptions(n *syntax.Node) {
	if comments := n.Get("comments"); comments != nil && comments.Kind == syntax.Bool {
		l.config.Exceptions.Comments = isTrue(comments)
	}
	days := n.Get("max_days")
	if days == nil || days.Kind != syntax.Number {
		return
	}
	v, err := strconv.Atoi(days.Scalar)
	if err != nil {
		l.at(days, fmt.Sprintf("`max_days` is %s; expected digits, and not so many.", days.Scalar))
		return
	}
	l.config.Exceptions.MaxDays = v
}

// at reports a problem at the first line of a node.
func (l *loader) at(n *syntax.Node, message string) { l.report(n.Text(), n.Span(), message) }

func (l *loader) report(text *syntax.Text, span syntax.Span, message string) {
	l.problems = append(l.problems, Problem{
		File: text.File, Line: span.Start.Line, Column: span.Start.Column, Message: message,
	})
}

// unknown is the message about a name that is not known.
func unknown(what, name string, known []string) string {
	message := fmt.Sprintf("Unknown %s %q", what, name)
	if nearest := schema.Nearest(name, known); nearest != "" {
		return message + fmt.Sprintf("; did you mean %q?", nearest)
	}
	const many = 12
	if len(known) == 0 || len(known) > many {
		return message + "."
	}
	return message + "; known are " + strings.Join(known, ", ") + "."
}

func ids(rules []*rule.Rule) []string {
	found := make([]string, len(rules))
	for i, r := range rules {
		found[i] = r.ID
	}
	return found
}

func names(parameters []rule.Parameter) []string {
	found := make([]string, len(parameters))
	for i, p := range parameters {
		found[i] = p.Name
	}
	return found
}

// value is a node as a policy takes it. Numbers stay exact.
func value(n *syntax.Node) any {
	switch n.Kind {
	case syntax.Bool:
		return isTrue(n)
	case syntax.Number:
		return json.Number(n.Scalar)
	case syntax.String:
		return n.Scalar
	case syntax.List:
		items := make([]any, len(n.Items))
		for i, item := range n.Items {
			items[i] = value(item)
		}
		return items
	case syntax.Map:
		entries := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			entries[f.Key.Scalar] = value(f.Value)
		}
		return entries
	default:
		return nil
	}
}

func written(value any) string {
	text, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(text)
}

func fields(n *syntax.Node) []syntax.Field {
	if n == nil {
		return nil
	}
	return n.Fields
}

func isString(n *syntax.Node) bool { return n != nil && n.Kind == syntax.String }

func isTrue(n *syntax.Node) bool {
	return n.Kind == syntax.Bool && strings.EqualFold(n.Scalar, "true")
}
