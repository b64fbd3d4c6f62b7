package soa

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// WriteMarkdown writes the statement for people to read and review.
func (s *Statement) WriteMarkdown(out io.Writer) error {
	var text strings.Builder
	fmt.Fprintf(&text, "# %s\n\n", report.Markdown(s.title()))
	fmt.Fprintf(&text, "The controls of ISO/IEC 42001, Annex A, as of %s. %s\n\n", s.AsOf, s.source(report.Markdown))
	for _, line := range s.totals() {
		fmt.Fprintf(&text, "- %s\n", line)
	}
	text.WriteString("\n" + explained + "\n\n")
	text.WriteString("| Control | Topic | Applies | Justification | Status | Evidence named | Risks | Owner | State | Shown by | Called for by |\n")
	text.WriteString("|---|---|---|---|---|---|---|---|---|---|---|\n")
	for i := range s.Rows {
		r := &s.Rows[i]
		cells := []string{
			r.ID, r.Topic, r.applies(), cmp.Or(r.Justification, open), r.status(), r.named(), strings.Join(r.Risks, "\n"), r.owner(),
			string(r.State), strings.Join(r.shownBy(), "\n"), strings.Join(r.treats(), "\n"),
		}
		for k, cell := range cells {
			cells[k] = inCell(cell)
		}
		text.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
	s.additionalMarkdown(&text)
	for i, line := range s.Origin {
		if i == 0 {
			text.WriteString("\n")
		}
		fmt.Fprintf(&text, "%s<br>\n", report.Markdown(line))
	}
	_, err := io.WriteString(out, text.String())
	return err
}

func (s *Statement) additionalMarkdown(text *strings.Builder) {
	rows := s.additional()
	if len(rows) == 0 {
		return
	}
	text.WriteString("\n## Additional controls\n\n| Control | Title | Justification | Status | Evidence named | Owner |\n|---|---|---|---|---|---|\n")
	for _, row := range rows {
		cells := make([]string, 0, 6)
		for _, key := range additionalKeys {
			cells = append(cells, inCell(cellOf(row.Get(key))))
		}
		text.WriteString("| " + strings.Join(cells, " | ") + " |\n")
	}
}

// inCell is a text with lines as a cell of a table.
func inCell(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = report.Markdown(lines[i])
	}
	return strings.Join(lines, "<br>")
}

// explained says what the words of the state mean, in Markdown and in a workbook.
const explained = "Verified: a document agrees with something else in the repository that could have disagreed. Attested: documents say so of themselves. " +
	"Gap: a rule objects to what documents say. No evidence: no document says anything about it. None of these is a degree of compliance."

func (s *Statement) title() string {
	if s.Declared != nil && s.Declared.Title() != "" {
		return s.Declared.Title()
	}
	return "Statement of Applicability"
}

// source says where the decisions come from.
func (s *Statement) source(shown func(string) string) string {
	if s.Declared == nil {
		return "No statement is declared: what applies, why, and how far it is implemented is for people to decide."
	}
	return "What applies, why, and how far it is implemented is what " + shown(s.Declared.File) + " declares."
}

// totals are the counts, each line adding up to all controls.
func (s *Statement) totals() []string {
	applicable, status, states := s.Totals()
	return []string{
		fmt.Sprintf("Applicability of %d controls: %s", len(s.Rows), inWords(applicable)),
		fmt.Sprintf("Declared status of %d controls: %s", len(s.Rows), inWords(status)),
		fmt.Sprintf("What documents show of %d controls: %s", len(s.Rows), inWords(states)),
	}
}

func inWords(totals []Total) string {
	words := make([]string, len(totals))
	for i, t := range totals {
		words[i] = fmt.Sprintf("%d %s", t.Count, t.Name)
	}
	return strings.Join(words, ", ")
}

const undecided = "undecided"

func (r *Row) applies() string { return cmp.Or(string(r.Applicable), undecided) }

// status is that of a control that is not left out.
func (r *Row) status() string {
	if r.Applicable == assess.No {
		return r.Status
	}
	return cmp.Or(r.Status, undecided)
}

func (r *Row) named() string {
	if r.lacksEvidence() {
		return open
	}
	return strings.Join(r.Named, "\n")
}

func (r *Row) owner() string {
	if r.Applicable == assess.No {
		return r.Owner
	}
	return cmp.Or(r.Owner, open)
}

// shownBy are the documents that count, with how much they show.
func (r *Row) shownBy() []string {
	lines := make([]string, 0, len(r.Evidence))
	for _, e := range r.Evidence {
		line := e.Document.File
		if e.Strength == rule.Verified && r.Machine == catalog.Verified {
			line += " (verified)"
		}
		lines = append(lines, line)
	}
	return lines
}

// treats are the risks that call for the control, with what is done about them.
func (r *Row) treats() []string {
	lines := make([]string, 0, len(r.Treatments))
	for _, t := range r.Treatments {
		line := strings.TrimSpace(t.Risk + " " + t.Title)
		if t.Option != "" {
			line += " (" + t.Option + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// additional are the declared controls beyond Annex A.
func (s *Statement) additional() []*syntax.Node {
	if s.Declared == nil {
		return nil
	}
	var found []*syntax.Node
	if list := s.Declared.Root.Get("additional_controls"); list != nil {
		for _, item := range list.Items {
			if document.HasContent(item) {
				found = append(found, item)
			}
		}
	}
	return found
}

// additionalKeys are the fields of such a control.
var additionalKeys = []string{"id", "title", "justification", "status", "evidence", "owner"}
