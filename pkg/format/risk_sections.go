package format

import (
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// sectionRisks are the risks below a section that have a section each, as
// "### R-001: Model drift" with what is said of it in pairs, in a table of two
// columns or under headings of their own: a Map for each, under the names that
// it uses. A heading without an id is that of a risk only beside another.
func sectionRisks(section *syntax.Section) []*syntax.Node {
	var rows, anonymous []*syntax.Node
	for _, child := range section.Sections {
		switch row := sectionRisk(child); {
		case row == nil:
			rows = append(rows, sectionRisks(child)...)
		case row.Get("id") == nil:
			anonymous = append(anonymous, row)
		default:
			rows = append(rows, row)
		}
	}
	if len(anonymous) > 1 || len(rows) > 0 {
		rows = append(rows, anonymous...)
	}
	return rows
}

// aboutRegisters are headings of sections that explain a register or hold it.
var aboutRegisters = lazily(`(?i)\b(?:register|log|fields?|legends?|scales?|matrix|definitions?|columns|template|format|schema|methodology|criteria|glossary|how to|examples?|summary|overview|document control)\b`)

// riskHeading is a heading that begins with an id.
var riskHeading = lazily(`(?i)^[^\pL\d#]*((?:risk|riesgo|risco|risiko|risque)?[ #:-]*(?:[a-z]{1,12}(?:[-_.][a-z]{1,8})?[-_. ]?)?\d{1,5}(?:[-.]\d{1,4}){0,2})(?:$|\s*[:.)\]|—–-]+\s*|\s+)(.*)$`)

// sectionRisk is the risk that a section is about, or nil. One whose heading
// has an id needs two known fields, another three, one of them that rates or
// treats the risk.
func sectionRisk(section *syntax.Section) *syntax.Node {
	if aboutRegisters().MatchString(section.Heading.Scalar) && !riskHeading().MatchString(section.Heading.Scalar) || registerTitle().MatchString(section.Heading.Scalar) {
		return nil
	}
	row := section.Heading.Derive(syntax.Map)
	wanted := 3
	id, title := "", strings.TrimSpace(section.Heading.Scalar)
	if match := riskHeading().FindStringSubmatch(title); match != nil {
		id, title = strings.TrimSpace(match[1]), strings.TrimSpace(match[2])
		if strings.ContainsFunc(id, func(r rune) bool { return r > '9' }) {
			wanted = 2
		}
	}
	said := sectionFields(section)
	said = said[:min(len(said), maxColumns)]
	if !isRisk(said, wanted) {
		return nil
	}
	if id != "" {
		row.Set("id", section.Heading, section.Heading.DeriveString(id))
	}
	if title != "" {
		row.Set("title", section.Heading, section.Heading.DeriveString(title))
	}
	for _, field := range said {
		if row.Get(field.Key.Scalar) == nil {
			row.Set(field.Key.Scalar, field.Key, field.Value)
		}
	}
	return row
}

func isRisk(said []syntax.Field, wanted int) bool {
	known, deals := map[string]bool{}, false
	for _, field := range said {
		if name, ok := riskField(field.Key.Scalar); ok {
			known[name] = true
			deals = deals || slices.Contains(ratedFields, name) || name == riskActions || name == riskTreatment
		}
	}
	return deals && len(known) >= wanted
}

// sectionFields are what a section says under names: pairs, what follows a
// name that ends in a colon, and sections below it whose heading is the name
// of a field.
func sectionFields(section *syntax.Section) []syntax.Field {
	said := pairs(section.Blocks)
	for i, block := range section.Blocks[:max(len(section.Blocks)-1, 0)] {
		if block.Kind != syntax.Paragraph || !strings.HasSuffix(block.Text.Scalar, ":") {
			continue
		}
		name := block.Text.Scalar[strings.LastIndexAny(block.Text.Scalar, ".!?\n")+1:]
		if value := listOf(statements(section.Blocks[i+1:i+2], true)); value != nil {
			said = append(said, syntax.Field{Key: block.Text.DeriveString(strings.TrimSpace(strings.TrimSuffix(name, ":"))), Value: value})
		}
	}
	for _, child := range section.Sections {
		if _, known := riskField(child.Heading.Scalar); !known {
			continue
		}
		if value := prose(child.Blocks); value != nil {
			said = append(said, syntax.Field{Key: child.Heading, Value: value})
		}
	}
	return said
}

// joinRisks adds risks that have a section each to those of tables. One that a
// table has too, by its id, only adds what its row does not say.
func joinRisks(rows, sections []*syntax.Node) []*syntax.Node {
	byID := map[string]*syntax.Node{}
	for _, row := range rows {
		if id := idOf(row); id != "" {
			byID[id] = row
		}
	}
	for _, section := range sections {
		row := byID[idOf(section)]
		switch {
		case row != nil:
			complete(row, section)
		case len(rows) == 0 || idOf(section) != "":
			rows = append(rows, section)
		}
	}
	return rows
}

// idOf is the id of a risk as it can be compared: "R-001", "Risk 1" and "r1"
// are one.
func idOf(row *syntax.Node) string {
	for _, f := range row.Fields {
		if field, _ := riskField(f.Key.Scalar); (field == riskID || field == riskNumber) && f.Value.IsScalar() {
			id := strings.Join(nameWords(f.Value.Scalar), "")
			if match := plainNumber().FindStringSubmatch(id); match != nil {
				return match[1]
			}
			return id
		}
	}
	return ""
}

var plainNumber = lazily(`^(?:r|risk|rsk)?0*(\d+)$`)

// complete gives a row the fields of another that it lacks.
func complete(row, other *syntax.Node) {
	has := map[string]bool{}
	for _, f := range row.Fields {
		field, _ := riskField(f.Key.Scalar)
		has[field] = true
	}
	for _, f := range other.Fields {
		if field, known := riskField(f.Key.Scalar); (!known || !has[field]) && row.Get(f.Key.Scalar) == nil {
			row.Set(f.Key.Scalar, f.Key, f.Value)
		}
	}
}
