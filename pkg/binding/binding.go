// Package binding resolves what native documents name: the source of a value,
// a file and its digest, the file that is evidence. Only that makes a stated
// value more than a word. Everything is looked up inside the root and under
// the limits; nothing is fetched.
package binding

import (
	"context"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/source"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Options are where things are looked up, and what that may cost.
type Options struct {
	// Root is the absolute path of the repository's root. Nothing outside it
	// is opened.
	Root string
	// View is what the repository holds; nil for its working tree.
	View *source.View
	// FileBytes is the size above which a file is not read as a source, and
	// DigestBytes that above which its digest is not computed.
	FileBytes, DigestBytes int64
	// Syntax bounds the parsing of sources.
	Syntax syntax.Limits
}

// Resolver resolves the references of documents. It reads each file once and
// may be used by several goroutines.
type Resolver struct {
	options Options
	shelf   shelf
	ledgers sync.Map // path of a file of DVC's -> func() ledger
	digests sync.Map // file and algorithm -> *computation
}

// New makes a resolver for one run.
func New(options Options) *Resolver { return &Resolver{options: options} }

// Violation is a reference that leads nowhere or to something else than the
// document says. Message is a plain sentence without a full stop.
type Violation struct {
	Rule    *rule.Rule
	Path    syntax.Path
	Message string
	// Related is the place in the file that was named.
	Related []finding.Location
}

// Outcome is what resolving the references of a document came to.
type Outcome struct {
	Violations []Violation
	// References are those that the document makes to files and URLs, and Verified those of them
	// that agree with what they name: a value with its source, a digest with
	// its file, and for the others a file that exists.
	References, Verified []syntax.Path
	// Agreeing are the values beside those references that the source or the file
	// confirms, and the references themselves.
	Agreeing []syntax.Path
}

// Resolve resolves the references of a document but for those that skip turns
// down. Placeholders are none. The error is that of the context.
func (r *Resolver) Resolve(ctx context.Context, d *document.Document, skip func(syntax.Path) bool) (Outcome, error) {
	var outcome Outcome
	for _, reference := range schema.References(d.Kind) {
		for _, o := range occurrences(d.Root, reference) {
			if skip(o.path) || o.Format == schema.EvidenceReference && !namesFile(o.node.Scalar) {
				continue
			}
			verified, objection := r.resolve(ctx, o, skip)
			if ctx.Err() != nil {
				return Outcome{}, context.Cause(ctx)
			}
			outcome.References = append(outcome.References, o.path)
			if verified {
				outcome.Verified = append(outcome.Verified, o.path)
				outcome.Agreeing = append(outcome.Agreeing, o.agreeing(skip)...)
			}
			if objection != nil {
				outcome.Violations = append(outcome.Violations, objection.violation(o))
			}
		}
	}
	return outcome, nil
}

// at is a file of the repository, read up to a limit in bytes.
func (r *Resolver) at(file string, limit int64) source.File {
	return r.options.View.At(r.options.Root, file, limit)
}

// objection is what is wrong with a reference.
type objection struct {
	rule    *rule.Rule
	message string
	// atSibling says that the field beside the reference is wrong.
	atSibling bool
	related   []finding.Location
}

func (o *objection) violation(at occurrence) Violation {
	v := Violation{Rule: o.rule, Path: at.path, Message: o.message, Related: o.related}
	if o.atSibling {
		v.Path = at.siblingPath()
	}
	return v
}

// occurrence is a reference of a document: the text at a path.
type occurrence struct {
	schema.Reference

	path   syntax.Path
	node   *syntax.Node
	parent *syntax.Node // the map in which the siblings stand
}

// occurrences are the texts that stand in a field.
func occurrences(root *syntax.Node, reference schema.Reference) []occurrence {
	var found []occurrence
	var walk func(n, parent *syntax.Node, keys []string, at syntax.Path)
	walk = func(n, parent *syntax.Node, keys []string, at syntax.Path) {
		if n == nil {
			return
		}
		if n.Kind == syntax.Map {
			parent = n
		}
		switch {
		case len(keys) > 0 && keys[0] != "*":
			walk(n.Get(keys[0]), parent, keys[1:], join(at, syntax.Key(keys[0])))
		case len(keys) > 0 || n.Kind == syntax.List:
			rest := keys[min(1, len(keys)):]
			for i, item := range n.Items {
				walk(item, parent, rest, join(at, syntax.Index(i)))
			}
			for _, field := range n.Fields {
				walk(field.Value, parent, rest, join(at, syntax.Key(field.Key.Scalar)))
			}
		case n.Kind == syntax.String && document.HasContent(n):
			found = append(found, occurrence{reference, at, n, parent})
		}
	}
	walk(root, nil, strings.Split(string(reference.Field), "."), nil)
	return found
}

// join is path with one more step, without touching the array behind path.
func join(p syntax.Path, step syntax.Step) syntax.Path {
	return append(slices.Clip(p), step)
}

// folder is the folder of the file in which the reference stands.
func (o occurrence) folder() string { return path.Dir(o.node.Text().File) }

// field is the name of the field.
func (o occurrence) field() string {
	for _, step := range slices.Backward(o.path) {
		if step.IsKey() {
			return step.Key
		}
	}
	return ""
}

// siblingPath is the path of the field that has to agree.
func (o occurrence) siblingPath() syntax.Path {
	p := o.path
	for len(p) > 0 && !p[len(p)-1].IsKey() {
		p = p[:len(p)-1]
	}
	return join(p[:max(len(p)-1, 0)], syntax.Key(o.Sibling))
}

// stated is the field that has to agree, or nil if there is none that says
// something.
func (o occurrence) stated(skip func(syntax.Path) bool) *syntax.Node {
	n := o.parent.Get(o.Sibling)
	if o.Sibling == "" || n == nil || !n.IsScalar() || !document.HasContent(n) || skip(o.siblingPath()) {
		return nil
	}
	return n
}

// agreeing are the paths of a verified reference and of the field beside it.
func (o occurrence) agreeing(skip func(syntax.Path) bool) []syntax.Path {
	if o.stated(skip) == nil {
		return []syntax.Path{o.path}
	}
	return []syntax.Path{o.path, o.siblingPath()}
}

// resolve follows one reference. It is verified if there is something that
// could have disagreed and does not.
func (r *Resolver) resolve(ctx context.Context, o occurrence, skip func(syntax.Path) bool) (verified bool, objection *objection) {
	if o.Format == schema.SourceBinding {
		return r.source(o, o.stated(skip))
	}
	return r.file(ctx, o, o.stated(skip))
}
