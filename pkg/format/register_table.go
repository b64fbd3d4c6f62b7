package format

import (
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// unnamed is the name of a column that has none in its header.
var unnamed = lazily(`^column \d+$`)

// TableName is the format of what [ReadTable] reads.
const TableName = "table"

// TableKinds are the kinds that a table can hold, those first that a table is
// taken for where it could be several.
func TableKinds() []string {
	return []string{
		document.RiskRegister, document.SupplierRegister, document.IncidentLog, document.RoleRegister, document.DataManifest,
	}
}

// Table is a table as a register of a kind.
type Table struct {
	Document *document.Document
	// Known is how many columns have a meaning, and Unknown are the names of
	// those that have none. What they hold is under `additional` of each entry.
	Known    int
	Unknown  []string
	Problems []syntax.Problem
}

// ReadTable reads a table, as [syntax.Parse] gives it for CSV, as a register of
// a kind. Its header may stand below a title. It is nil if there are no rows, or
// no column has a meaning for the kind.
func ReadTable(kind string, tree *syntax.Tree) *Table {
	if len(tree.Values) == 0 {
		return nil
	}
	meaning := meaningOf(kind)
	rows := maps(tree.Values[0].Items)
	if meaning == nil || len(rows) == 0 {
		return nil
	}
	rows = maps(belowHeader(rows, meaning))
	if len(rows) == 0 {
		return nil
	}
	table := &Table{}
	for _, f := range rows[0].Fields {
		if name := f.Key.Scalar; meaning(name) {
			table.Known++
		} else if !unnamed().MatchString(name) || slices.ContainsFunc(rows, func(row *syntax.Node) bool { return !row.Get(name).IsBlank() }) {
			table.Unknown = append(table.Unknown, name)
		}
	}
	if table.Known == 0 {
		return nil
	}
	if kind == document.RiskRegister {
		register := &riskTable{Format: TableName, File: tree.Text.File, Place: tree.Values[0], Rows: rows}
		table.Document, table.Problems = register.document()
		return table
	}
	table.Document = readEntries(kind, tree, rows)
	return table
}

// meaningOf tells the names of columns that a kind has a meaning for, or is nil
// for a kind without a table.
func meaningOf(kind string) func(name string) bool {
	if kind == document.RiskRegister {
		return isRiskField
	}
	columns, ok := entryColumns[kind]
	if !ok {
		return nil
	}
	return func(name string) bool { return columns.fields[headingText(name)] != "" }
}

func isRiskField(name string) bool {
	_, ok := riskField(name)
	return ok
}

// columnTable is what the columns of a kind are called. The fields are paths below
// an entry of the list; "[]" in one stands for the first entry of a list in it.
type columnTable struct {
	list   string
	fields map[string]string
}

// entryColumns are the names under which people keep these registers in
// spreadsheets.
var entryColumns = map[string]columnTable{
	document.SupplierRegister: {"suppliers", aliasTable(map[string]string{
		"id":                  "id, supplier id, vendor id, ref, reference, no, nr, number, #",
		"name":                "name, supplier, supplier name, vendor, vendor name, provider, provider name, third party, company",
		"owner":               "owner, supplier owner, relationship owner, contract owner, business owner, internal owner, responsible, accountable",
		"supplies[].what":     "what, supplies, type, supply type, service type, category",
		"supplies[].name":     "product, service, product name, service name, service provided, services provided, services, tool, solution, model, description",
		"supplies[].version":  "version, product version, model version",
		"supplies[].licence":  "licence, license, licence terms, license terms",
		"systems":             "systems, system, ai systems, ai system, used by, used in",
		"responsibilities":    "responsibilities, shared responsibilities, division of responsibilities",
		"assessment.on":       "assessed on, assessment date, last assessment, last assessed, last review, last reviewed, review date, due diligence date",
		"assessment.by":       "assessed by, assessor, reviewed by, reviewer",
		"assessment.criteria": "criteria, assessment criteria",
		"assessment.result":   "result, assessment result, outcome, approval, approval status, decision, status",
		"assessment.next":     "next assessment, next review, next review date, review due, reassessment date",
		"terms":               "terms, contract, contract terms, agreement, agreements, dpa",
		"incidents":           "incidents",
		"corrective_actions":  "corrective actions, corrective action",
		"exit":                "exit, exit plan, exit strategy",
	})},
	document.IncidentLog: {"incidents", aliasTable(map[string]string{
		"id":                "id, incident id, incident no, incident number, ticket, ref, reference, no, nr, number, #",
		"system":            "system, ai system, system id, affected system",
		"title":             "title, incident, incident title, summary, name, headline, short description",
		"detected":          "detected, detected on, date detected, detection date, date, incident date, date of incident, reported, reported on, date reported, occurred, occurred on",
		"severity":          "severity, incident severity",
		"category":          "category, type, incident type, kind of harm",
		"affected":          "affected, affected parties, affected persons, who was affected, impact",
		"description":       "description, details, incident description, what happened",
		"contained":         "contained, contained on, date contained, containment date",
		"resolved":          "resolved, resolved on, date resolved, resolution date, closed, closed on, date closed, closure date",
		"cause":             "cause, root cause, causes, root causes",
		"lessons":           "lessons, lessons learned, lessons learnt, learnings",
		"corrective_action": "corrective action, corrective actions, capa, capa id, corrective action id",
		"owner":             "owner, incident owner, assigned to, assignee, responsible, handler, handled by",
	})},
	document.RoleRegister: {"roles", aliasTable(map[string]string{
		"id":                "id, role id, ref, no, nr, number, #",
		"name":              "name, role, role name, role title, title, function, position",
		"holder":            "holder, role holder, person, held by, assigned to, incumbent, employee, name of holder",
		"responsibilities":  "responsibilities, responsibility, duties, tasks, accountabilities",
		"authority":         "authority, authorities, powers, decision rights",
		"competence[].what": "competence, competences, competencies, required competence, required competences, qualification, qualifications, skills, training, required training",
		"independent_of":    "independent of, independence",
	})},
	document.DataManifest: {"datasets", withNames(datasetFields, map[string]string{"id": "id, dataset id, data id, ref, no, nr, number, #"})},
}

func withNames(table, more map[string]string) map[string]string {
	all := aliasTable(more)
	for name, field := range table {
		if _, known := all[name]; !known {
			all[name] = field
		}
	}
	return all
}

// readEntries makes a document with an entry for each row. Of several columns
// with the same meaning the first that says something counts.
func readEntries(kind string, tree *syntax.Tree, rows []*syntax.Node) *document.Document {
	columns := entryColumns[kind]
	place := tree.Values[0]
	list := place.Derive(syntax.List)
	for _, row := range rows {
		item := row.Derive(syntax.Map)
		for _, f := range row.Fields {
			switch field := columns.fields[headingText(f.Key.Scalar)]; {
			case f.Value.IsBlank():
			case field == "" || !setEntry(item, field, f):
				keepAside(item, f)
			}
		}
		list.Items = append(list.Items, item)
	}
	root := place.Derive(syntax.Map)
	root.Set("kind", nil, place.DeriveString(kind))
	metadata := place.Derive(syntax.Map)
	metadata.Set("id", nil, place.DeriveString(fileSlug(tree.Text.File)))
	metadata.Set("title", nil, place.DeriveString(fileTitle(tree.Text.File)))
	root.Set("metadata", nil, metadata)
	root.Set(columns.list, nil, list)
	return &document.Document{Kind: kind, Format: TableName, File: tree.Text.File, Root: root}
}

// setEntry sets a field of an entry, unless it is set.
func setEntry(item *syntax.Node, field string, f syntax.Field) bool {
	outer, inner, listed := strings.Cut(field, "[].")
	if listed {
		list := item.Get(outer)
		if list == nil {
			list = f.Value.Derive(syntax.List)
			list.Items = []*syntax.Node{f.Value.Derive(syntax.Map)}
			item.Set(outer, f.Key, list)
		}
		item, field = list.Items[0], inner
	}
	p := syntax.Keys(strings.Split(field, ".")...)
	if item.Lookup(p) != nil {
		return false
	}
	setAt(item, p, f.Key, f.Value)
	return true
}

// keepAside keeps a cell under the name of its column.
func keepAside(item *syntax.Node, f syntax.Field) {
	aside := item.Get("additional")
	if aside == nil {
		aside = item.Derive(syntax.Map)
		item.Set("additional", nil, aside)
	}
	aside.Set(f.Key.Scalar, f.Key, f.Value)
}
