package format

import (
	"path"
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const markdownRegisterName = "markdown-risk-register"

// markdownRegister is a risk register in a Markdown file: in tables, or with
// a section for each risk.
var markdownRegister = &Format{
	Name:      markdownRegisterName,
	Title:     "Markdown risk register",
	Kinds:     []string{document.RiskRegister},
	Languages: []syntax.Language{syntax.Markdown},
	Nominate:  nominateMarkdownRegister,
	Read:      readMarkdownRegister,
}

// nominateMarkdownRegister looks for a name that speaks of risk and for words
// about rating, or for a heading that announces a register.
func nominateMarkdownRegister(file string, content []byte) bool {
	if !namedAfterRisk(file) {
		return registerHeading().Match(content)
	}
	return callsItselfRegister(file) || speaksOfRating().Match(content)
}

// namedAfterRisk reports whether a file or its folder has a name that speaks
// of risk.
func namedAfterRisk(file string) bool {
	return speaksOfRisk().MatchString(path.Base(path.Dir(file)) + "/" + path.Base(file))
}

var (
	// registerHeading is the heading of a register in a larger document.
	registerHeading = lazily(`(?im)^#{1,6}[ \t].*\brisk[ -](?:register|log)\b`)
	registerTitle   = lazily(`(?i)\brisk[ -](?:register|log)\b|\bregister of risks\b`)
)

// readMarkdownRegister takes every table of risks, and every risk that has a
// section of its own, for a part of one register. In a file that is not named
// after risks, only what stands under the heading of a register counts.
func readMarkdownRegister(tree *syntax.Tree) Reading {
	if tree.Outline == nil {
		return Reading{Rejection: "it could not be read"}
	}
	register := &riskTable{Format: markdownRegisterName, File: tree.Text.File, Title: titleOf(tree.Outline, nil, nil)}
	scopes := []*syntax.Section{tree.Outline.Root}
	if !namedAfterRisk(tree.Text.File) {
		scopes = registersIn(tree.Outline.Root)
	}
	register.Announced = len(registersIn(tree.Outline.Root)) > 0
	rejection := "it has no table of risks, nor sections on them"
	for _, scope := range scopes {
		if why := register.readScope(scope); why != "" {
			rejection = why
		}
	}
	if len(register.Rows) == 0 {
		if problem := template(tree, document.RiskRegister); problem != nil && callsItselfRegister(tree.Text.File) {
			return Reading{Problems: []syntax.Problem{*problem}}
		}
		return Reading{Rejection: rejection}
	}
	if open := openRows(register.Rows); open != nil {
		return Reading{Problems: []syntax.Problem{stillTemplate(document.RiskRegister, open)}}
	}
	register.Place = register.Rows[0]
	if register.Title != nil {
		register.Place = register.Title
	}
	register.Head = headOf(tree)
	doc, problems := register.document()
	return Reading{Documents: []*document.Document{doc}, Problems: problems}
}

// registersIn are the sections whose heading announces a register.
func registersIn(section *syntax.Section) []*syntax.Section {
	if section.Heading != nil && registerTitle().MatchString(section.Heading.Scalar) {
		return []*syntax.Section{section}
	}
	var found []*syntax.Section
	for _, child := range section.Sections {
		found = append(found, registersIn(child)...)
	}
	return found
}

// readScope adds the risks of a section, or says why there are none.
func (t *riskTable) readScope(scope *syntax.Section) (rejection string) {
	var found []*syntax.Node
	accept := func(rows []*syntax.Node) {
		part := &riskTable{File: t.File, Announced: t.Announced, Rows: rows}
		switch why := part.rejection(); {
		case len(rows) == 0:
		case why != "":
			rejection = why
		default:
			found = append(found, rows...)
		}
	}
	for _, table := range tables(scope) {
		if len(table.Header) > 2 && len(table.Header) <= maxColumns && !isScale(table) {
			accept(tableRows(table))
		}
	}
	fromTables := found
	found = nil
	accept(sectionRisks(scope))
	t.Rows = append(t.Rows, joinRisks(fromTables, found)...)
	return rejection
}

// isScale reports whether a table explains ratings: it begins with one, where
// a register says which risk it is about.
func isScale(table *syntax.Table) bool {
	field, _ := riskField(table.Header[0].Scalar)
	return slices.Contains(ratedFields, field)
}

// tables are all tables of a section and of those below it.
func tables(section *syntax.Section) []*syntax.Table {
	var found []*syntax.Table
	for _, block := range section.Blocks {
		if block.Table != nil {
			found = append(found, block.Table)
		}
	}
	for _, child := range section.Sections {
		found = append(found, tables(child)...)
	}
	return found
}

// tableRows are the rows of a table as Maps under the names of its columns.
// Rows without any content are left out.
func tableRows(table *syntax.Table) []*syntax.Node {
	var rows []*syntax.Node
	for _, cells := range table.Rows {
		start, _ := cells[0].Offsets()
		_, end := cells[len(cells)-1].Offsets()
		row := syntax.NewNode(syntax.Map, cells[0].Text(), start, max(start, end))
		for i, name := range table.Header {
			if !name.IsBlank() && row.Get(name.Scalar) == nil {
				row.Set(name.Scalar, cells[i], cells[i])
			}
		}
		if !blankRow(row) {
			rows = append(rows, row)
		}
	}
	return rows
}

// headOf is what a file says of itself before its first section on something
// else: front matter, and pairs in the text under the title. It is nil if
// there is nothing.
func headOf(tree *syntax.Tree) *syntax.Node {
	if front := frontMatter(tree); front != nil {
		return front
	}
	blocks := tree.Outline.Root.Blocks
	if sections := tree.Outline.Root.Sections; len(sections) > 0 {
		blocks = append(slices.Clone(blocks), sections[0].Blocks...)
	}
	found := pairs(blocks)
	if len(found) == 0 {
		return nil
	}
	head := found[0].Key.Derive(syntax.Map)
	for _, pair := range found[:min(len(found), maxColumns)] {
		if head.Get(pair.Key.Scalar) == nil {
			head.Set(pair.Key.Scalar, pair.Key, pair.Value)
		}
	}
	return head
}
