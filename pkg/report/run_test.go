package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/syntax"
)

var (
	intendedUse = &rule.Rule{
		ID: "model-card/intended-use", Title: "The intended use is stated", Severity: rule.Error,
		Description:  "Who may use the model for what, in words a deployer can check against.",
		Requirements: []string{"A.9.4", "A.8.2"}, Evidence: rule.Attested,
		Remediation: "State the users, the decisions the output informs, and the setting.",
	}
	datasetKnown = &rule.Rule{
		ID: "repository/dataset-manifest", Title: "Every dataset that a card names has a manifest", Severity: rule.Error,
		Description:  "A card that names a dataset which nobody describes\nleaves its origin and rights open.",
		Requirements: []string{"A.4.3", "A.7.2", "A.7.5"}, Evidence: rule.Verified,
		Remediation: "Add the dataset to a data manifest, or name the one that it is an extract of.",
	}
	riskOwner = &rule.Rule{
		ID: "risk-register/owner", Title: "Every risk has an owner", Severity: rule.Warning,
		Description:  "Someone answers for each risk and may decide on its treatment.",
		Requirements: []string{"6.1.2", "A.3.2"}, Evidence: rule.Attested,
		Remediation: "Name the person or role that answers for the risk.",
	}
	levelMatrix = &rule.Rule{
		ID: "risk-register/level-matrix", Title: "The level of a risk agrees with the register's matrix", Severity: rule.Error,
		Description:  "A level that the register's own criteria do not give hides how serious a risk is.",
		Requirements: []string{"6.1.2", "8.2"}, Evidence: rule.Verified,
		Remediation: "Correct the level, or the likelihood and consequence that it is taken from.",
	}
	reviewDue = &rule.Rule{
		ID: "document/review-due", Title: "The document is reviewed in time", Severity: rule.Note,
		Description:  "A document that nobody looks at any more is no evidence of how things are done.",
		Requirements: []string{"7.5.2"}, Evidence: rule.Attested, Remediation: "Review the document and set the next date.",
	}
	invalid = &rule.Rule{
		ID: syntax.Invalid, Title: "The file can be read", Severity: rule.Error, Evidence: rule.Attested,
		Description: "What cannot be read cannot be checked.", Remediation: "Mend the syntax at the place shown.",
	}
)

// source is a file of the sample and finds places in it.
type source struct{ *syntax.Text }

func file(name string, lines ...string) source {
	return source{syntax.NewText(name, []byte(strings.Join(lines, "\n")+"\n"))}
}

// at is the place of the first occurrence of some text.
func (s source) at(words string, path ...any) finding.Location {
	start := bytes.Index(s.Bytes, []byte(words))
	if start < 0 {
		panic("the sample has no " + words)
	}
	return finding.InText(s.Text, syntax.Span{Start: s.Position(start), End: s.Position(start + len(words))}, steps(path))
}

func steps(path []any) syntax.Path {
	var p syntax.Path
	for _, step := range path {
		switch step := step.(type) {
		case string:
			p = append(p, syntax.Key(step))
		case int:
			p = append(p, syntax.Index(step))
		}
	}
	return p
}

func saying(at finding.Location, message string) finding.Location {
	at.Message = message
	return at
}

// sample is a run with one of everything: several files, documents in one
// file, related places, tabs, wide and combining characters, a line too long
// for a screen, terminal codes, a file that cannot be read, findings that do
// not count.
func sample() *report.Run {
	card := file("models/sepsis/model-card.yaml",
		"kind: model-card", "metadata:", "  id: sepsis-alert", "  title: Sepsis early warning model", "  version: 2.3.0",
		"  next_review: 2025-09-02", "", "# who may use it", "intended_use: TBD", "datasets:",
		"  - {id: icu-2019, role: training}", "  - {id: icu-2021, role: test}")
	manifest := file("data/Übersicht 1:2/百分比 #1.yaml",
		"kind: data-manifest", "datasets:", "\t- name: 患者データ 😀👩‍⚕️ 2019\t# e\u0301tude", "    owner: none")
	register := file("risks/register.json",
		`{"risks": [`+strings.Repeat(`{"id": "R", "title": "a risk that is well described and has its owner"}, `, 4)+
			`{"id": "R5", "likelihood": 4, "consequence_level": 5, "level": "low"}], `+
			`"criteria": {"matrix": {"4": {"5": "extreme"}}}}`)
	broken := file("notes/\x1b[31mred.md", "---", "title: [More Information Needed](http://example.com/x)", "owner: \x1b[2J\u202Eevil\xff", "---")
	risks := []string{"R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12"}
	csv := file("risks/table.csv", "id,title,owner\n"+strings.Join(risks, ",Risk,\n")+",Risk,")

	run := &report.Run{
		Version: "0.1.0", AsOf: "2026-04-01", ExitCode: 1, FailOn: rule.Error,
		Documents: documents, Exceptions: report.Exceptions{Folder: ".", MaxDays: 180},
		Rules: []*rule.Rule{reviewDue, intendedUse, datasetKnown, levelMatrix, riskOwner},
	}
	waivers := file(".aimslint-waivers.yaml", "- rule: document/review-due")
	baseline := file(".aimslint-baseline.json", `{"findings": [{"fingerprint": "9c1d6e0a"}]}`)
	add := func(r *rule.Rule, message, kind, id string, at finding.Location, related ...finding.Location) *added {
		run.Findings = append(run.Findings, finding.Finding{
			Rule: r, Severity: r.Severity, Message: message, State: finding.Open, Kind: kind, Document: id,
			Location: at, Related: related,
		})
		return &added{&run.Findings[len(run.Findings)-1]}
	}
	add(intendedUse, `The intended use is not stated: found the placeholder "TBD".`, "model-card", "sepsis-alert", card.at("TBD", "intended_use"))
	add(datasetKnown, "The dataset icu-2021 has no manifest.", "model-card", "sepsis-alert", card.at("icu-2021", "datasets", 1, "id"),
		saying(manifest.at("datasets"), "The only [data] manifest lists others."), saying(card.at("icu-2019"), "Another dataset of the card."))
	add(datasetKnown, "The dataset icu-2019 has no manifest.", "model-card", "sepsis-alert", card.at("icu-2019", "datasets", 0, "id"))
	add(reviewDue, "The next review is overdue.", "model-card", "sepsis-alert", card.at("2025-09-02", "metadata", "next_review"))
	add(riskOwner, "The dataset 患者データ 😀👩‍⚕️ 2019 has no owner.", "data-manifest", "", manifest.at("患者データ 😀👩‍⚕️ 2019", "datasets", 0, "name"))
	add(riskOwner, "The étude is no place for an owner.", "data-manifest", "", manifest.at("e\u0301tude"))
	add(levelMatrix, "The level of risk R5 is low; by the register's matrix a likelihood of 4 and a consequence of 5 give extreme, "+
		"and no treatment that would lower it is on record.", "risk-register", "clinic",
		register.at(`"low"`, "risks", 4, "level"), saying(register.at(`"extreme"`, "criteria", "matrix", "4", "5"), "The matrix says so."))
	for i, id := range risks {
		add(riskOwner, "The risk "+id+" has no owner.", "risk-register", "table", csv.at(id, "risks", i, "owner"))
	}
	add(invalid, "The text \x1b[2J\u202Eevil is not valid; see [this](1) for more.", "", "", broken.at("\x1b[2J"))
	add(invalid, "A line may not end here.", "", "", finding.InText(broken.Text, syntax.Span{
		Start: syntax.Position{Line: 2, Column: 54}, End: syntax.Position{Line: 2, Column: 54},
	}, nil))
	add(reviewDue, "The approval is older than the version.", "model-card", "sepsis-alert", card.at("2.3.0", "metadata", "version")).accept(finding.Waived, &finding.Exception{
		Kind: finding.ByWaiver, Reason: "The board approves [it] in \x1b[31mMay.", Approver: "medical-director", Until: "2026-06-01", Ticket: "=QMS-412",
		Location: waivers.at("document/review-due", 0, "rule"),
	})
	add(intendedUse, "The setting is not stated.", "model-card", "sepsis-alert", card.at("intended_use", "intended_use")).accept(finding.Waived, &finding.Exception{
		Kind: finding.ByIgnore, Reason: "It follows from the use.", Until: "2026-05-01", Location: card.at("# who may use it"),
	})
	add(riskOwner, "The model has no owner.", "model-card", "sepsis-alert", card.at("metadata", "metadata")).accept(finding.Baseline, &finding.Exception{
		Kind: finding.ByBaseline, Location: baseline.at("9c1d6e0a", "findings", 0, "fingerprint"),
	})

	identify(run, card, manifest, register, broken, csv)
	return run
}

// added is a finding of the sample.
type added struct{ *finding.Finding }

func (a *added) accept(state finding.State, why *finding.Exception) {
	a.State, a.Exception = state, why
}

var documents = []report.Document{
	{File: "data/Übersicht 1:2/百分比 #1.yaml", Format: "native", Kind: "data-manifest"},
	{File: "models/sepsis/model-card.yaml", Format: "native", Kind: "model-card", ID: "sepsis-alert", Title: "Sepsis early warning model"},
	{File: "models/triage/README.md", Format: "huggingface", Kind: "model-card", ID: "triage", Title: "Triage"},
	{File: "risks/register.json", Format: "native", Kind: "risk-register", ID: "clinic"},
	{File: "risks/table.csv", Format: "risk-table", Kind: "risk-register", ID: "table"},
}

// identify sorts the findings and gives them what identifies them, as a scan
// does.
func identify(run *report.Run, sources ...source) {
	finding.Sort(run.Findings)
	finding.Fingerprints(run.Findings)
	hashes := map[string]func(int) string{}
	for _, s := range sources {
		hashes[s.File] = finding.LineHashes(s.Text)
	}
	for i := range run.Findings {
		at := run.Findings[i].Location
		run.Findings[i].LineHash = hashes[at.File](at.Span.Start.Line)
	}
}

// write gives what a report writes.
func write(tb testing.TB, name string, run *report.Run, options report.Options) string {
	tb.Helper()
	var b bytes.Buffer
	if report.Get(name).Assessed && run.Assessment == nil {
		assessed := *run
		assessed.Assessment = assess.Of(assess.Input{Rules: run.Rules, Findings: run.Findings})
		run = &assessed
	}
	if err := report.Get(name).Write(&b, run, options); err != nil {
		tb.Fatalf("%s: %v", name, err)
	}
	return b.String()
}
