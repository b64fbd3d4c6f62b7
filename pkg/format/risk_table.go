package format

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// riskTable is a register as it was found, under names of its own: rows of a
// list or of a table. It makes the canonical document of them.
type riskTable struct {
	Format string
	File   string
	Index  int // of the document in its file
	// Place is what the document as a whole points at.
	Place *syntax.Node
	// Head is a Map of what is said about the register as a whole, or nil.
	Head *syntax.Node
	// Title is the register's title if it stands outside Head, or nil.
	Title *syntax.Node
	// Announced says that the text calls itself a register.
	Announced bool
	// Rows are the risks, Maps under any keys.
	Rows []*syntax.Node

	problems []syntax.Problem
	names    map[string]string // riskField of the names met so far; "" for an unknown one
}

// field is [riskField], remembered: a table repeats its names in every row.
func (t *riskTable) field(name string) (string, bool) {
	field, met := t.names[name]
	if !met {
		if t.names == nil {
			t.names = map[string]string{}
		}
		field, _ = riskField(name)
		t.names[name] = field
	}
	return field, field != ""
}

// cell is one value of a row under its meaning.
type cell struct {
	field string // as riskField gives it; "" if the name is unknown
	key   *syntax.Node
	value *syntax.Node
}

// cells takes a row apart. A group such as `inherent: {likelihood, impact}` is
// opened.
func (t *riskTable) cells(row *syntax.Node) []cell {
	list := make([]cell, 0, len(row.Fields))
	for _, f := range row.Fields {
		field, known := t.field(f.Key.Scalar)
		if f.Value.Kind == syntax.Map && (!known || opensGroup(field)) {
			if inner := t.groupCells(f, known); len(inner) > 0 {
				list = append(list, inner...)
				continue
			}
		}
		list = append(list, cell{field, f.Key, f.Value})
	}
	return list
}

// opensGroup reports whether a Map under this field holds several fields.
func opensGroup(field string) bool {
	return slices.Contains(ratedFields, field) ||
		slices.Contains([]string{riskTreatment, riskActions, riskAcceptedBy, riskReview, riskNextReview, riskName}, field)
}

// groupCells are the known fields in a group. They are looked up with the
// group's name before them ("residual likelihood"), then alone.
func (t *riskTable) groupCells(group syntax.Field, known bool) []cell {
	var list []cell
	of, _ := t.field(group.Key.Scalar)
	residual := strings.HasPrefix(of, "residual.")
	for _, f := range group.Value.Fields {
		field, ok := t.field(group.Key.Scalar + " " + f.Key.Scalar)
		if !ok && !residual {
			field, ok = t.field(f.Key.Scalar)
			ok = ok && (known || slices.Contains(ratedFields, field))
		}
		if ok {
			list = append(list, cell{field, f.Key, f.Value})
		}
	}
	return list
}

// rejection says why the rows are no register: at least three known fields are
// asked for, one of them a rating, and one that deals with the risk. Where the
// file or its text calls itself a register, a field that deals with the risks
// may stand in for a rating.
func (t *riskTable) rejection() string {
	fields := t.fields()
	has := func(wanted []string) bool {
		return slices.ContainsFunc(wanted, func(field string) bool { return fields[field] })
	}
	treated := has([]string{riskTreatment, riskActions}) && (t.Announced || has([]string{riskOwner, riskStatus}))
	isRegister := treated && (t.Announced || callsItselfRegister(t.File)) && has([]string{riskTitle, riskName, riskEvent})
	switch {
	case len(t.Rows) == 0:
		return "it holds no risk"
	case len(fields) < 3:
		return "its items have fewer than three fields of a risk"
	case !has(ratedFields) && !isRegister:
		return "its items are rated nowhere (likelihood, impact, severity or level): a catalogue of risks, not a register"
	case !has(managedFields):
		return "its items have no likelihood, owner, status or treatment: a catalogue of risks, not a register"
	}
	return ""
}

// fields are the meanings that occur in any row.
func (t *riskTable) fields() map[string]bool {
	fields := map[string]bool{}
	for _, row := range t.Rows {
		for _, c := range t.cells(row) {
			if c.field != "" {
				fields[c.field] = true
			}
		}
	}
	return fields
}

// document makes the canonical document.
func (t *riskTable) document() (*document.Document, []syntax.Problem) {
	meaning := t.meanings()
	risks := t.Place.Derive(syntax.List)
	for _, row := range t.Rows {
		risks.Items = append(risks.Items, t.risk(row, meaning))
	}
	root := t.Place.Derive(syntax.Map)
	root.Set("kind", nil, t.Place.DeriveString(document.RiskRegister))
	t.setHead(root)
	root.Set("risks", t.Rows[0], risks)
	return &document.Document{
		Kind: document.RiskRegister, Format: t.Format, File: t.File, Index: t.Index, Root: root,
		Inexpressible: inexpressible(root),
	}, t.problems
}

// meanings settles what the ambiguous fields mean in this register.
func (t *riskTable) meanings() map[string]string {
	fields := t.fields()
	meaning := map[string]string{
		riskNumber: riskID, riskName: riskTitle, riskSeverity: riskImpact, riskReview: riskNextReview, riskIdentified: "",
	}
	if fields[riskID] {
		meaning[riskNumber] = ""
	}
	if fields[riskTitle] {
		meaning[riskName] = riskEvent
	}
	if (fields[riskTitle] || fields[riskEvent]) && !fields[riskLevel] && !t.prose(riskName) {
		meaning[riskName] = riskLevel
	}
	switch {
	case t.prose(riskImpact):
		meaning[riskImpact] = riskConsequence
	case fields[riskImpact]:
		meaning[riskSeverity] = riskLevel
	}
	return meaning
}

// prose reports whether most of what a field says is sentences, not ratings.
func (t *riskTable) prose(field string) bool {
	sentences, ratings := 0, 0
	for _, row := range t.Rows {
		for _, c := range t.cells(row) {
			switch {
			case c.field != field || c.value.IsBlank():
			case startsWithRating(c.value):
				ratings++
			case c.value.Kind == syntax.String && len(strings.Fields(c.value.Scalar)) > 3:
				sentences++
			default:
				ratings++
			}
		}
	}
	return sentences > ratings
}

// rated divides a value such as "High. Alerts come too late" into the rating
// and what is said about it; for any other value there is no rest.
func rated(c cell) (rating, rest *syntax.Node) {
	if !slices.Contains(ratedFields, c.field) || !startsWithRating(c.value) {
		return c.value, nil
	}
	match := leadingRating().FindStringSubmatch(c.value.Scalar)
	return c.value.DeriveString(match[1]), c.value.DeriveString(match[2])
}

func startsWithRating(value *syntax.Node) bool {
	return value.Kind == syntax.String && len(strings.Fields(value.Scalar)) > 3 && leadingRating().MatchString(value.Scalar)
}

// leadingRating is the name of a level before a sentence.
var leadingRating = lazily(`(?is)^((?:[^\pL\d]{0,8})(?:very |extremely |almost )?(?:critical|high|medium|moderate|low|severe|major|minor|negligible|significant|extreme|catastrophic|insignificant|likely|unlikely|possible|rare|certain|probable)(?:[-/ ](?:to[- ])?(?:high|medium|low))?)\s*(?:[.:;,]\s|[–—-]+\s|\()\s*(.+)$`)

// risk makes the canonical risk of a row.
func (t *riskTable) risk(row *syntax.Node, meaning map[string]string) *syntax.Node {
	b := &riskBuilder{table: t, risk: row.Derive(syntax.Map), said: map[string]cell{}, kept: map[string]bool{}}
	identified := ""
	for _, c := range t.cells(row) {
		if c.field == riskIdentified {
			identified = c.value.Scalar
		}
	}
	for _, c := range t.cells(row) {
		if c.field == riskReview && c.value.Scalar <= identified {
			c.field = riskReviewed // nobody plans a review before the risk is known
		}
		if rating, rest := rated(c); rest != nil && (meaning[c.field] == "" || c.field == riskImpact || c.field == riskSeverity) {
			if c.field == riskImpact || c.field == riskSeverity {
				b.put(cell{riskConsequence, c.key, rest})
			} else {
				b.keep(cell{"", c.key, rest})
			}
			c.value = rating
		}
		if settled, ok := meaning[c.field]; ok {
			c.field = settled
		}
		b.put(c)
	}
	b.finish()
	return b.risk
}

// riskBuilder gathers one risk.
type riskBuilder struct {
	table *riskTable
	risk  *syntax.Node
	said  map[string]cell // what each scalar field was made of
	// additional is what has no canonical field, and kept the names in it.
	additional *syntax.Node
	kept       map[string]bool
	// ofActions are values that belong to the actions of the treatment.
	ofActions []cell
}

func (b *riskBuilder) put(c cell) {
	switch c.field {
	case "":
		b.keep(c)
	case riskControls, riskTaxonomy, riskRequired:
		b.appendTexts(c)
	case riskActions:
		b.appendActions(c)
	case riskTreatment:
		b.putTreatment(c)
	case riskActionDue, riskActionOwner, riskActionStatus, riskEvidence:
		b.ofActions = append(b.ofActions, c)
	default:
		b.putText(c)
	}
}

// keep holds on to what has no canonical field, under its own name in
// `additional`.
func (b *riskBuilder) keep(c cell) {
	if b.kept[c.key.Scalar] {
		return
	}
	b.kept[c.key.Scalar] = true
	if b.additional == nil {
		b.additional = b.risk.Derive(syntax.Map)
		b.risk.Set("additional", nil, b.additional)
	}
	b.additional.Fields = append(b.additional.Fields, syntax.Field{Key: c.key, Value: c.value})
}

// putText sets a scalar. The first of several has the field, unless it is
// blank, or is a number where a later one names the level.
func (b *riskBuilder) putText(c cell) {
	value := b.table.text(c)
	if value == nil {
		b.keep(c)
		return
	}
	earlier, taken := b.said[c.field]
	if taken && !betterSaid(c.field, earlier.value, value) {
		b.keep(c)
		return
	}
	if taken && !earlier.value.IsBlank() {
		b.keep(earlier)
	}
	b.said[c.field] = c
	setAt(b.risk, syntax.Keys(strings.Split(c.field, ".")...), c.key, value)
}

func betterSaid(field string, earlier, later *syntax.Node) bool {
	names := strings.HasSuffix(field, riskLevel) && isNumeric(earlier) && !isNumeric(later)
	return !later.IsBlank() && (earlier.IsBlank() || names)
}

func isNumeric(n *syntax.Node) bool {
	return n.Kind == syntax.Number || strings.Trim(n.Scalar, "0123456789.,/ %") == ""
}

// setAt sets the value at a path of keys, making the Maps on the way.
func setAt(root *syntax.Node, p syntax.Path, key, value *syntax.Node) {
	for _, step := range p[:len(p)-1] {
		inner := root.Get(step.Key)
		if inner == nil {
			inner = root.Derive(syntax.Map)
			root.Set(step.Key, root, inner)
		}
		root = inner
	}
	root.Set(p[len(p)-1].Key, key, value)
}

// listAt is the List at a path of keys, made if it is not there.
func (b *riskBuilder) listAt(field string, key *syntax.Node) *syntax.Node {
	p := syntax.Keys(strings.Split(field, ".")...)
	list := b.risk.Lookup(p)
	if list == nil {
		list = key.Derive(syntax.List)
		setAt(b.risk, p, key, list)
	}
	return list
}

func (b *riskBuilder) appendTexts(c cell) {
	list := b.listAt(c.field, c.key)
	for _, item := range items(c.value) {
		if text := b.table.text(cell{c.field, c.key, item}); text != nil {
			list.Items = append(list.Items, text)
		}
	}
}

// items are the items of a List, or the value itself.
func items(value *syntax.Node) []*syntax.Node {
	if value.Kind == syntax.List {
		return value.Items
	}
	return []*syntax.Node{value}
}

// putTreatment tells an option ("mitigate") from a sentence about what is done.
func (b *riskBuilder) putTreatment(c cell) {
	if c.value.IsScalar() && len(nameWords(c.value.Scalar)) <= 3 {
		c.field = riskOption
		b.putText(c)
		return
	}
	b.appendActions(c)
}

func (b *riskBuilder) appendActions(c cell) {
	list := b.listAt(riskActions, c.key)
	for _, item := range items(c.value) {
		action := item.Derive(syntax.Map)
		if item.Kind != syntax.Map {
			if text := b.table.text(cell{c.field, c.key, item}); text != nil {
				action.Set("what", c.key, text)
			}
		}
		for _, f := range item.Fields {
			if field := actionFields[strings.Join(nameWords(f.Key.Scalar), " ")]; field != "" && action.Get(field) == nil {
				action.Set(field, f.Key, f.Value)
			}
		}
		if len(item.Fields) == 1 && len(action.Fields) == 0 && item.Fields[0].Value.IsScalar() {
			only := item.Fields[0] // YAML takes "- Step one: do this" for a Map
			action.Set("what", only.Key, only.Key.DeriveString(only.Key.Scalar+": "+only.Value.Scalar))
		}
		list.Items = append(list.Items, action)
	}
}

// actionFields are the names of an action's fields.
var actionFields = aliasTable(map[string]string{
	"what":     "what, action, title, description, name, measure, task, mitigation, control, step, text, summary, plan, strategy, statement",
	"owner":    "owner, assignee, responsible, assigned to, who, action owner, role",
	"due":      "due, due date, deadline, target date, by, when, timeline, target",
	"status":   "status, state, progress",
	"evidence": "evidence, proof, link, links, reference, ref",
})

// finish hands the due date, owner, status and evidence that stand beside the
// treatment to its actions. Without an action they are kept aside, and the risk is
// due on the day.
func (b *riskBuilder) finish() {
	actions := b.risk.Lookup(syntax.Keys("treatment", "actions"))
	for _, c := range b.ofActions {
		if actions == nil || len(actions.Items) == 0 {
			if c.field == riskActionDue && c.value.IsScalar() && day().MatchString(c.value.Scalar) {
				setOnce(b.risk, riskNextReview, c.key, asText(c.value))
			}
			b.keep(c)
			continue
		}
		field := strings.TrimPrefix(c.field, riskActions+".")
		for _, action := range actions.Items {
			if action.Get(field) == nil {
				action.Set(field, c.key, c.value)
			}
		}
	}
}

// text is a value as a scalar: itself, the joined texts of a List, or what a
// Map gives as its name. Without any it is nil and a problem is noted.
func (t *riskTable) text(c cell) *syntax.Node {
	if text := textOf(c.value); text != nil {
		return text
	}
	start := c.value.Span()
	t.problems = append(t.problems, syntax.Problem{
		Rule:    Unreadable,
		Message: "`" + c.key.Scalar + "` is " + c.value.Kind.String() + "; expected is text",
		Text:    c.value.Text(),
		Span:    start,
	})
	return nil
}

func textOf(value *syntax.Node) *syntax.Node {
	switch value.Kind {
	case syntax.List:
		var parts []string
		for _, item := range value.Items {
			if text := textOf(item); text != nil {
				parts = append(parts, text.Scalar)
			}
		}
		if len(value.Items) == 1 && len(parts) == 1 {
			return textOf(value.Items[0])
		}
		return value.DeriveString(strings.Join(parts, ", "))
	case syntax.Map:
		for _, key := range []string{"name", "title", "label", "accountable", "responsible", "role", "team", "ref", "id", "value", "text", "what", "description", "email"} {
			if inner := value.Get(key); inner != nil && !inner.IsBlank() {
				return textOf(inner)
			}
		}
		return nil
	}
	return value
}

// setHead sets the metadata and what else is said about the register as a
// whole.
func (t *riskTable) setHead(root *syntax.Node) {
	head := t.Place.Derive(syntax.Map)
	if t.Head != nil {
		readHead(root, head, t.Head)
	}
	if title := cmp.Or(head.Get("title"), t.Title); title == nil || title.IsBlank() {
		base := strings.TrimSuffix(path.Base(t.File), path.Ext(t.File))
		head.Set("title", nil, t.Place.DeriveString(strings.Join(nameWords(base), " ")))
		setDefault(head, "id", t.Place.DeriveString(fileSlug(t.File)))
	} else {
		head.Set("title", title, title)
		setDefault(head, "id", title.DeriveString(cmp.Or(slug(title.Scalar), fileSlug(t.File))))
	}
	root.Set("metadata", nil, head)
}

func setDefault(m *syntax.Node, key string, value *syntax.Node) {
	if m.Get(key) == nil {
		m.Set(key, nil, value)
	}
}

// headFields are the names of what is said about a register as a whole, by the
// path of the canonical field.
var headFields = aliasTable(map[string]string{
	"metadata.id":             "id, register id, registry id, document id",
	"metadata.title":          "title, name, register name, register title, document title",
	"metadata.version":        "version, register version, document version",
	"metadata.owner":          "owner, register owner, document owner, maintainer, maintained by, accountable organisation, accountable organization",
	"metadata.author":         "author, authors, created by, prepared by",
	"metadata.approved.by":    "approved by, approver",
	"metadata.approved.on":    "approved on, approval date, date approved",
	"metadata.next_review":    "next review, next review date, review due, review date",
	"metadata.classification": "classification, confidentiality",
	"assessed_on":             "assessed on, as of, assessment date, last reviewed, last review, last updated, date, updated",
	"method":                  "method, methodology, risk methodology, assessment method",
})

// readHead reads the top of the file, and the Maps in it that hold such fields.
func readHead(root, metadata, head *syntax.Node) {
	for _, f := range head.Fields {
		if f.Value.Kind == syntax.Map && headGroups[strings.Join(nameWords(f.Key.Scalar), " ")] {
			readHead(root, metadata, f.Value)
			continue
		}
		field, ok := headFields[strings.Join(nameWords(f.Key.Scalar), " ")]
		value := textOf(f.Value)
		if !ok || value == nil {
			continue
		}
		target := root
		if inner, cut := strings.CutPrefix(field, "metadata."); cut {
			target, field = metadata, inner
		}
		if p := syntax.Keys(strings.Split(field, ".")...); target.Lookup(p) == nil {
			setAt(target, p, f.Key, value)
		}
	}
}

var headGroups = map[string]bool{
	"metadata": true, "meta": true, "document": true, "document control": true, "register": true, "risk register": true,
	"header": true, "info": true, "about": true,
}

// conventional are the fields that registers in a form of their own seldom
// have. Where no row has one, the register cannot be said to express it. What
// every register is for stays expressible: title or event, likelihood, impact,
// owner, treatment, status and review.
var conventional = []document.Pattern{
	"metadata.approved", "metadata.author", "metadata.classification", "metadata.language", "metadata.next_review",
	"metadata.owner", "metadata.retention", "metadata.supersedes", "metadata.version",
	"assessed_on", "criteria", "method",
	"risks.*.acceptance", "risks.*.affected", "risks.*.cause", "risks.*.consequence", "risks.*.event",
	"risks.*.existing_controls", "risks.*.impact_assessment", "risks.*.level", "risks.*.objective",
	"risks.*.residual", "risks.*.residual.consequence_level", "risks.*.residual.level", "risks.*.residual.likelihood",
	"risks.*.reviewed_on", "risks.*.source", "risks.*.system", "risks.*.taxonomy",
	"risks.*.treatment.actions.*.due", "risks.*.treatment.actions.*.evidence", "risks.*.treatment.actions.*.owner",
	"risks.*.treatment.actions.*.status", "risks.*.treatment.controls", "risks.*.treatment.rationale",
}

// inexpressible are the conventional fields that occur nowhere in a register.
func inexpressible(root *syntax.Node) []document.Pattern {
	patterns := slices.Clone(conventional)
	if occurs(root, "metadata.next_review") {
		patterns = append(patterns, "risks.*.next_review") // the register is reviewed as a whole
	}
	if occurs(root, "risks.*.event") {
		patterns = append(patterns, "risks.*.title")
	}
	if occurs(root, "risks.*.treatment.actions") {
		patterns = append(patterns, "risks.*.treatment.option")
	}
	if occurs(root, "risks.*.treatment.option") {
		patterns = append(patterns, "risks.*.treatment.actions")
	}
	return slices.DeleteFunc(patterns, func(pattern document.Pattern) bool { return occurs(root, pattern) })
}

// occurs reports whether the field that a pattern names is anywhere in a tree,
// even if blank.
func occurs(n *syntax.Node, pattern document.Pattern) bool {
	key, rest, more := strings.Cut(string(pattern), ".")
	children := n.Items
	if key != "*" {
		children = []*syntax.Node{n.Get(key)}
	}
	return slices.ContainsFunc(children, func(child *syntax.Node) bool {
		return child != nil && (!more || occurs(child, document.Pattern(rest)))
	})
}
