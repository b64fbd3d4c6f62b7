package report

import (
	"cmp"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

const (
	projectURI = "https://github.com/aimslint/aimslint"
	// What GitHub keeps of a rule: tags, and characters of a name and of a
	// description.
	mostTags            = 10
	longestName         = 255
	longestDescription  = 1024
	mostRelatedPerFault = 100
)

// MostResults is how many results GitHub takes of a run; it refuses a file with more.
const MostResults = 25_000

// writeSARIF writes SARIF 2.1.0 within what GitHub code scanning accepts and
// shows: paths relative to the repository's root, open findings only unless the
// options ask for the others too (GitHub takes no notice of suppressions and would
// show those as alerts), control ids as tags as well as taxa, all four coordinates of every region.
// See https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
func writeSARIF(w io.Writer, run *Run, options Options) error {
	s := newSARIF(run)
	out := newJSONWriter(w)
	out.beginObject()
	out.member("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
	out.member("version", "2.1.0")
	out.name("runs")
	out.beginArray()
	out.beginObject()
	out.member("tool", sarifTool{s.driver(run.Version), extensions(run)})
	out.member("automationDetails", sarifAutomation{ID: automationID(run)})
	shown, left := shownInSARIF(run, options)
	out.member("invocations", []sarifInvocation{{ExecutionSuccessful: true, ExitCode: run.ExitCode, Notifications: notices(left)}})
	if len(s.taxa) > 0 {
		out.member("taxonomies", []sarifComponent{s.taxonomy()})
	}
	out.member("columnKind", "unicodeCodePoints")
	if run.AsOf != "" {
		out.member("properties", sarifRunProperties{AsOf: run.AsOf, Profile: run.Profiles})
	}
	out.name("results")
	out.beginArray()
	for _, f := range shown {
		result := s.result(f)
		if options.Suppressions {
			result.Suppressions = suppressions(f)
		}
		out.value(result)
	}
	out.endArray()
	out.endObject()
	out.endArray()
	out.endObject()
	return out.err
}

// shownInSARIF are the findings that are written, and how many are left out since
// GitHub would refuse the file: the least severe, and of those the last.
func shownInSARIF(run *Run, options Options) (shown []*finding.Finding, left int) {
	var of [3][]int // the findings that may be shown, by severity
	for i := range run.Findings {
		if f := &run.Findings[i]; f.Counts() || options.Suppressions {
			rank := 2
			switch f.Severity {
			case rule.Error:
				rank = 0
			case rule.Warning:
				rank = 1
			}
			of[rank] = append(of[rank], i)
		}
	}
	all := slices.Concat(of[0], of[1], of[2])
	kept := all[:min(len(all), MostResults)]
	slices.Sort(kept)
	for _, i := range kept {
		shown = append(shown, &run.Findings[i])
	}
	return shown, len(all) - len(kept)
}

// notices say how many findings are not in the file.
func notices(n int) []sarifNotification {
	if n == 0 {
		return nil
	}
	return []sarifNotification{{Level: "warning", Message: sarifMessage{Text: LeftOfSARIF(n)}}}
}

// LeftOfSARIF says that a SARIF file does not hold all findings.
func LeftOfSARIF(n int) string {
	return count{n, "finding is", "findings are"}.String() + " left out, the least severe: GitHub takes " + strconv.Itoa(MostResults) +
		" results of a run; the JSON report holds all, and --category lets several runs share a commit"
}

// SARIFLeaves is how many findings the SARIF file of a run leaves out.
func SARIFLeaves(run *Run, options Options) int {
	_, left := shownInSARIF(run, options)
	return left
}

// sarif knows where the rules and the requirements stand in the file.
type sarif struct {
	rules     []*rule.Rule
	ruleIndex map[string]int
	taxa      []catalog.Requirement
	taxaIndex map[string]int
}

func newSARIF(run *Run) *sarif {
	s := &sarif{ruleIndex: map[string]int{}, taxaIndex: map[string]int{}}
	for _, r := range run.Rules {
		s.addRule(r)
	}
	for i := range run.Findings {
		s.addRule(run.Findings[i].Rule)
	}
	slices.SortFunc(s.taxa, func(a, b catalog.Requirement) int { return catalog.Compare(a.ID, b.ID) })
	for i, r := range s.taxa {
		s.taxaIndex[r.ID] = i
	}
	return s
}

func (s *sarif) addRule(r *rule.Rule) {
	if _, known := s.ruleIndex[r.ID]; known {
		return
	}
	s.ruleIndex[r.ID] = len(s.rules)
	s.rules = append(s.rules, r)
	for _, id := range r.Requirements {
		requirement, ok := catalog.Get(id)
		if _, known := s.taxaIndex[id]; ok && !known {
			s.taxaIndex[id] = len(s.taxa)
			s.taxa = append(s.taxa, requirement)
		}
	}
}

var semantic = regexp.MustCompile(`^v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)$`)

func (s *sarif) driver(version string) sarifComponent {
	driver := sarifComponent{
		Name: toolName, FullName: toolName + " " + version, Version: version,
		InformationURI:   projectURI,
		ShortDescription: &sarifMessage{Text: "Checks the evidence that a repository holds against " + catalog.Standard + "."},
	}
	if m := semantic.FindStringSubmatch(version); m != nil {
		driver.SemanticVersion = m[1]
	}
	for _, r := range s.rules {
		driver.Rules = append(driver.Rules, s.rule(r))
	}
	if len(s.taxa) > 0 {
		driver.SupportedTaxonomies = []sarifComponentReference{taxonomyReference()}
	}
	return driver
}

// extensions are what judged beside the tool itself, by digest: policies of the users'
// own. Their rules stand among the others, where consumers look for them.
func extensions(run *Run) []sarifComponent {
	if run.OwnPolicies == "" {
		return nil
	}
	return []sarifComponent{{
		Name: ownPolicies, Version: run.OwnPolicies,
		ShortDescription: &sarifMessage{Text: "Policies of the users' own, and the schemas of their kinds. The version is their digest, as `aimslint version` shows it."},
	}}
}

const ownPolicies = "policies of your own"

func (s *sarif) rule(r *rule.Rule) sarifDescriptor {
	descriptor := sarifDescriptor{
		ID: r.ID, Name: clip(pascal(r.ID), longestName),
		ShortDescription:     &sarifMessage{Text: clip(Printable(or(r.Title, r.ID)), longestDescription)},
		FullDescription:      &sarifMessage{Text: clip(lines(or(r.Description, r.Title, r.ID)), longestDescription)},
		Help:                 help(r),
		HelpURI:              helpURI(r),
		DefaultConfiguration: &sarifConfiguration{Level: r.Severity},
		Properties: &sarifRuleProperties{
			Tags: tags(r), Precision: precision(r), ProblemSeverity: problem(r.Severity), Evidence: r.Evidence,
		},
	}
	for _, target := range s.references(r) {
		// A rule that is silent proves no control: "relevant", no more.
		descriptor.Relationships = append(descriptor.Relationships, sarifRelationship{Target: target, Kinds: []string{"relevant"}})
	}
	return descriptor
}

// helpURI is the page of a rule; users' own have none.
func helpURI(r *rule.Rule) string {
	if r.Origin != "" {
		return ""
	}
	return projectURI + "/blob/main/docs/rules/" + url.PathEscape(r.Category()) + "/" + url.PathEscape(r.Name()) + ".md"
}

// references are the taxa of a rule's requirements.
func (s *sarif) references(r *rule.Rule) []sarifReference {
	var references []sarifReference
	for _, id := range r.Requirements {
		if i, ok := s.taxaIndex[id]; ok {
			references = append(references, sarifReference{
				ID: id, GUID: taxonGUID(id), Index: i, ToolComponent: taxonomyReference(),
			})
		}
	}
	return references
}

// help is what a person reads who opens an alert.
func help(r *rule.Rule) *sarifMessage {
	var text, markdown strings.Builder
	section := func(title, body string) {
		text.WriteString("\n\n" + title + ":" + body)
		markdown.WriteString("\n\n**" + title + ":**" + body)
	}
	description := lines(or(r.Description, r.Title, r.ID))
	text.WriteString(description)
	markdown.WriteString(description)
	if r.Remediation != "" {
		section("What to do", " "+lines(r.Remediation))
	}
	switch r.Evidence {
	case rule.Attested:
		section("Evidence", " attested, the document's own word.")
	case rule.Verified:
		section("Evidence", " verified against other evidence in the repository.")
	}
	if len(r.Requirements) > 0 {
		section("Requirements of "+catalog.Standard, "\n")
	}
	for _, id := range r.Requirements {
		requirement, _ := catalog.Get(id)
		item := "\n- " + Printable(id) + " " + requirement.Topic
		text.WriteString(item)
		markdown.WriteString(item)
	}
	return &sarifMessage{Text: text.String(), Markdown: markdown.String()}
}

func tags(r *rule.Rule) []string {
	all := append([]string{catalog.Standard}, r.Requirements...)
	return all[:min(len(all), mostTags)]
}

// precision says how likely a finding is true: reading a file leaves no doubt,
// reading what people wrote leaves some.
func precision(r *rule.Rule) string {
	switch r.Category() {
	case "syntax", "schema", "format", "binding", "exception":
		return "very-high"
	}
	return "high"
}

// problem is a severity in GitHub's words.
func problem(severity rule.Severity) string {
	if severity == rule.Note {
		return "recommendation"
	}
	return string(severity)
}

func (s *sarif) result(f *finding.Finding) *sarifResult {
	result := &sarifResult{
		RuleID: f.Rule.ID, RuleIndex: s.ruleIndex[f.Rule.ID], Level: f.Severity,
		Message:      sarifMessage{Text: message(f)},
		Locations:    []sarifLocation{{PhysicalLocation: physical(f.Location), LogicalLocations: logical(f)}},
		Fingerprints: sarifFingerprints{f.LineHash, f.Fingerprint},
	}
	if f.Change != "" {
		result.Properties = &sarifResultProperties{f.Change}
	}
	for _, reference := range s.references(f.Rule) {
		// The index is enough, and a large report has many of these.
		reference.GUID, reference.ToolComponent.GUID = "", ""
		result.Taxa = append(result.Taxa, reference)
	}
	for i, at := range f.Related[:min(len(f.Related), mostRelatedPerFault)] {
		location := sarifLocation{ID: i + 1, PhysicalLocation: physical(at)}
		if at.Message != "" {
			location.Message = &sarifMessage{Text: literal(at.Message)}
		}
		result.RelatedLocations = append(result.RelatedLocations, location)
	}
	return result
}

// suppressions say why a finding does not count: a comment stands in the source,
// waivers and the baseline beside it. They are empty for one that counts.
func suppressions(f *finding.Finding) *[]sarifSuppression {
	if f.Counts() {
		return &[]sarifSuppression{}
	}
	suppression := sarifSuppression{Kind: "external", Status: "accepted", Justification: literal(acceptance(f))}
	if e := f.Exception; e != nil {
		if e.Kind == finding.ByIgnore {
			suppression.Kind = "inSource"
		}
		suppression.Location = &sarifLocation{PhysicalLocation: physical(e.Location)}
	}
	return &[]sarifSuppression{suppression}
}

// message is the finding's message, with a link to each related place: GitHub
// shows only those that the message names.
func message(f *finding.Finding) string {
	var b strings.Builder
	b.WriteString(literal(f.Message))
	for i, at := range f.Related[:min(len(f.Related), shownRelated)] {
		what := strings.TrimSuffix(Printable(or(at.Message, at.File)), ".")
		b.WriteString(" See [" + brackets.Replace(what) + "](" + strconv.Itoa(i+1) + ").")
	}
	return b.String()
}

// brackets would end the text of a link.
var brackets = strings.NewReplacer("[", "(", "]", ")")

// literal is a text that no reader of SARIF takes for more than text: without
// links (SARIF 2.1.0 section 3.11.6) and without invisible characters.
func literal(text string) string {
	text = strings.ReplaceAll(Printable(strings.Join(strings.Fields(text), " ")), "](", "] (")
	if text != "" && !strings.ContainsAny(text[len(text)-1:], ".!?") {
		text += "."
	}
	return text
}

func physical(at finding.Location) *sarifPhysical {
	start, end := at.Span.Start, at.Span.End
	return &sarifPhysical{
		Artifact: sarifArtifact{URI: uri(at.File)},
		Region: sarifRegion{
			StartLine: max(start.Line, 1), StartColumn: max(start.Column, 1),
			EndLine: max(end.Line, 1), EndColumn: max(end.Column, 1),
		},
	}
}

// uri is a path relative to the root as a relative reference (RFC 3986): a
// colon in it would make what stands before it a scheme.
func uri(file string) string {
	return strings.ReplaceAll((&url.URL{Path: file}).EscapedPath(), ":", "%3A")
}

// logical names the value within its document: model-card/sepsis#/evaluation/0.
func logical(f *finding.Finding) []sarifLogical {
	if f.Kind == "" {
		return nil
	}
	l := sarifLogical{FullyQualifiedName: f.Kind, Kind: "object"}
	if f.Document != "" {
		l.FullyQualifiedName += "/" + Printable(f.Document)
	}
	l.Name = Printable(or(f.Document, f.Kind))
	if path := f.Location.Path; len(path) > 0 {
		l.FullyQualifiedName += "#" + Printable(path.Pointer())
		last := path[len(path)-1]
		l.Name, l.Kind = Printable(last.Key), "property"
		if !last.IsKey() {
			l.Name, l.Kind = strconv.Itoa(last.Index), "value"
		}
	}
	return []sarifLogical{l}
}

// taxonomyGUID identifies the taxonomy in every report of every version; the
// ids of its taxa derive from it.
const taxonomyGUID = "6d1d5c1e-53f7-4a0c-9d61-3c1f0d7f42a5"

func taxonGUID(id string) string {
	return uuid.NewSHA1(uuid.MustParse(taxonomyGUID), []byte(id)).String()
}

func taxonomyReference() sarifComponentReference {
	return sarifComponentReference{Name: catalog.Standard, GUID: taxonomyGUID}
}

// taxonomy holds the requirements that the rules in force speak for.
func (s *sarif) taxonomy() sarifComponent {
	incomplete := false
	taxonomy := sarifComponent{
		Name: catalog.Standard, Version: catalog.Edition, GUID: taxonomyGUID,
		InformationURI:   "https://www.iso.org/standard/42001",
		ShortDescription: &sarifMessage{Text: "Requirements and controls for an AI management system."},
		FullDescription: &sarifMessage{Text: "Clauses and Annex A controls of " + catalog.Standard + ":" + catalog.Edition +
			" by id, each described in words of " + toolName + "'s own. The standard's text binds."},
		IsComprehensive: &incomplete,
	}
	for _, r := range s.taxa {
		taxonomy.Taxa = append(taxonomy.Taxa, sarifDescriptor{
			ID: r.ID, GUID: taxonGUID(r.ID), Name: r.Topic,
			ShortDescription: &sarifMessage{Text: r.Topic}, FullDescription: &sarifMessage{Text: r.Expectation},
		})
	}
	return taxonomy
}

// pascal turns a rule's id into a name: "ModelCardIntendedUse".
func pascal(id string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(id, func(r rune) bool { return strings.ContainsRune("/-_. ", r) }) {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return Printable(b.String())
}

// lines is [Printable] for a text of several lines.
func lines(text string) string {
	parts := strings.Split(strings.TrimSpace(text), "\n")
	for i, part := range parts {
		parts[i] = Printable(part)
	}
	return strings.Join(parts, "\n")
}

// clip cuts a text to a number of characters.
func clip(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + ellipsis
	}
	return text
}

// or is the first text that is not blank.
func or(texts ...string) string {
	for _, text := range texts {
		if strings.TrimSpace(text) != "" {
			return text
		}
	}
	return ""
}

// automationID names the analysis to GitHub as "category/run": it ends with a
// slash since a run has no name.
func automationID(run *Run) string { return cmp.Or(run.Category, toolName) + "/" }
