package exception

import (
	"fmt"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// readWaivers reads a waiver file. What is wrong with it as a whole are faults;
// what is wrong with a waiver is noted with it. The error is for a schema that
// cannot be used.
func readWaivers(text *syntax.Text) (waivers []*Exception, faults []Fault, err error) {
	root, faults := parse(text, syntax.YAML)
	if root == nil {
		return nil, faults, nil
	}
	at := placesIn(text, root)
	violations, err := schema.Check("waivers", root)
	if err != nil {
		return nil, nil, err
	}
	wrong := map[int]bool{} // items that the schema turned down
	for _, v := range violations {
		if len(v.Path) > 0 {
			wrong[v.Path[0].Index] = true
		}
		faults = append(faults, shapeFault(text, root, v))
	}
	for i, item := range root.Items {
		if wrong[i] || item.Kind != syntax.Map {
			continue
		}
		waivers = append(waivers, waiver(item, path.Dir(text.File), func(key string) place {
			if key == "" {
				return at(syntax.Path{syntax.Index(i)})
			}
			return at(syntax.Path{syntax.Index(i), syntax.Key(key)})
		}))
	}
	return waivers, faults, nil
}

// parse reads a file of exceptions. The root is nil if there is none to speak of.
func parse(text *syntax.Text, language syntax.Language) (root *syntax.Node, faults []Fault) {
	tree := syntax.Parse(text, language, syntax.DefaultLimits())
	hash := finding.LineHashes(text)
	for _, p := range tree.Problems {
		faults = append(faults, Fault{
			Rule: malformed, Message: strings.TrimSuffix(p.Message, ".") + ".",
			Location: finding.InText(p.Text, p.Span, nil), LineHash: hash(p.Span.Start.Line),
		})
	}
	if len(tree.Values) == 0 || tree.Values[0].Kind == syntax.Null {
		return nil, faults
	}
	for _, further := range tree.Values[1:] {
		at := inText(further.Text(), further.Span())
		faults = append(faults, Fault{Rule: malformed, Message: "The file is one document; found another.", Location: at.Location, LineHash: at.hash})
	}
	return tree.Values[0], faults
}

func shapeFault(text *syntax.Text, root *syntax.Node, v schema.Violation) Fault {
	_, span := v.Place(root)
	at := inText(text, span)
	at.Path = v.Path
	return Fault{Rule: malformed, Message: v.Message, Location: at.Location, LineHash: at.hash, StablePath: v.Path.Pointer()}
}

// waiver is an entry of the file that the schema has no objection to.
func waiver(item *syntax.Node, folder string, at func(key string) place) *Exception {
	said := func(key string) string {
		if n := item.Get(key); n != nil && n.Kind == syntax.String {
			return strings.TrimSpace(n.Scalar)
		}
		return ""
	}
	e := &Exception{
		Exception: finding.Exception{
			Kind: finding.ByWaiver, Reason: said("reason"), Approver: said("approver"), Until: said("until"), Ticket: said("ticket"),
			Location: at("rule").Location,
		},
		Rule: said("rule"), Document: said("document"), Path: said("path"), Field: document.Pattern(said("field")), Fingerprint: said("fingerprint"),
		place: at,
	}
	if e.Path != "" {
		e.glob = path.Join(escapeGlob(folder), e.Path)
	}
	switch {
	case !doublestar.ValidatePattern(e.Path):
		e.reject(malformed, "path", "`path` is \""+shortened(e.Path)+"\", which is no valid glob.")
	case e.Document == "" && e.Path == "" && e.Fingerprint == "":
		e.reject(malformed, "rule", "The waiver of `"+shortened(e.Rule)+"` names neither a document nor a path nor a fingerprint.")
	case strings.HasPrefix(e.Path, "/") || strings.HasPrefix(e.Path, "../"):
		e.reject(malformed, "path", "`path` is \""+shortened(e.Path)+"\"; expected a path below the folder of the waiver file.")
	}
	for _, part := range []struct{ key, lacks string }{{"reason", " gives no reason"}, {"approver", " names no approver"}} {
		if n := item.Get(part.key); !document.HasContent(n) {
			e.reject(incomplete, part.key, e.name()+part.lacks+placeholder(n)+".")
		}
	}
	return e
}

// placeholder names what was found in place of a value.
func placeholder(n *syntax.Node) string {
	if n.IsBlank() {
		return ""
	}
	return ": found the placeholder \"" + shortened(n.Scalar) + "\""
}

// escapeGlob makes a path stand for itself in a glob.
func escapeGlob(name string) string {
	return strings.NewReplacer("\\", "\\\\", "*", "\\*", "?", "\\?", "[", "\\[", "{", "\\{").Replace(name)
}

// Set is all that a repository accepts.
type Set struct {
	exceptions []*Exception // waivers, then comments in the order in which they were added
	baseline   []*entry
	recorded   map[string]*entry // of the baseline, by fingerprint
	present    bool              // whether there is a baseline
	faults     []Fault           // of the files as a whole
	rules      Known
}

// NewSet makes a set of the texts of a waiver file and of a baseline, either of
// which may be nil. What is wrong with them is found by [Set.Apply].
func NewSet(known Known, waivers, baseline *syntax.Text) (*Set, error) {
	s := &Set{rules: known, recorded: map[string]*entry{}}
	if waivers != nil {
		read, faults, err := readWaivers(waivers)
		if err != nil {
			return nil, err
		}
		s.faults = faults
		for _, e := range read {
			e.check(known)
		}
		s.exceptions = read
	}
	if s.present = baseline != nil; s.present {
		read, faults, err := readBaseline(baseline)
		if err != nil {
			return nil, err
		}
		s.faults, s.baseline = append(s.faults, faults...), read
		for _, recorded := range read {
			s.recorded[recorded.Fingerprint] = recorded
		}
	}
	return s, nil
}

// With is the set with the comments of documents.
func (s *Set) With(comments []*Exception) *Set {
	with := *s
	with.exceptions = append(append([]*Exception(nil), s.exceptions...), comments...)
	return &with
}

// Ends are the days after one and up to another on which exceptions end.
func (s *Set) Ends(after, last string) []string {
	var days []string
	for _, e := range s.exceptions {
		if !e.void && e.Until > after && e.Until <= last {
			days = append(days, e.Until)
		}
	}
	return days
}

// Empty reports whether nothing is accepted, nor was meant to be.
func (s *Set) Empty() bool { return len(s.exceptions)+len(s.baseline)+len(s.faults) == 0 }

// HasBaseline reports whether there is a baseline, if only an empty one.
func (s *Set) HasBaseline() bool { return s.present }

// Sound is an error that names the first thing that is wrong with the shape of a
// file, or nil.
func (s *Set) Sound(file string) error {
	for _, f := range s.faults {
		if f.Location.File == file {
			return fmt.Errorf("%s:%s: %s", file, f.Location.Span.Start, f.Message)
		}
	}
	return nil
}
