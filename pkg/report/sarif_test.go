package report_test

import (
	"encoding/json"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
)

// What of a SARIF file the tests look at.
type (
	sarifLog struct {
		Schema  string `json:"$schema"`
		Version string
		Runs    []sarifRun
	}
	sarifRun struct {
		Tool struct {
			Driver struct {
				Name                string
				SemanticVersion     string
				Rules               []sarifRule
				SupportedTaxonomies []struct {
					Name  string
					GUID  string
					Index *int
				}
			}
		}
		Taxonomies []struct {
			Name            string
			GUID            string
			IsComprehensive *bool
			Taxa            []struct{ ID, GUID string }
		}
		AutomationDetails struct{ ID string }
		Invocations       []struct {
			ExecutionSuccessful bool
			ExitCode            int
		}
		ColumnKind string
		Results    []sarifResult
	}
	sarifRule struct {
		ID, Name, HelpURI string
		ShortDescription  struct{ Text string }
		FullDescription   struct{ Text string }
		Help              struct{ Text, Markdown string }
		Configuration     struct{ Level string } `json:"defaultConfiguration"`
		Relationships     []struct {
			Target sarifReference
			Kinds  []string
		}
		Properties struct {
			Tags      []string
			Precision string
			Severity  string `json:"problem.severity"`
		}
	}
	sarifReference struct {
		ID            string
		Index         *int
		ToolComponent struct{ Index *int }
	}
	sarifResult struct {
		RuleID              string
		RuleIndex           *int
		Level               string
		Message             struct{ Text string }
		Locations           []sarifLocation
		RelatedLocations    []sarifLocation
		PartialFingerprints map[string]string
		Taxa                []sarifReference
	}
	sarifLocation struct {
		ID               int
		PhysicalLocation struct {
			ArtifactLocation struct{ URI string }
			Region           struct{ StartLine, StartColumn, EndLine, EndColumn int }
		}
		LogicalLocations []struct{ FullyQualifiedName string }
	}
)

func sarifOf(t *testing.T, run *report.Run) sarifRun {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal([]byte(write(t, "sarif", run, report.Options{})), &log); err != nil {
		t.Fatal(err)
	}
	if log.Schema == "" || log.Version != "2.1.0" || len(log.Runs) != 1 {
		t.Fatalf("log %q %q with %d runs", log.Schema, log.Version, len(log.Runs))
	}
	return log.Runs[0]
}

func TestSARIFFollowsTheStandardsSchema(t *testing.T) {
	const schema = "../../../shared/schemas/sarif-2.1.0.schema.json"
	if _, err := os.Stat(schema); err != nil {
		t.Skip("the OASIS schema is not here: ", err)
	}
	for name, run := range runs(t) {
		t.Run(name, func(t *testing.T) {
			validate(t, schema, write(t, "sarif", run, report.Options{}))
			validate(t, schema, write(t, "sarif", run, report.Options{Suppressions: true}))
		})
	}
}

// What GitHub code scanning requires and keeps, which the schema does not say.
func TestSARIFFollowsTheGitHubProfile(t *testing.T) {
	for name, run := range runs(t) {
		t.Run(name, func(t *testing.T) { checkProfile(t, sarifOf(t, run)) })
	}
}

func checkProfile(t *testing.T, run sarifRun) {
	t.Helper()
	if run.Tool.Driver.Name == "" || len(run.Tool.Driver.Rules) == 0 || run.Results == nil {
		t.Error("no tool, no rules or no results")
	}
	if !regexp.MustCompile(`^[^/]+/$`).MatchString(run.AutomationDetails.ID) {
		t.Errorf("automationDetails.id is %q", run.AutomationDetails.ID)
	}
	if run.ColumnKind != "unicodeCodePoints" {
		t.Errorf("columnKind is %q", run.ColumnKind)
	}
	seen := map[string]bool{}
	for _, r := range run.Tool.Driver.Rules {
		if seen[r.ID] {
			t.Errorf("rule %s occurs twice", r.ID)
		}
		seen[r.ID] = true
		checkRule(t, r)
	}
	for _, result := range run.Results {
		checkResult(t, run, result)
	}
}

func checkRule(t *testing.T, r sarifRule) {
	t.Helper()
	for what, text := range map[string]string{
		"id": r.ID, "name": r.Name, "shortDescription": r.ShortDescription.Text, "fullDescription": r.FullDescription.Text,
		"help": r.Help.Text, "help in Markdown": r.Help.Markdown, "helpUri": r.HelpURI,
	} {
		if strings.TrimSpace(text) == "" {
			t.Errorf("rule %s has no %s", r.ID, what)
		}
	}
	if len([]rune(r.Name)) > 255 || len([]rune(r.ShortDescription.Text)) > 1024 || len([]rune(r.FullDescription.Text)) > 1024 {
		t.Errorf("rule %s: a text is longer than GitHub keeps", r.ID)
	}
	if n := len(r.Properties.Tags); n == 0 || n > 10 {
		t.Errorf("rule %s has %d tags", r.ID, n)
	}
	if !slices.Contains([]string{"very-high", "high", "medium", "low"}, r.Properties.Precision) {
		t.Errorf("rule %s: precision %q", r.ID, r.Properties.Precision)
	}
	if !slices.Contains([]string{"error", "warning", "recommendation"}, r.Properties.Severity) {
		t.Errorf("rule %s: problem.severity %q", r.ID, r.Properties.Severity)
	}
	if !slices.Contains([]string{"error", "warning", "note"}, r.Configuration.Level) {
		t.Errorf("rule %s: level %q", r.ID, r.Configuration.Level)
	}
}

func checkResult(t *testing.T, run sarifRun, result sarifResult) {
	t.Helper()
	if result.RuleIndex == nil || run.Tool.Driver.Rules[*result.RuleIndex].ID != result.RuleID {
		t.Errorf("%s: the index leads elsewhere", result.RuleID)
	}
	if result.Message.Text == "" || result.Level == "" || len(result.Locations) != 1 {
		t.Errorf("%s: no message, level or location", result.RuleID)
	}
	for _, key := range []string{"primaryLocationLineHash", "aimslint/v1"} {
		if result.PartialFingerprints[key] == "" {
			t.Errorf("%s: no fingerprint %s", result.RuleID, key)
		}
	}
	for _, at := range append(result.Locations, result.RelatedLocations...) {
		uri := at.PhysicalLocation.ArtifactLocation.URI
		parsed, err := url.Parse(uri)
		if err != nil || uri == "" || parsed.IsAbs() || strings.HasPrefix(uri, "/") || strings.HasPrefix(uri, "../") || strings.Contains(uri, "/../") {
			t.Errorf("uri %q is not relative to the root: %v", uri, err)
		}
		region := at.PhysicalLocation.Region
		if region.StartLine < 1 || region.StartColumn < 1 || region.EndLine != region.StartLine || region.EndColumn < region.StartColumn {
			t.Errorf("%s: region %+v", result.RuleID, region)
		}
	}
}

// The multitool does not look at these references.
func TestSARIFReferencesLeadToTheirTaxa(t *testing.T) {
	run := sarifOf(t, sample())
	supported := run.Tool.Driver.SupportedTaxonomies
	if len(supported) != 1 || len(run.Taxonomies) != 1 {
		t.Fatalf("%d taxonomies, %d supported", len(run.Taxonomies), len(supported))
	}
	taxonomy := run.Taxonomies[0]
	if *supported[0].Index != 0 || supported[0].GUID != taxonomy.GUID || supported[0].Name != taxonomy.Name {
		t.Errorf("%+v does not name the taxonomy", supported[0])
	}
	if taxonomy.IsComprehensive == nil || *taxonomy.IsComprehensive {
		t.Error("the taxonomy claims to hold the whole standard")
	}
	guids := map[string]bool{taxonomy.GUID: true}
	for _, taxon := range taxonomy.Taxa {
		if !catalog.Valid(taxon.ID) || guids[taxon.GUID] {
			t.Errorf("taxon %+v", taxon)
		}
		guids[taxon.GUID] = true
	}
	check := func(what string, reference sarifReference) {
		if *reference.ToolComponent.Index != 0 || taxonomy.Taxa[*reference.Index].ID != reference.ID {
			t.Errorf("%s: the reference to %s leads elsewhere", what, reference.ID)
		}
	}
	wanted := map[string][]string{}
	for _, r := range sample().Rules {
		wanted[r.ID] = r.Requirements
	}
	for _, r := range run.Tool.Driver.Rules {
		ids := make([]string, len(r.Relationships))
		for i, relationship := range r.Relationships {
			check(r.ID, relationship.Target)
			ids[i] = relationship.Target.ID
			if !slices.Equal(relationship.Kinds, []string{"relevant"}) {
				t.Errorf("%s claims more than relevance: %v", r.ID, relationship.Kinds)
			}
		}
		if !slices.Equal(ids, wanted[r.ID]) {
			t.Errorf("%s relates to %v, want %v", r.ID, ids, wanted[r.ID])
		}
	}
	for _, result := range run.Results {
		if len(result.Taxa) != len(wanted[result.RuleID]) {
			t.Errorf("a result of %s has %d taxa", result.RuleID, len(result.Taxa))
		}
		for _, taxon := range result.Taxa {
			check(result.RuleID, taxon)
		}
	}
}

func TestSARIFGUIDsAreStable(t *testing.T) {
	// The ids of a taxonomy are for ever.
	for _, taxon := range sarifOf(t, sample()).Taxonomies[0].Taxa {
		if taxon.ID == "A.9.4" && taxon.GUID != "281a2042-e1a1-5764-afdd-1b14834b4ae3" {
			t.Errorf("the GUID of A.9.4 is %s", taxon.GUID)
		}
	}
}

func TestSARIFHoldsWhatCounts(t *testing.T) {
	run := sample()
	open := 0
	for i := range run.Findings {
		if run.Findings[i].Counts() {
			open++
		}
	}
	if got := len(sarifOf(t, run).Results); got != open || open == len(run.Findings) {
		t.Errorf("%d results for %d open findings of %d", got, open, len(run.Findings))
	}
	run.Findings = nil
	clean := sarifOf(t, run)
	if clean.Results == nil || len(clean.Results) != 0 {
		t.Error("a clean run must have an empty list of results, which closes alerts")
	}
	if len(clean.Tool.Driver.Rules) != len(run.Rules) {
		t.Error("a clean run names the rules that were in force")
	}
}

// On request all findings are there, each saying whether it is suppressed and why.
func TestSARIFSuppressions(t *testing.T) {
	var log struct {
		Runs []struct {
			Results []struct {
				Suppressions *[]struct{ Kind, Status, Justification string }
			}
		}
	}
	run := sample()
	if err := json.Unmarshal([]byte(write(t, "sarif", run, report.Options{Suppressions: true})), &log); err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, result := range log.Runs[0].Results {
		if result.Suppressions == nil {
			t.Fatal("a result does not say whether it is suppressed")
		}
		for _, s := range *result.Suppressions {
			got[s.Kind+" "+s.Status+" "+s.Justification]++
		}
	}
	for _, want := range []string{
		`external accepted Waived, approved by medical-director, until 2026-06-01 (=QMS-412): The board approves [it] in \x1b[31mMay.`,
		"inSource accepted Waived by a comment, until 2026-05-01: It follows from the use.",
		"external accepted In the baseline: it was there before adoption.",
	} {
		if got[want] != 1 {
			t.Errorf("%q is there %d times; there are %v", want, got[want], got)
		}
	}
	if len(log.Runs[0].Results) != len(run.Findings) || len(got) != 3 {
		t.Errorf("%d results of %d findings, suppressions %v", len(log.Runs[0].Results), len(run.Findings), got)
	}
}

func TestSARIFMessages(t *testing.T) {
	results := sarifOf(t, sample()).Results
	texts := make([]string, len(results))
	for i, result := range results {
		texts[i] = result.Message.Text
	}
	for _, want := range []string{
		`The dataset icu-2021 has no manifest. See [The only (data) manifest lists others](1). See [Another dataset of the card](2).`,
		`The text \x1b[2J\u202eevil is not valid; see [this] (1) for more.`,
	} {
		if !slices.Contains(texts, want) {
			t.Errorf("no message %q in\n%s", want, strings.Join(texts, "\n"))
		}
	}
}

func TestSARIFLimits(t *testing.T) {
	long := &rule.Rule{
		ID: "custom/" + strings.Repeat("long-", 80), Title: strings.Repeat("é", 2000), Severity: rule.Note,
		Requirements: []string{"4.1", "4.2", "4.3", "5.2", "5.3", "6.1.1", "6.1.2", "6.1.3", "6.1.4", "6.2", "6.3", "A.99"},
	}
	run := &report.Run{Version: "(devel)", Rules: []*rule.Rule{long}}
	at := finding.Location{File: "a:b/c d.yaml"}
	run.Findings = []finding.Finding{{
		Rule: long, Severity: rule.Note, Message: "Much is wrong", Location: at, Related: slices.Repeat([]finding.Location{at}, 1500),
	}}
	got := sarifOf(t, run)
	checkRule(t, got.Tool.Driver.Rules[0])
	if got.Tool.Driver.SemanticVersion != "" {
		t.Errorf("semanticVersion %q", got.Tool.Driver.SemanticVersion)
	}
	if n := len(got.Tool.Driver.Rules[0].Relationships); n != 11 {
		t.Errorf("%d relationships, want those to the 11 requirements that exist", n)
	}
	result := got.Results[0]
	if result.Message.Text[:14] != "Much is wrong." || len(result.RelatedLocations) > 999 {
		t.Errorf("message %q, %d related", result.Message.Text, len(result.RelatedLocations))
	}
	if uri := result.Locations[0].PhysicalLocation.ArtifactLocation.URI; uri != "a%3Ab/c%20d.yaml" {
		t.Errorf("uri %q", uri)
	}
}
