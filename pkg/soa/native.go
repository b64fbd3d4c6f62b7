package soa

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// open is the placeholder of what is still to be decided or written.
const open = "TBD"

// draft is a native document in the making, with remarks on its placeholders.
type draft struct {
	root    *syntax.Node
	remarks map[*syntax.Node]string
}

func newDraft() *draft {
	d := &draft{remarks: map[*syntax.Node]string{}}
	d.root = d.node(syntax.Map)
	d.root.Set("kind", nil, d.text(document.StatementOfApplicability))
	return d
}

// node is a node that stands nowhere yet.
func (d *draft) node(kind syntax.Kind) *syntax.Node {
	return syntax.NewNode(kind, syntax.NewText("", nil), 0, 0)
}

func (d *draft) text(value string) *syntax.Node { return d.node(syntax.String).DeriveString(value) }

func (d *draft) texts(values []string) *syntax.Node {
	list := d.node(syntax.List)
	for _, value := range values {
		list.Items = append(list.Items, d.text(value))
	}
	return list
}

// open leaves a field to be filled in, and says what belongs there.
func (d *draft) open(to *syntax.Node, key, remark string) {
	value := d.text(open)
	d.remarks[value] = remark
	to.Set(key, nil, value)
}

func (d *draft) truth(yes bool) *syntax.Node {
	n := d.node(syntax.Bool)
	n.Scalar = strconv.FormatBool(yes)
	return n
}

// yaml is the document as text. One that says nothing of its own control gets
// what to fill in.
func (d *draft) yaml() string {
	if d.root.Get("metadata") == nil {
		for _, m := range metadata {
			d.set(strings.Split(m.path, "/"), open)
		}
	}
	return schema.Written(document.StatementOfApplicability, d.root, d.remarks)
}

// metadata is what a statement says of its own control, with what belongs there.
var metadata = []struct{ path, says string }{
	{"metadata/id", "a short name by which other documents refer to this one"},
	{"metadata/title", "what the document is called"},
	{"metadata/version", "the version of this document"},
	{"metadata/owner", "the role or person accountable for keeping it true"},
	{"metadata/author", "who wrote it; not the approver"},
	{"metadata/approved/by", "who approved this version"},
	{"metadata/approved/on", "the day of the approval, as 2026-03-02"},
	{"metadata/next_review", "the day by which it is looked at again"},
	{"metadata/classification", "who may see it"},
}

// belongs says what belongs at a path on the sheet of the document.
func belongs(path string) string {
	for _, m := range metadata {
		if m.path == path {
			return m.says
		}
	}
	return "to be filled in"
}

// remarks say what belongs in a field of a row.
var remarks = map[string]string{
	"applicable":    undecided,
	"justification": "why the control applies, or why it is left out",
	"status":        strings.Join(Statuses(), ", ") + "?",
	"evidence":      "what shows it: ids of documents, paths or addresses",
	"owner":         "the role or person accountable for it",
}

// WriteNative writes the statement as a native document: the declared one, with the
// rows and the facts that it lacks. What is to be decided is a placeholder that
// says so.
func (s *Statement) WriteNative(out io.Writer) error {
	d := newDraft()
	if s.Declared != nil {
		for _, f := range s.Declared.Root.Fields {
			d.root.Set(f.Key.Scalar, f.Key, f.Value)
		}
	}
	rows := d.node(syntax.List)
	for i := range s.Rows {
		rows.Items = append(rows.Items, d.row(&s.Rows[i]))
	}
	rows.Items = append(rows.Items, s.Others...)
	d.root.Set("controls", nil, rows)
	_, err := io.WriteString(out, d.yaml())
	return err
}

// row is a row of the document: the declared one, completed.
func (d *draft) row(r *Row) *syntax.Node {
	row := d.node(syntax.Map)
	if r.declared != nil {
		row.Fields = slices.Clone(r.declared.Fields)
	}
	row.Set("id", nil, d.text(r.ID))
	if r.Applicable == assess.Undecided {
		d.open(row, "applicable", remarks["applicable"]+"; "+r.speaksForIt())
	}
	if r.Justification == "" {
		d.open(row, "justification", remarks["justification"])
	}
	if len(r.Risks) > 0 {
		row.Set("risks", nil, d.texts(r.Risks))
	}
	if len(r.Named) > 0 {
		row.Set("evidence", nil, d.texts(r.Named))
	}
	if r.Applicable == assess.No {
		return row
	}
	if r.Status != "" {
		row.Set("status", nil, d.text(r.Status))
	} else {
		d.open(row, "status", remarks["status"]+" the assessment: "+string(r.State))
	}
	if r.Owner == "" {
		d.open(row, "owner", remarks["owner"])
	}
	if r.lacksEvidence() {
		d.open(row, "evidence", "no document says anything about it; such kinds would: "+strings.Join(r.Documents, ", "))
	}
	return row
}

// lacksEvidence reports whether nothing shows a control that should be shown.
func (r *Row) lacksEvidence() bool {
	return len(r.Named) == 0 && r.Applicable != assess.No && r.Status != Planned && r.Status != NotImplemented
}

// speaksForIt says in a few words what there is in favour of a control.
func (r *Row) speaksForIt() string {
	var reasons []string
	if n := len(r.Treatments); n > 0 {
		reasons = append(reasons, count(n, "risk is treated by it", "risks are treated by it"))
	}
	if n := len(r.Evidence); n > 0 {
		reasons = append(reasons, count(n, "document says something of it", "documents say something of it"))
	}
	if len(reasons) == 0 {
		return "no treatment of a risk calls for it, and no document says anything of it"
	}
	return strings.Join(reasons, ", ")
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// known reports whether an id is that of a control of Annex A.
func known(id string) bool {
	r, ok := catalog.Get(id)
	return ok && r.IsControl()
}

// controlIDs are those of Annex A, in the order of the standard.
func controlIDs() []string {
	var ids []string
	for _, r := range catalog.All() {
		if r.IsControl() {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
