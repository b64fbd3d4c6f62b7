package format

import (
	"path"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const riskRegisterName = "risk-register"

// riskRegister is a register in YAML, JSON or CSV under names of its own.
var riskRegister = &Format{
	Name:      riskRegisterName,
	Title:     "Risk register",
	Kinds:     []string{document.RiskRegister},
	Languages: []syntax.Language{syntax.YAML, syntax.JSON, syntax.CSV},
	Nominate:  nominateRiskRegister,
	Read:      readRiskRegister,
}

// nominateRiskRegister looks for a name that speaks of risk. Unless it speaks
// of a register too, a text that is no table must speak of rating.
func nominateRiskRegister(file string, content []byte) bool {
	name := path.Base(path.Dir(file)) + "/" + path.Base(file)
	if !speaksOfRisk().MatchString(name) {
		return false
	}
	return syntax.LanguageOf(file) == syntax.CSV || callsItselfRegister(file) || speaksOfRating().Match(content)
}

var (
	speaksOfRisk   = lazily(`(?i)risk|risc[oh]|risik|riesgo|risque|raid|threat|hazard|风险`)
	speaksOfRating = lazily(`(?i)likelihood|probab|impact|severi|score|rating|level|residual|inherent|wahrscheinlich|gravi|概率|可能性|影响`)
)

func callsItselfRegister(file string) bool {
	return strings.Contains(strings.ToLower(path.Base(file)), "regist")
}

func readRiskRegister(tree *syntax.Tree) Reading {
	var reading Reading
	for i, value := range tree.Values {
		if value.IsBlank() {
			continue
		}
		register, rejection := findRegister(tree, value)
		if rejection != "" {
			reading.Rejection = rejection
			continue
		}
		register.Index = i
		doc, problems := register.document()
		reading.Documents = append(reading.Documents, doc)
		reading.Problems = append(reading.Problems, problems...)
	}
	switch {
	case len(reading.Documents) > 0:
		reading.Rejection = ""
	case reading.Rejection == "":
		reading.Rejection = "it is empty"
	}
	return reading
}

// findRegister finds the risks in a value, or says why it is no register.
func findRegister(tree *syntax.Tree, value *syntax.Node) (*riskTable, string) {
	if rejection := rejectForeign(value); rejection != "" {
		return nil, rejection
	}
	table := &riskTable{Format: riskRegisterName, File: tree.Text.File, Place: value, Head: value}
	if value.Kind == syntax.List {
		table.Rows, table.Head = maps(value.Items), nil
	} else {
		table.Rows = findRisks(value, 0)
		if isReport(value) && !callsItselfRegister(table.File) {
			return nil, "the risks in it are part of a report, not a register that is kept"
		}
	}
	if len(table.Rows) == 0 {
		return nil, "it holds no list of risks"
	}
	if tree.Language == syntax.CSV {
		table.Rows = belowHeader(table.Rows, isRiskField)
	}
	return table, table.rejection()
}

// maxColumns is far above what a register has; looking for the header of a
// table takes time with the square of its columns.
const maxColumns = 200

// belowHeader looks for the header of a table that begins with a title and
// other rows of its own, as spreadsheets do, and gives the rows below it. known
// tells the names of columns. Where names occur twice, as "Likelihood" before and
// after treatment, those in the row above go before them.
func belowHeader(rows []*syntax.Node, known func(string) bool) []*syntax.Node {
	if len(rows[0].Fields) > maxColumns || countNames(rows[0], known) >= 3 {
		return rows
	}
	for i, header := range rows[:min(len(rows), 10)] {
		names := header.Derive(syntax.Map)
		for _, f := range header.Fields {
			names.Set(f.Value.Scalar, nil, f.Value)
		}
		if countNames(names, known) < 3 {
			continue
		}
		columns := columnNames(rows[:i], header, known)
		below := make([]*syntax.Node, 0, len(rows)-i-1)
		for _, row := range rows[i+1:] {
			named := row.Derive(syntax.Map)
			for _, f := range row.Fields {
				if name := columns[f.Key.Scalar]; name != "" && named.Get(name) == nil {
					named.Set(name, f.Key, f.Value)
				}
			}
			below = append(below, named)
		}
		return below
	}
	return rows
}

func countNames(row *syntax.Node, known func(string) bool) int {
	n := 0
	for _, f := range row.Fields {
		if known(f.Key.Scalar) {
			n++
		}
	}
	return n
}

// columnNames are the names of columns by the keys of the rows: those in the
// header, and for one that occurs twice with that of its group, which stands in
// the row above it or in a cell to the left of that.
func columnNames(above []*syntax.Node, header *syntax.Node, known func(string) bool) map[string]string {
	times := map[string]int{}
	for _, f := range header.Fields {
		times[f.Value.Scalar]++
	}
	names, group := map[string]string{}, ""
	for _, f := range header.Fields {
		over := f.Key // the first row of all
		if len(above) > 0 {
			over = above[len(above)-1].Get(f.Key.Scalar)
		}
		if !over.IsBlank() && !unnamed().MatchString(over.Scalar) {
			group = over.Scalar
		}
		name := strings.TrimSpace(f.Value.Scalar)
		if joined := group + " " + name; times[f.Value.Scalar] > 1 && name != "" && known(joined) {
			name = joined
		}
		names[f.Key.Scalar] = name
	}
	return names
}

// rejectForeign recognises files that speak of risks in a language of their
// own.
func rejectForeign(value *syntax.Node) string {
	has := func(keys ...string) bool {
		return !slices.ContainsFunc(keys, func(key string) bool { return value.Get(key) == nil })
	}
	switch {
	case value.IsScalar():
		return "it holds no list of risks"
	case has("$schema") && (has("properties") || has("$defs") || has("definitions")), has("type", "properties"):
		return "it is a JSON Schema"
	case has("classes") && (has("prefixes") || has("slots") || has("imports")):
		return "it is a LinkML schema"
	case has("apiVersion", "kind"):
		return "it is a resource with an apiVersion, as Kubernetes has"
	case has("@context"), has("@graph"):
		return "it is linked data"
	case has("openapi"), has("swagger"), has("bomFormat"), has("spdxVersion"), has("runs", "version"):
		return "it is an interface description, a bill of materials or a scanner's report"
	case kinds(document.Kinds()).isNative(value.Get("kind")):
		return "it states a kind of its own"
	}
	return ""
}

// isReport reports whether the top of a file is that of an evaluation or
// analysis.
func isReport(value *syntax.Node) bool {
	return slices.ContainsFunc(value.Fields, func(field syntax.Field) bool {
		return reportKeys().MatchString(strings.Join(nameWords(field.Key.Scalar), " "))
	})
}

var reportKeys = lazily(`^(?:rubric|evaluator|evaluation.*|overall (?:score|risk|rating)|total score|findings|results?|test results|scores|checks|` +
	`recommendations|vulnerabilities|verdict|confidence|scan.*|prompt|analysis (?:date|timestamp|id))$`)

// findRisks gathers the lists of risks under a Map: `risks:`, `register:
// {risks: []}`, `categories: [{risks: []}]`, or risks keyed by their ids.
func findRisks(value *syntax.Node, depth int) []*syntax.Node {
	if depth > 3 {
		return nil
	}
	var rows []*syntax.Node
	for _, field := range value.Fields {
		if !field.Value.IsScalar() {
			rows = append(rows, risksUnder(field, depth)...)
		}
	}
	return rows
}

func risksUnder(field syntax.Field, depth int) []*syntax.Node {
	name := strings.Join(nameWords(field.Key.Scalar), " ")
	isList, isGroup := riskListNames().MatchString(name), riskGroupNames().MatchString(name)
	switch {
	case field.Value.Kind == syntax.List && isList && areRisks(field.Value.Items):
		return maps(field.Value.Items)
	case field.Value.Kind == syntax.List && (isList || isGroup):
		return nested(field.Value, depth)
	case field.Value.Kind == syntax.Map && isList:
		if rows := findRisks(field.Value, depth+1); len(rows) > 0 {
			return rows
		}
		return keyedRisks(field.Value)
	}
	return nil
}

// areRisks reports whether the first Map of a list is a risk rather than a
// group of risks.
func areRisks(items []*syntax.Node) bool {
	i := slices.IndexFunc(items, func(n *syntax.Node) bool { return n.Kind == syntax.Map })
	return i >= 0 && (knownFields(items[i]) >= 3 || len(findRisks(items[i], 1)) == 0)
}

var (
	riskListNames  = lazily(`^(?:(?:\w+ )*risks?(?: (?:register|registry|log|list|items|entries|inventory|assessments?))?|register|registry|entries|items|rows|data|records|riesgos|riscos|risiken|threats|hazards)$`)
	riskGroupNames = lazily(`risk|register|categor|group|domain|section|area|phase`)
)

// nested gathers the risks of the groups in a list.
func nested(list *syntax.Node, depth int) []*syntax.Node {
	var rows []*syntax.Node //nolint:prealloc // most items hold none
	for _, item := range maps(list.Items) {
		rows = append(rows, findRisks(item, depth+1)...)
	}
	return rows
}

// keyedRisks makes rows of a Map from ids to risks.
func keyedRisks(value *syntax.Node) []*syntax.Node {
	rows := make([]*syntax.Node, 0, len(value.Fields))
	for _, field := range value.Fields {
		if field.Value.Kind != syntax.Map || knownFields(field.Value) < 2 {
			return nil
		}
		row := *field.Value
		if row.Get("id") == nil {
			row.Fields = append([]syntax.Field{{Key: field.Key.DeriveString("id"), Value: field.Key}}, row.Fields...)
		}
		rows = append(rows, &row)
	}
	return rows
}

func knownFields(row *syntax.Node) int { return countNames(row, isRiskField) }

// maps are the nodes that are Maps with something in them.
func maps(nodes []*syntax.Node) []*syntax.Node {
	return slices.DeleteFunc(slices.Clone(nodes), func(n *syntax.Node) bool {
		return n.Kind != syntax.Map || blankRow(n)
	})
}

// blankRow reports whether a row of a table has nothing in any cell.
func blankRow(row *syntax.Node) bool {
	return !slices.ContainsFunc(row.Fields, func(field syntax.Field) bool {
		return !field.Value.IsScalar() || !field.Value.IsBlank()
	})
}

// slug makes an id of a text: lower-case words joined by "-".
func slug(text string) string {
	return strings.Join(nameWords(text), "-")
}

// fileSlug makes an id of a file's path without its extension.
func fileSlug(file string) string {
	return slug(strings.TrimSuffix(file, path.Ext(file)))
}
