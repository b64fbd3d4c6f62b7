package sheet

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Import is what became of a spreadsheet.
type Import struct {
	Kind    string
	Sheet   string // "" for a file of CSV
	Entries int
	Text    string // the native document, in YAML
	Notes   []Note // on what was left out or could not be read
}

// Import turns a sheet into a document. Without a name or a kind it takes the
// sheet, and the kind, for which most columns have a meaning.
func (b *Book) Import(sheet, kind string) (*Import, error) {
	candidates, err := b.named(sheet)
	if err != nil {
		return nil, err
	}
	chosen := choose(candidates, kind)
	if chosen == nil {
		return nil, fmt.Errorf("no column has a name that is known%s; the first row of the table names its columns, as id, title, likelihood, owner", forKind(kind))
	}
	for _, other := range candidates {
		if other != chosen.sheet {
			b.note(other.Name, "The sheet was left out; --sheet imports it.")
		}
	}
	c := &conversion{
		book: b, sheet: chosen.sheet, root: chosen.table.Document.Root, remarks: map[*syntax.Node]string{}, told: map[string]bool{},
	}
	for _, problem := range chosen.table.Problems {
		c.book.note(chosen.sheet.positioned(problem), sentence(problem.Message))
	}
	c.columns(chosen.table.Unknown)
	if err := c.conform(chosen.kind); err != nil {
		return nil, err
	}
	return &Import{
		Kind: chosen.kind, Sheet: chosen.sheet.Name, Entries: len(c.entries()),
		Text: schema.Filled(chosen.kind, c.root, c.remarks), Notes: b.Notes,
	}, nil
}

func forKind(kind string) string {
	if kind == "" {
		return ""
	}
	return " for the kind " + kind
}

// named are the sheets of a name, or all.
func (b *Book) named(name string) ([]*Sheet, error) {
	if len(b.Sheets) == 0 {
		return nil, errors.New("there is no sheet with anything in it")
	}
	if name == "" {
		return b.Sheets, nil
	}
	names := make([]string, 0, len(b.Sheets))
	for _, sheet := range b.Sheets {
		if strings.EqualFold(sheet.Name, name) {
			return []*Sheet{sheet}, nil
		}
		names = append(names, sheet.Name)
	}
	return nil, fmt.Errorf("there is no sheet %q; there are %s", name, strings.Join(names, ", "))
}

type choice struct {
	sheet *Sheet
	kind  string
	table *format.Table
}

// choose takes the table in which most columns have a meaning; of equal ones the
// first.
func choose(sheets []*Sheet, kind string) *choice {
	kinds := format.TableKinds()
	if kind != "" {
		kinds = []string{kind}
	}
	var best *choice
	for _, sheet := range sheets {
		for _, kind := range kinds {
			table := format.ReadTable(kind, sheet.Tree)
			if table != nil && (best == nil || table.Known > best.table.Known) {
				best = &choice{sheet, kind, table}
			}
		}
	}
	return best
}

// positioned is the place of a problem.
func (s *Sheet) positioned(problem syntax.Problem) string {
	offset := problem.Text.Offset(problem.Span.Start)
	return s.place(syntax.NewNode(syntax.Null, problem.Text, offset, offset))
}

// conversion brings what was read into the shape of a native document.
type conversion struct {
	book    *Book
	sheet   *Sheet
	root    *syntax.Node
	remarks map[*syntax.Node]string
	told    map[string]bool // the columns of which was said that they have no place
}

// columns says which columns have no meaning.
func (c *conversion) columns(unknown []string) {
	for _, name := range unknown {
		c.told[name] = true
		c.book.note(c.sheet.Name, fmt.Sprintf("The column %q has no meaning here; what it holds is kept as `%s`.", name, extraKey(name)))
	}
}

// extraKey is the key under which a native document holds what it has no field
// for.
func extraKey(column string) string { return "x-" + hyphened(column) }

// entries are the rows of the register.
func (c *conversion) entries() []*syntax.Node {
	for _, f := range c.root.Fields {
		if f.Value.Kind == syntax.List {
			return f.Value.Items
		}
	}
	return nil
}

// conform mends what the schema of the kind turns down: each value in the one way
// that its field allows. What nothing mends becomes a placeholder, with what the
// cell says behind it.
func (c *conversion) conform(kind string) error {
	for _, entry := range c.entries() {
		c.keepExtras(entry)
		asNumbers(entry)
	}
	c.identify()
	d := &document.Document{Kind: kind, Root: c.root}
	original := map[string]*syntax.Node{}
	for _, mend := range mends {
		violations, err := schema.Validate(d)
		if err != nil {
			return err
		}
		for _, v := range violations {
			at := v.Path.Pointer()
			if original[at] == nil {
				original[at] = c.root.Lookup(v.Path)
			}
			if mended := mend(v.Path, original[at]); mended != nil {
				replace(c.root, v.Path, mended)
			}
		}
	}
	violations, err := schema.Validate(d)
	for _, v := range violations {
		at := cmp.Or(original[v.Path.Pointer()], c.root.Lookup(v.Path))
		if at == nil { // what is absent is for the check to say
			continue
		}
		c.book.note(c.sheet.place(at), sentence(v.Message))
		open := at.DeriveString("TBD")
		c.remarks[open] = "the sheet says " + at.Scalar
		replace(c.root, v.Path, open)
	}
	return err
}

// keepExtras moves what has no field under keys of its own.
func (c *conversion) keepExtras(entry *syntax.Node) {
	extras := entry.Get("additional")
	entry.Fields = slices.DeleteFunc(entry.Fields, func(f syntax.Field) bool { return f.Key.Scalar == "additional" })
	if extras == nil {
		return
	}
	for _, f := range extras.Fields {
		key := extraKey(f.Key.Scalar)
		if !document.HasContent(f.Value) || entry.Get(key) != nil {
			continue
		}
		entry.Set(key, f.Key, f.Value)
		if !c.told[f.Key.Scalar] {
			c.told[f.Key.Scalar] = true
			c.book.note(c.sheet.place(f.Value), fmt.Sprintf("What the column %q holds has no place beside the other columns; it is kept as `%s`.", f.Key.Scalar, key))
		}
	}
}

// identify gives the entries that have none an identifier, made of their name:
// other documents refer to them by it.
func (c *conversion) identify() {
	taken := map[string]bool{}
	for _, entry := range c.entries() {
		if id := entry.Get("id"); id != nil {
			taken[id.Scalar] = true
		}
	}
	made := false
	for i, entry := range c.entries() {
		if id := entry.Get("id"); id != nil && document.HasContent(id) {
			continue
		}
		at, stem := entry, "entry-"+strconv.Itoa(i+1)
		for _, field := range []string{"name", "title"} {
			if named := entry.Get(field); named != nil && named.IsScalar() && document.HasContent(named) {
				at, stem = named, cmp.Or(hyphened(named.Scalar), stem)
				break
			}
		}
		id := stem
		for n := 2; taken[id]; n++ {
			id = stem + "-" + strconv.Itoa(n)
		}
		taken[id], made = true, true
		entry.Set("id", at, at.DeriveString(id))
	}
	if made {
		c.book.note(c.sheet.Name, "Entries without an identifier were given one; other documents refer to them by it.")
	}
}

// hyphened is a text as one word: in lower case, with hyphens.
func hyphened(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
}

// asNumbers makes numbers of the ratings that are written as such: every cell is
// text so far.
func asNumbers(n *syntax.Node) {
	for _, f := range n.Fields {
		switch {
		case f.Value.Kind == syntax.Map:
			asNumbers(f.Value)
		case rating[f.Key.Scalar] && f.Value.Kind == syntax.String && integer.MatchString(f.Value.Scalar):
			f.Value.Kind = syntax.Number
		}
	}
}

var (
	rating  = map[string]bool{"likelihood": true, "consequence_level": true, "level": true}
	integer = regexp.MustCompile(`^(?:0|[1-9]\d{0,5})$`)
)

// replace puts another value at a path that exists.
func replace(root *syntax.Node, path syntax.Path, value *syntax.Node) {
	if len(path) == 0 {
		return
	}
	last := path[len(path)-1]
	parent := root.Lookup(path[:len(path)-1])
	switch {
	case parent == nil:
	case last.IsKey():
		if key := parent.KeyOf(last.Key); key != nil {
			parent.Set(last.Key, key, value)
		}
	case last.Index < len(parent.Items):
		parent.Items[last.Index] = value
	}
}

// mends are the ways of bringing a value into the shape that its field asks for,
// in the order in which they are tried. Each gives nil for a value that it has
// nothing to say about. None of them places a rating on a scale.
var mends = []func(path syntax.Path, value *syntax.Node) *syntax.Node{
	asWord, asDay, asList, asPlainText,
}

// asWord is a value as a word of a vocabulary: in lower case with hyphens, or the
// one word that means the same.
func asWord(path syntax.Path, value *syntax.Node) *syntax.Node {
	if value == nil || value.Kind != syntax.String {
		return nil
	}
	word := hyphened(value.Scalar)
	field := fieldOf(path)
	for _, s := range synonyms {
		if strings.HasSuffix(field, "."+s.field) && s.means.MatchString(word) {
			word = s.word
			break
		}
	}
	if word == "true" || word == "false" {
		truth := value.Derive(syntax.Bool)
		truth.Scalar = word
		return truth
	}
	return value.DeriveString(word)
}

// fieldOf is a path without the places in lists: ".risks.treatment.option".
func fieldOf(path syntax.Path) string {
	var field strings.Builder
	for _, step := range path {
		if step.IsKey() {
			field.WriteString("." + step.Key)
		}
	}
	return field.String()
}

type synonym struct {
	field string
	means *regexp.Regexp
	word  string
}

// synonyms are words that mean one of a vocabulary and nothing else. "Mitigate" is
// not among them: it may change the likelihood or the consequence.
var synonyms = []synonym{
	{"treatment.option", regexp.MustCompile(`^(?:accept|accepted|acceptance|tolerate|retained|retention)$`), "retain"},
	{"treatment.option", regexp.MustCompile(`^(?:transfer|transferred|insure|outsource|shared)$`), "share"},
	{"treatment.option", regexp.MustCompile(`^(?:terminate|avoided|avoidance)$`), "avoid"},
	{"treatment.option", regexp.MustCompile(`^(?:exploit|enhance|take|increase)$`), "take-or-increase"},
	{"risks.status", regexp.MustCompile(`^(?:new|identified|opened|active|raised)$`), "open"},
	{"risks.status", regexp.MustCompile(`^(?:in-treatment|treating|in-progress|ongoing|mitigating|mitigation-in-progress|under-treatment|being-treated)$`), "in-treatment"},
	{"risks.status", regexp.MustCompile(`^(?:monitor|monitoring|watch|watching|under-monitoring)$`), "monitored"},
	{"risks.status", regexp.MustCompile(`^(?:close|retired|resolved)$`), "closed"},
	{"risks.status", regexp.MustCompile(`^(?:accept|risk-accepted)$`), "accepted"},
	{"actions.status", regexp.MustCompile(`^(?:complete|completed|closed|implemented|finished)$`), "done"},
	{"actions.status", regexp.MustCompile(`^(?:ongoing|started|underway|in-work|wip)$`), "in-progress"},
	{"actions.status", regexp.MustCompile(`^(?:open|not-started|to-do|todo|pending|scheduled)$`), "planned"},
	{"actions.status", regexp.MustCompile(`^(?:canceled|dropped)$`), "cancelled"},
	{"assessment.result", regexp.MustCompile(`^(?:pass|passed|ok|accepted)$`), "approved"},
	{"assessment.result", regexp.MustCompile(`^(?:conditional|conditionally-approved|approved-with-conditions|with-conditions)$`), "approved-with-conditions"},
	{"assessment.result", regexp.MustCompile(`^(?:fail|failed|not-approved|declined)$`), "rejected"},
	{"supplies.what", regexp.MustCompile(`^(?:models|ai-model|llm|foundation-model)$`), "model"},
	{"supplies.what", regexp.MustCompile(`^(?:datasets?|data-set)$`), "data"},
	{"supplies.what", regexp.MustCompile(`^(?:tools|software|library)$`), "tool"},
	{"supplies.what", regexp.MustCompile(`^(?:services|saas|consulting)$`), "service"},
	{"supplies.what", regexp.MustCompile(`^(?:compute|hosting|cloud|infrastructure|iaas)$`), "computing"},
	{"datasets.role", regexp.MustCompile(`^(?:train|training-data)$`), "training"},
	{"datasets.role", regexp.MustCompile(`^(?:val|dev)$`), "validation"},
	{"datasets.role", regexp.MustCompile(`^(?:testing|evaluation|eval)$`), "test"},
	{"risks.affected", regexp.MustCompile(`^(?:company|business|organisation)$`), "organization"},
	{"risks.affected", regexp.MustCompile(`^(?:individual|users?|customers?|patients?|employees?|people)$`), "individuals"},
	{"personal_data.present", regexp.MustCompile(`^(?:y|yes)$`), "true"},
	{"personal_data.present", regexp.MustCompile(`^(?:n|no|none)$`), "false"},
}

func asDay(_ syntax.Path, value *syntax.Node) *syntax.Node {
	if value == nil || !value.IsScalar() {
		return nil
	}
	if day := dayOf(value.Scalar); day != "" {
		return value.DeriveString(day)
	}
	return nil
}

// asList is a text as the list that it stands for: its lines, or what semicolons
// divide.
func asList(_ syntax.Path, value *syntax.Node) *syntax.Node {
	if value == nil || value.Kind != syntax.String {
		return nil
	}
	list := value.Derive(syntax.List)
	for _, part := range dividers.Split(value.Scalar, -1) {
		if part = strings.Trim(part, " \t-•*·"); part != "" {
			list.Items = append(list.Items, value.DeriveString(part))
		}
	}
	return list
}

var dividers = regexp.MustCompile(`[;\n\r]+`)

func asPlainText(_ syntax.Path, value *syntax.Node) *syntax.Node {
	if value == nil {
		return nil
	}
	text := value
	for text.Kind == syntax.List && len(text.Items) == 1 {
		text = text.Items[0]
	}
	if !text.IsScalar() {
		return nil
	}
	return text.DeriveString(text.Scalar)
}
