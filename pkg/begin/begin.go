// Package begin writes the first documents of a repository: a configuration, and
// for what the repository already holds (documents in other formats, models,
// dependencies on AI) native documents in which what is known stands and what is
// asked for is left to be written.
//
// What is asked for is not listed here. The rules say it: they judge the
// repository as it would be with the new documents, and where one of them objects
// to something that is not there, a placeholder takes its place, until nothing
// but placeholders is objected to.
package begin

import (
	"cmp"
	"context"
	"maps"
	"path"
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Request is what a person asks to have begun.
type Request struct {
	// Scan names the folder of the project as its only path, absolute, and the
	// profile.
	Scan scan.Request
	// Folder is where documents go that are about the organization or a system,
	// relative to the project's folder.
	Folder string
}

// Plan is what would be written, and what that rests on.
type Plan struct {
	// Before is the repository as it is.
	Before *scan.Survey
	// Files are those to be written, by path.
	Files []File
	// Kept are the files that would have been written, but are there.
	Kept []string
}

// File is one to be written.
type File struct {
	Path string // relative to the root
	Kind string // of document; "" for the configuration
	// About is what the file describes, in a few words.
	About   string
	Content []byte
	// Open is how many placeholders it has.
	Open int
}

// rounds is how often the rules are asked at most. Each answer leads one level
// deeper into the documents.
const rounds = 12

// Make plans what to write. It writes nothing.
func Make(ctx context.Context, request Request) (*Plan, error) {
	surveyor := scan.NewSurveyor(request.Scan)
	defer surveyor.Close()
	begun, err := newConfiguration(ctx, request.Scan)
	if err != nil {
		return nil, err
	}
	before, err := surveyor.Survey(ctx, begun)
	if err != nil {
		return nil, err
	}
	d := newDrafts(before, path.Join(before.Folder, request.Folder))
	d.begin()
	for range rounds {
		further := d.further()
		maps.Copy(further, begun)
		after, err := surveyor.Survey(ctx, further)
		if err != nil {
			return nil, err
		}
		if !d.complete(after) {
			break
		}
	}
	plan := &Plan{Before: before, Kept: d.kept}
	for file, content := range begun {
		plan.Files = append(plan.Files, File{Path: file, About: "configuration", Content: content})
	}
	for _, each := range d.list {
		if !each.saysNothing() {
			plan.Files = append(plan.Files, File{Path: each.file, Kind: each.kind, About: each.about, Content: []byte(each.text()), Open: open(each.root)})
		}
	}
	slices.SortFunc(plan.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	return plan, nil
}

// saysNothing reports whether a draft asks for nothing and has nothing that is not
// elsewhere, as under a profile whose rules do not ask for the kind.
func (d *draft) saysNothing() bool {
	if open(d.root) > 0 {
		return false
	}
	bare := len(d.root.Fields) == len([]string{"kind", "metadata", "describes"}) && len(d.root.Get("metadata").Fields) == 1
	return d.kind == document.RiskRegister || d.kind == document.ImpactAssessment || d.hasOwnID && bare
}

// open counts the placeholders in a value.
func open(n *syntax.Node) int {
	count := 0
	if isOpen(n) {
		count++
	}
	for _, item := range n.Items {
		count += open(item)
	}
	for _, f := range n.Fields {
		count += open(f.Value)
	}
	return count
}
