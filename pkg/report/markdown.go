package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

const (
	// mostSummary is how many bytes the summary has at most. GitHub shows no
	// summary of a step above 1 MiB, and other commands may add to it:
	// https://docs.github.com/en/actions/reference/limits
	mostSummary = 1_000_000
	// mostRows and mostDetails are how many findings the table holds, and the
	// details of one rule in one file; more would not be read.
	mostRows    = 50
	mostDetails = 100
	mostRelated = 10 // places of one finding
	// longestText is how many characters of a text from a document are shown.
	longestText = 1000
	// closing is room for what stands below the details.
	closing = 4000
)

// Markdown is a text from outside as GitHub's and GitLab's Markdown shows it:
// as it stands, without markup, links, mentions or references. The zero-width
// spaces keep apart what these services look for after they have rendered.
func Markdown(text string) string { return inProse.Replace(Printable(text)) }

var (
	markup  = []string{"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "|", "&#124;", "`", "&#96;", "*", "&#42;", "_", "&#95;", "~", "&#126;", "[", "&#91;", "]", "&#93;", `\`, "&#92;", "$", "&#36;", ":", "&#58;", "www.", "www&#46;"}
	inProse = strings.NewReplacer(append([]string{"@", "&#64;&#8203;", "#", "&#35;&#8203;"}, markup...)...)
	inCode  = strings.NewReplacer(append([]string{"@", "&#64;<!-- -->", "#", "&#35;"}, markup...)...)
)

// code is a path or a name as it stands; a copy of it holds nothing else.
func code(text string) string {
	return "<code>" + inCode.Replace(clip(Printable(text), longestText)) + "</code>"
}

func prose(text string) string { return Markdown(clip(text, longestText)) }

// proseAtStart is [prose] at the start of a line, where some characters would make a
// heading of the line above, or a list.
func proseAtStart(text string) string {
	text = prose(text)
	if text != "" && strings.ContainsRune("=-+0123456789", rune(text[0])) {
		return fmt.Sprintf("&#%d;%s", text[0], text[1:])
	}
	return text
}

// writeSummary writes Markdown for the summary of a job: the outcome, the
// findings by group of requirements, the most severe findings in a table, and
// all of them by file, as far as there is room.
func writeSummary(w io.Writer, run *Run, _ Options) error {
	findings := run.Counting()
	m := &markdown{}
	m.outcome(run)
	if run.Assessment != nil {
		m.linef("\n### Requirements\n\n%s", StatesTable(run.Assessment, nil))
	}
	if len(findings) > 0 {
		m.groups(findings)
		m.table(findings)
		m.details(run)
	}
	m.reproduce(run)
	_, err := io.WriteString(w, m.text.String())
	return err
}

type markdown struct{ text strings.Builder }

func (m *markdown) linef(format string, arguments ...any) {
	fmt.Fprintf(&m.text, format+"\n", arguments...)
}

// fits reports whether a text still has room.
func (m *markdown) fits(text string) bool { return m.text.Len()+len(text)+closing <= mostSummary }

func (m *markdown) outcome(run *Run) {
	s := summarize(run)
	m.linef("## %s\n\n**%s**\n", toolName, s.String())
	facts := []string{toolName + " " + Markdown(or(run.Version, "(no version)"))}
	if run.AsOf != "" {
		facts = append(facts, "as of "+Markdown(run.AsOf))
	}
	if len(run.Profiles) > 0 {
		facts = append(facts, "profile "+code(strings.Join(run.Profiles, ",")))
	}
	m.linef("%s. No finding is no proof: what a rule cannot judge is for people to review.", strings.Join(facts, ", "))
}

// groups counts the findings for each clause and group of controls.
func (m *markdown) groups(findings []*finding.Finding) {
	m.linef("\n### By requirement\n\n| clause or group of controls | errors | warnings | notes |\n|---|--:|--:|--:|")
	for _, g := range catalog.Groups() {
		m.group(g.ID+" "+g.Title, findings, func(f *finding.Finding) bool {
			return slices.ContainsFunc(f.Rule.Requirements, func(id string) bool { return strings.HasPrefix(id+".", g.ID+".") })
		})
	}
	m.group("none: whether a document can be read", findings, func(f *finding.Finding) bool {
		return !slices.ContainsFunc(f.Rule.Requirements, catalog.Valid)
	})
	m.linef("\nA finding counts for every group that it bears on.")
}

func (m *markdown) group(title string, findings []*finding.Finding, concerns func(*finding.Finding) bool) {
	counts := map[rule.Severity]int{}
	for _, f := range findings {
		if concerns(f) {
			counts[f.Severity]++
		}
	}
	if len(counts) > 0 {
		m.linef("| %s | %d | %d | %d |", Markdown(title), counts[rule.Error], counts[rule.Warning], counts[rule.Note])
	}
}

func (m *markdown) table(findings []*finding.Finding) {
	m.linef("\n### Findings\n\n| severity | finding | place | rule | requirements |\n|---|---|---|---|---|")
	for i, f := range findings {
		row := fmt.Sprintf("| %s | %s | %s | %s | %s |", f.Severity, prose(f.Message), code(whereabouts(f.Location)), code(f.Rule.ID),
			Markdown(strings.Join(f.Rule.Requirements, ", ")))
		if i == mostRows || !m.fits(row) {
			m.linef("\nThese are the first %d of %d findings, the most severe first.", i, len(findings))
			return
		}
		m.linef("%s", row)
	}
}

// details are all findings with their related places and what to do, by file
// and rule, the files with the most severe findings first.
func (m *markdown) details(run *Run) {
	files := byFile(run.Findings)
	slices.SortStableFunc(files, func(a, b []*block) int { return cmp.Compare(worst(b), worst(a)) })
	m.linef("\n### Details\n")
	for i, blocks := range files {
		section := detailsOf(blocks)
		if !m.fits(section) {
			left := 0
			for _, b := range slices.Concat(files[i:]...) {
				left += len(b.findings)
			}
			m.linef("There is no room for the details of %s in %s.",
				count{left, "finding", "findings"}, count{len(files) - i, "more file", "more files"})
			return
		}
		m.linef("%s", section)
	}
}

// worst is the rank of the most severe findings of a file.
func worst(blocks []*block) int {
	rank := 0
	for _, b := range blocks {
		rank = max(rank, b.severity.Rank())
	}
	return rank
}

func detailsOf(blocks []*block) string {
	var text strings.Builder
	counts := make([]count, 0, len(rule.Severities()))
	for _, severity := range rule.Severities() {
		n := 0
		for _, b := range blocks {
			if b.severity == severity {
				n += len(b.findings)
			}
		}
		counts = append(counts, count{n, string(severity), string(severity) + "s"})
	}
	fmt.Fprintf(&text, "<details>\n<summary>%s: %s</summary>\n\n", code(blocks[0].findings[0].Location.File), list(counts...))
	for _, b := range blocks {
		text.WriteString(detail(b))
	}
	text.WriteString("\n</details>\n")
	return text.String()
}

// detail is what one rule has to say about one file.
func detail(b *block) string {
	title := []string{fmt.Sprintf("- **%s** %s", b.severity, code(b.rule.ID))}
	if len(b.rule.Requirements) > 0 {
		title = append(title, Markdown(strings.Join(b.rule.Requirements, ", ")))
	}
	if b.rule.Evidence != "" {
		title = append(title, Markdown(string(b.rule.Evidence)))
	}
	text := strings.Join(title, " · ") + "\n"
	if b.rule.Remediation != "" {
		text = strings.TrimSuffix(text, "\n") + "<br>\n  " + proseAtStart(strings.Join(strings.Fields(b.rule.Remediation), " ")) + "\n"
	}
	for i, f := range b.findings {
		if i == mostDetails {
			return text + fmt.Sprintf("  - and %s\n", count{len(b.findings) - i, "more finding", "more findings"})
		}
		text += fmt.Sprintf("  - line %d: %s", physical(f.Location).Region.StartLine, prose(f.Message)) + changeMarks[f.Change] + related(f) + "\n"
	}
	return text
}

func related(f *finding.Finding) string {
	text := ""
	for i, at := range f.Related {
		if i == mostRelated {
			return text + "<br>\n    And " + count{len(f.Related) - i, "more related place", "more related places"}.String() + "."
		}
		text += "<br>\n    See " + code(whereabouts(at))
		if at.Message != "" {
			text += ": " + prose(at.Message)
		}
	}
	return text
}

// reproduce says how to get the same findings in a terminal.
func (m *markdown) reproduce(run *Run) {
	command := toolName + " check"
	if run.AsOf != "" {
		command += " --as-of " + run.AsOf
	}
	if len(run.Profiles) > 0 {
		command += " --profile " + strings.Join(run.Profiles, ",")
	}
	m.linef("\nIn a terminal, %s shows all of it; give it the same arguments.", code(command))
}
