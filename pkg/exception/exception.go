// Package exception holds what a repository accepts for the time being: waivers in
// a file, comments in documents, and the baseline of what was there before
// adoption. It says which findings do not count and why, and finds fault with
// exceptions that have ended, accept nothing, or approve themselves.
package exception

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// The names of the files that hold waivers and the baseline.
const (
	WaiversName  = ".aimslint-waivers.yaml"
	BaselineName = ".aimslint-baseline.json"
)

// Exception is a waiver or a comment.
type Exception struct {
	finding.Exception

	Rule        string // id or pattern
	Document    string // id, or "" for any
	Path        string // glob as written, or "" for any
	Field       document.Pattern
	Fingerprint string

	glob string // Path relative to the root
	line int    // the one whose findings a comment accepts
	// void says that it cannot be followed; faults say why.
	void   bool
	faults []Fault
	// place is where a part of it stands, by the key of the waiver file.
	place func(key string) place
}

// Fault is what is wrong with an exception.
type Fault struct {
	Rule       *rule.Rule
	Message    string
	Location   finding.Location
	Related    []finding.Location
	StablePath string // see [finding.Finding]
	LineHash   string
	// Exception is the one that it is about; nil for a file as a whole.
	Exception *Exception
}

// Ends reports whether the fault is that the exception has ended, though what it
// accepted is still there.
func (f *Fault) Ends() bool { return f.Rule == expired }

// place is a place and the hash of its line.
type place struct {
	finding.Location

	hash string
}

func (e *Exception) fault(r *rule.Rule, key, message string, related ...finding.Location) Fault {
	at := e.place(key)
	return Fault{
		Rule: r, Message: message, Location: at.Location, Related: related, LineHash: at.hash, Exception: e,
		StablePath: "/" + strconv.Quote(e.Rule+" "+e.target()) + "/" + key,
	}
}

// reject notes that the exception cannot be followed.
func (e *Exception) reject(r *rule.Rule, key, message string) {
	e.void = true
	e.faults = append(e.faults, e.fault(r, key, message))
}

// fits reports whether the exception is about a finding.
func (e *Exception) fits(f *finding.Finding) bool {
	if e.Kind == finding.ByIgnore && (f.Location.File != e.Location.File || f.Location.Span.Start.Line != e.line) {
		return false
	}
	if e.glob != "" {
		if matched, _ := doublestar.Match(e.glob, f.Location.File); !matched {
			return false
		}
	}
	return matches(e.Rule, f.Rule.ID) &&
		(e.Document == "" || e.Document == f.Document) &&
		(e.Field == "" || e.Field.Covers(f.Location.Path)) &&
		(e.Fingerprint == "" || e.Fingerprint == f.Fingerprint)
}

func matches(pattern, id string) bool {
	matched, _ := path.Match(pattern, id)
	return matched
}

// name names the exception in a message, at the beginning of a sentence.
func (e *Exception) name() string {
	if e.Kind == finding.ByIgnore {
		return "The comment that accepts `" + shortened(e.Rule) + "`"
	}
	return "The waiver of `" + shortened(e.Rule) + "` for " + e.target()
}

// target says what a waiver is about.
func (e *Exception) target() string {
	var parts []string
	if e.Document != "" {
		parts = append(parts, "the document "+shortened(e.Document))
	}
	if e.Path != "" {
		parts = append(parts, shortened(e.Path))
	}
	if e.Field != "" {
		parts = append(parts, "`"+shortened(string(e.Field))+"`")
	}
	if e.Fingerprint != "" && len(parts) == 0 {
		parts = append(parts, "the finding "+shortened(e.Fingerprint))
	}
	if len(parts) == 0 {
		return "nothing in particular"
	}
	return strings.Join(parts, ", ")
}

func shortened(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > 80 {
		return string(runes[:79]) + "…"
	}
	return text
}

// Known are the rules that exceptions may name.
type Known struct {
	Rules []*rule.Rule
	// Partly says that there may be others: of those nobody knows what they find.
	Partly bool
}

// check notes what is wrong with the rule that the exception names.
func (e *Exception) check(known Known) {
	if e.void {
		return
	}
	named := slices.DeleteFunc(slices.Clone(known.Rules), func(r *rule.Rule) bool { return !matches(e.Rule, r.ID) })
	switch {
	case len(named) == 0 && known.Partly:
	case len(named) == 0:
		e.reject(ruleKnown, "rule", "There is no rule `"+shortened(e.Rule)+"`"+suggestion(e.Rule, known.Rules))
	case !slices.ContainsFunc(named, Acceptable):
		e.reject(ruleKnown, "rule", "What `"+shortened(e.Rule)+"` finds cannot be accepted.")
	}
}

func suggestion(id string, rules []*rule.Rule) string {
	ids := make([]string, len(rules))
	for i, r := range rules {
		ids[i] = r.ID
	}
	if nearest := schema.Nearest(id, ids); nearest != "" {
		return "; did you mean `" + nearest + "`?"
	}
	return "."
}

// Acceptable reports whether findings of a rule can be accepted: not of a file
// that cannot be read, since that hides all else, nor of an exception itself.
func Acceptable(r *rule.Rule) bool { return r.Category() != "syntax" && r.Category() != Category }

// placesIn gives places in the tree of a text.
func placesIn(text *syntax.Text, root *syntax.Node) func(p syntax.Path) place {
	hash := finding.LineHashes(text)
	return func(p syntax.Path) place {
		at, span := root.Locate(p)
		return place{finding.InText(at, span, p), hash(span.Start.Line)}
	}
}

// inText is the place of a span of a text.
func inText(text *syntax.Text, span syntax.Span) place {
	return place{finding.InText(text, span, nil), finding.LineHashes(text)(span.Start.Line)}
}
