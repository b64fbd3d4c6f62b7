package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// The parts of JUnit's XML that the report uses, as the xUnit plugin of Jenkins
// validates them (junit-10.xsd in jenkinsci/xunit-plugin). Nothing was timed:
// each time is 0, which some readers demand.
type (
	junitSuites struct {
		XMLName  xml.Name      `xml:"testsuites"`
		Name     string        `xml:"name,attr"`
		Tests    int           `xml:"tests,attr"`
		Failures int           `xml:"failures,attr"`
		Errors   int           `xml:"errors,attr"`
		Time     int           `xml:"time,attr"`
		Suites   []*junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string     `xml:"name,attr"`
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Errors   int        `xml:"errors,attr"`
		Skipped  int        `xml:"skipped,attr"`
		Time     int        `xml:"time,attr"`
		Cases    []*verdict `xml:"testcase"`
	}
	junitCase struct {
		ClassName string        `xml:"classname,attr"`
		Name      string        `xml:"name,attr"`
		Time      int           `xml:"time,attr"`
		Failure   *junitOutcome `xml:"failure"`
		Skipped   *junitOutcome `xml:"skipped"`
	}
	junitOutcome struct {
		Type    string `xml:"type,attr,omitempty"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

const (
	// mostPassing is how many passing cases are listed one by one. A repository
	// with more has one passing case a rule.
	mostPassing = 10_000

	// The names of passing cases that stand for more than one file. They have
	// no counts, so that a case is known again in the next run.
	acrossDocuments = "all documents together"
	otherFiles      = "all other documents"
)

// writeJUnit writes test results: a suite for each requirement, a case for each
// rule and file. A rule stands in the suite of the first requirement that it
// names, so that no case counts twice. Findings of any severity fail a case;
// its type says how severe they are. A case whose only findings are waived or
// in the baseline is skipped. A case passes if the rule judges a document of
// the file and has no objection.
func writeJUnit(w io.Writer, run *Run, _ Options) error {
	all := junitSuites{Name: toolName, Suites: junitSuitesOf(junitCases(run))}
	for _, s := range all.Suites {
		all.Tests += s.Tests
		all.Failures += s.Failures
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// verdict is what a rule has to say about a file.
type verdict struct {
	rule     *rule.Rule
	file     string
	findings []*finding.Finding // those that count
	accepted int                // those that do not
}

// junitCases are the verdicts of all rules that have something to object to or
// something to judge, by rule and file.
func junitCases(run *Run) []*verdict {
	type key struct{ rule, file string }
	found := map[key]*verdict{}
	var verdicts []*verdict
	for i := range run.Findings {
		f := &run.Findings[i]
		k := key{f.Rule.ID, f.Location.File}
		v := found[k]
		if v == nil {
			v = &verdict{rule: f.Rule, file: f.Location.File}
			found[k], verdicts = v, append(verdicts, v)
		}
		if f.Counts() {
			v.findings = append(v.findings, f)
		} else {
			v.accepted++
		}
	}
	judged := kindsByFile(run.Documents)
	var passing []*verdict
	for _, r := range run.Rules {
		objects := slices.ContainsFunc(verdicts, func(v *verdict) bool { return v.rule.ID == r.ID })
		for _, file := range judged.of(r) {
			if found[key{r.ID, file}] == nil && (!objects || file != acrossDocuments) {
				passing = append(passing, &verdict{rule: r, file: file})
			}
		}
	}
	if len(passing) > mostPassing {
		passing = slices.CompactFunc(passing, func(a, b *verdict) bool { return a.rule == b.rule })
		for _, v := range passing {
			v.file = otherFiles
		}
	}
	return append(verdicts, passing...)
}

// fileKinds are the files in their order and the kinds of document in each.
type fileKinds struct {
	files []string
	kinds map[string][]string
}

func kindsByFile(documents []Document) fileKinds {
	k := fileKinds{kinds: map[string][]string{}}
	for _, d := range documents {
		for _, file := range d.AllFiles() {
			if k.kinds[file] == nil {
				k.files = append(k.files, file)
			}
			k.kinds[file] = append(k.kinds[file], d.Kind)
		}
	}
	return k
}

// of are the names of a rule's cases: the files that it judges, or, for a rule
// over the repository, all of them together.
func (k fileKinds) of(r *rule.Rule) []string {
	var files []string
	for _, file := range k.files {
		if slices.ContainsFunc(k.kinds[file], r.Judges) {
			files = append(files, file)
		}
	}
	if r.Category() == "repository" && (len(files) > 0 || len(k.files) > 0 && slices.Contains(r.Kinds, "any")) {
		return []string{acrossDocuments}
	}
	return files
}

// junitSuitesOf sorts cases into the suites of their requirements, in the
// standard's order; what serves no requirement comes last.
func junitSuitesOf(verdicts []*verdict) []*junitSuite {
	byID := map[string][]*verdict{}
	for _, v := range verdicts {
		id := ""
		if len(v.rule.Requirements) > 0 {
			id = v.rule.Requirements[0]
		}
		byID[id] = append(byID[id], v)
	}
	ids := make([]string, 0, len(byID))
	for id := range byID {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int {
		if (a == "") != (b == "") {
			return strings.Compare(b, a)
		}
		return catalog.Compare(a, b)
	})
	suites := make([]*junitSuite, len(ids))
	for i, id := range ids {
		suites[i] = junitSuiteOf(id, byID[id])
	}
	return suites
}

func junitSuiteOf(id string, verdicts []*verdict) *junitSuite {
	suite := &junitSuite{Name: "no requirement"}
	if id != "" {
		requirement, _ := catalog.Get(id)
		suite.Name = strings.TrimSpace(Printable(id) + " " + requirement.Topic)
	}
	slices.SortStableFunc(verdicts, func(a, b *verdict) int {
		return strings.Compare(a.rule.ID+"\x00"+a.file, b.rule.ID+"\x00"+b.file)
	})
	suite.Cases, suite.Tests = verdicts, len(verdicts)
	for _, v := range verdicts {
		switch {
		case len(v.findings) > 0:
			suite.Failures++
		case v.accepted > 0:
			suite.Skipped++
		}
	}
	return suite
}

// MarshalXML makes the texts of a case as it is written: those of all cases repeat
// what the rules say and would be many times as large as the findings.
func (v *verdict) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return e.EncodeElement(v.junit(), start)
}

func (v *verdict) junit() junitCase {
	c := junitCase{ClassName: Printable(v.rule.ID), Name: Printable(v.file)}
	switch {
	case len(v.findings) > 0:
		c.Failure = v.failure()
	case v.accepted > 0:
		c.Skipped = &junitOutcome{Message: count{v.accepted, "finding was", "findings were"}.String() + " accepted earlier: waived or in the baseline"}
	}
	return c
}

// failure holds all findings of a case: readers take only one failure from it.
func (v *verdict) failure() *junitOutcome {
	first := v.findings[0]
	message := literal(first.Message)
	if n := len(v.findings) - 1; n > 0 {
		message += " And " + count{n, "more finding", "more findings"}.String() + "."
	}
	var text strings.Builder
	for _, f := range v.findings {
		fmt.Fprintf(&text, "\n%s: %s: %s", whereabouts(f.Location), f.Severity, literal(f.Message))
		for _, other := range others(f) {
			text.WriteString("\n  " + other)
		}
	}
	text.WriteString("\n\n" + help(v.rule).Text + "\n")
	return &junitOutcome{Type: string(first.Severity), Message: message, Text: text.String()}
}
