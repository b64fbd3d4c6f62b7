package format

import (
	"path"
	"slices"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const markdownRegisterName = "markdown-risk-register"

// markdownRegister is a risk register in the tables of a Markdown file.
var markdownRegister = &Format{
	Name:      markdownRegisterName,
	Title:     "Markdown risk register",
	Kinds:     []string{document.RiskRegister},
	Languages: []syntax.Language{syntax.Markdown},
	Nominate:  nominateMarkdownRegister,
	Read:      readMarkdownRegister,
}

// nominateMarkdownRegister looks for a name that speaks of risk, and for a
// table and words about rating.
func nominateMarkdownRegister(file string, content []byte) bool {
	name := path.Base(path.Dir(file)) + "/" + path.Base(file)
	return speaksOfRisk.MatchString(name) && slices.Contains(content, '|') && speaksOfRating.Match(content)
}

// readMarkdownRegister takes every table of risks in the file for a part of one
// register.
func readMarkdownRegister(tree *syntax.Tree) Reading {
	if tree.Outline == nil {
		return Reading{Rejection: "it could not be read"}
	}
	register := &riskTable{Format: markdownRegisterName, File: tree.Text.File, Title: titleOf(tree.Outline, nil)}
	rejection := "it has no table of risks"
	for _, table := range tables(tree.Outline.Root) {
		rows := tableRows(table)
		part := &riskTable{File: tree.Text.File, Rows: rows}
		switch why := part.rejection(); {
		case len(rows) == 0:
		case why != "":
			rejection = why
		default:
			register.Rows = append(register.Rows, rows...)
		}
	}
	if len(register.Rows) == 0 {
		return Reading{Rejection: rejection}
	}
	if isTemplate(tree) || !slices.ContainsFunc(register.Rows, document.HasContent) {
		return Reading{Rejection: unfilled}
	}
	register.Place = register.Rows[0]
	if register.Title != nil {
		register.Place = register.Title
	}
	register.Head = headOf(tree)
	doc, problems := register.document()
	return Reading{Documents: []*document.Document{doc}, Problems: problems}
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
	for _, pair := range found {
		if head.Get(pair.Key.Scalar) == nil {
			head.Set(pair.Key.Scalar, pair.Key, pair.Value)
		}
	}
	return head
}
