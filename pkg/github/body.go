package github

import (
	"fmt"
	"strings"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/trend"
)

const (
	// longestBody keeps below the 65,536 characters that GitHub takes.
	longestBody    = 64_000
	longestMessage = 600
	longestPath    = 300
	noteRoom       = 400 // for what was left out, and the ends of details
)

// Body is a run in the Markdown of a comment or of a check run's summary.
type Body struct {
	Run  *report.Run
	Base *report.Run // nil for none
	// Server, Repository and SHA make links to lines; without a SHA there are
	// none.
	Server, Repository, SHA string
	// Details lists the findings; without, there is only the summary.
	Details bool
}

// Markdown is the text, below GitHub's limit. What has no room is counted.
func (b Body) Markdown() string {
	c := Compare(b.Run, b.Base)
	p := &page{room: longestBody}
	p.add("### aimslint: " + escape(b.Run.Summary()) + "\n\n")
	if b.Base != nil {
		p.add(fmt.Sprintf("Against the base: **%d new, %d fixed**, %d as before.\n\n", len(c.New), len(c.Fixed), len(c.Other)))
	}
	p.add(b.states())
	p.add(groupTable(c))
	foot := b.foot()
	p.room -= len(foot) + noteRoom
	if b.Details {
		left := b.section(p, "New findings", c.New) + b.section(p, titleOfOthers(b.Base), c.Other) + b.section(p, "Fixed", c.Fixed)
		if left > 0 {
			p.add(fmt.Sprintf("%d more have no room here; the reports of the run have them all.\n\n", left))
		}
	}
	return p.text + foot
}

// states shows the assessment, and against the base which requirements rose or
// fell.
func (b Body) states() string {
	if b.Run.Assessment == nil {
		return ""
	}
	if b.Base == nil || b.Base.Assessment == nil {
		return report.StatesTable(b.Run.Assessment, nil) + "\n"
	}
	var text strings.Builder
	text.WriteString(report.StatesTable(b.Run.Assessment, b.Base.Assessment) + "\n")
	compared := trend.Compare(b.Base, b.Run)
	for _, direction := range []trend.Direction{trend.Fell, trend.Rose, trend.Neither} {
		steps := compared.In(direction)
		if len(steps) == 0 {
			continue
		}
		words := make([]string, len(steps))
		for i, s := range steps {
			words[i] = fmt.Sprintf("%s %s (%s, was %s)", s.ID, escape(s.Topic), s.To, s.From)
		}
		fmt.Fprintf(&text, "**%s:** %s\n\n", directionWords[direction], strings.Join(words, "; "))
	}
	return text.String()
}

var directionWords = map[trend.Direction]string{trend.Fell: "Fell", trend.Rose: "Rose", trend.Neither: "Changed"}

func titleOfOthers(base *report.Run) string {
	if base == nil {
		return "Findings"
	}
	return "As before"
}

func (b Body) foot() string {
	words := []string{"aimslint " + b.Run.Version, "as of " + b.Run.AsOf}
	if len(b.Run.Profiles) > 0 {
		words = append(words, "profile "+strings.Join(b.Run.Profiles, ", "))
	}
	return "<sub>" + escape(clip(strings.Join(words, " · "), longestPath)) + ". It reports evidence and certifies nothing.</sub>\n"
}

// page is a text with bounded room.
type page struct {
	text string
	room int
}

func (p *page) add(text string) {
	p.text += text
	p.room -= len(text)
}

// section lists findings as long as there is room, and gives how many had none.
func (b Body) section(p *page, title string, findings []*finding.Finding) int {
	head := fmt.Sprintf("<details><summary>%s (%d)</summary>\n\n", title, len(findings))
	const tail = "\n</details>\n\n"
	if len(findings) == 0 {
		return 0
	}
	if item := b.item(findings[0], title); len(head)+len(item)+len(tail) > p.room {
		return len(findings)
	}
	p.room -= len(tail)
	p.add(head)
	left := 0
	for i, f := range findings {
		item := b.item(f, title)
		if len(item) > p.room {
			left = len(findings) - i
			break
		}
		p.add(item)
	}
	p.text += tail
	return left
}

// item is a finding as an item of a list. A place that is fixed has no line.
func (b Body) item(f *finding.Finding, title string) string {
	at := f.Location.Span.Start.Line
	place := code(clip(f.Location.File, longestPath))
	if title != "Fixed" {
		place = code(fmt.Sprintf("%s:%d", clip(f.Location.File, longestPath), at))
		if fullSHA.MatchString(b.SHA) {
			place = fmt.Sprintf("<a href=\"%s\">%s</a>", link(b.Server, b.Repository, b.SHA, f.Location.File, at), place)
		}
	}
	line := fmt.Sprintf("- **%s** %s %s", f.Severity, place, escape(clip(f.Message, longestMessage)))
	line += "<br>" + code(clip(f.Rule.ID, longestPath))
	if len(f.Rule.Requirements) > 0 {
		line += " · " + escape(clip(strings.Join(f.Rule.Requirements, ", "), longestPath))
	}
	if f.Rule.Remediation != "" && title != "Fixed" {
		line += "<br>" + escape(clip(f.Rule.Remediation, longestMessage))
	}
	return line + "\n"
}

// groupTable counts open findings by clause and group of controls. A finding
// counts in each group that its rule asks for.
func groupTable(c Comparison) string {
	counts := map[string]map[rule.Severity]int{}
	for _, findings := range [][]*finding.Finding{c.New, c.Other} {
		for _, f := range findings {
			for group := range groupsOf(f) {
				if counts[group] == nil {
					counts[group] = map[rule.Severity]int{}
				}
				counts[group][f.Severity]++
			}
		}
	}
	if len(counts) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("| " + catalog.Standard + " | errors | warnings | notes |\n|---|--:|--:|--:|\n")
	for _, g := range catalog.Groups() {
		if n := counts[g.ID]; n != nil {
			fmt.Fprintf(&b, "| %s %s | %d | %d | %d |\n", g.ID, g.Title, n[rule.Error], n[rule.Warning], n[rule.Note])
		}
	}
	if n := counts[""]; n != nil {
		fmt.Fprintf(&b, "| no requirement | %d | %d | %d |\n", n[rule.Error], n[rule.Warning], n[rule.Note])
	}
	b.WriteString("\nA finding counts in every group that it bears on.\n\n")
	return b.String()
}

// groupsOf are the groups of a finding's requirements, or "" if it has none.
func groupsOf(f *finding.Finding) map[string]bool {
	groups := map[string]bool{}
	for _, id := range f.Rule.Requirements {
		if r, ok := catalog.Get(id); ok {
			groups[r.Group] = true
		}
	}
	if len(groups) == 0 {
		groups[""] = true
	}
	return groups
}
