package report

import (
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// The parts of SARIF 2.1.0 that the report uses, by the names of the standard:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. An index
// is always written, since absent means -1.

type sarifTool struct {
	Driver     sarifComponent   `json:"driver"`
	Extensions []sarifComponent `json:"extensions,omitempty"`
}

type sarifComponent struct {
	Name                string                    `json:"name"`
	FullName            string                    `json:"fullName,omitempty"`
	Version             string                    `json:"version,omitempty"`
	SemanticVersion     string                    `json:"semanticVersion,omitempty"`
	GUID                string                    `json:"guid,omitempty"`
	InformationURI      string                    `json:"informationUri,omitempty"`
	ShortDescription    *sarifMessage             `json:"shortDescription,omitempty"`
	FullDescription     *sarifMessage             `json:"fullDescription,omitempty"`
	IsComprehensive     *bool                     `json:"isComprehensive,omitempty"`
	SupportedTaxonomies []sarifComponentReference `json:"supportedTaxonomies,omitempty"`
	Rules               []sarifDescriptor         `json:"rules,omitempty"`
	Taxa                []sarifDescriptor         `json:"taxa,omitempty"`
}

type sarifComponentReference struct {
	Name  string `json:"name"`
	GUID  string `json:"guid,omitempty"`
	Index int    `json:"index"`
}

type sarifDescriptor struct {
	ID                   string               `json:"id"`
	GUID                 string               `json:"guid,omitempty"`
	Name                 string               `json:"name,omitempty"`
	ShortDescription     *sarifMessage        `json:"shortDescription,omitempty"`
	FullDescription      *sarifMessage        `json:"fullDescription,omitempty"`
	Help                 *sarifMessage        `json:"help,omitempty"`
	HelpURI              string               `json:"helpUri,omitempty"`
	DefaultConfiguration *sarifConfiguration  `json:"defaultConfiguration,omitempty"`
	Relationships        []sarifRelationship  `json:"relationships,omitempty"`
	Properties           *sarifRuleProperties `json:"properties,omitempty"`
}

type sarifConfiguration struct {
	Level rule.Severity `json:"level"`
}

type sarifRelationship struct {
	Target sarifReference `json:"target"`
	Kinds  []string       `json:"kinds"`
}

type sarifReference struct {
	ID            string                  `json:"id"`
	GUID          string                  `json:"guid,omitempty"`
	Index         int                     `json:"index"`
	ToolComponent sarifComponentReference `json:"toolComponent"`
}

// sarifRuleProperties are those that GitHub reads, and the strength of
// evidence.
type sarifRuleProperties struct {
	Tags            []string      `json:"tags"`
	Precision       string        `json:"precision"`
	ProblemSeverity string        `json:"problem.severity"`
	Evidence        rule.Evidence `json:"evidence,omitempty"`
}

type sarifMessage struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifAutomation struct {
	ID string `json:"id"`
}

type sarifInvocation struct {
	ExecutionSuccessful bool                `json:"executionSuccessful"`
	ExitCode            int                 `json:"exitCode"`
	Notifications       []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

type sarifNotification struct {
	Level   string       `json:"level"`
	Message sarifMessage `json:"message"`
}

type sarifRunProperties struct {
	AsOf    string   `json:"asOf"`
	Profile []string `json:"profile,omitempty"`
}

type sarifResult struct {
	RuleID           string            `json:"ruleId"`
	RuleIndex        int               `json:"ruleIndex"`
	Level            rule.Severity     `json:"level"`
	Message          sarifMessage      `json:"message"`
	Locations        []sarifLocation   `json:"locations"`
	RelatedLocations []sarifLocation   `json:"relatedLocations,omitempty"`
	Fingerprints     sarifFingerprints `json:"partialFingerprints"`
	Taxa             []sarifReference  `json:"taxa,omitempty"`
	// Suppressions are nil if the file does not tell of them.
	Suppressions *[]sarifSuppression `json:"suppressions,omitzero"`

	Properties *sarifResultProperties `json:"properties,omitempty"`
}

type sarifSuppression struct {
	Kind          string         `json:"kind"`
	Status        string         `json:"status"`
	Justification string         `json:"justification"`
	Location      *sarifLocation `json:"location,omitempty"`
}

type sarifResultProperties struct {
	Change finding.Change `json:"change"`
}

type sarifFingerprints struct {
	Line string `json:"primaryLocationLineHash,omitempty"`
	Own  string `json:"aimslint/v1,omitempty"`
}

// sarifLocation has an id only if a message links to it; ids begin at 1.
type sarifLocation struct {
	ID               int            `json:"id,omitzero"`
	PhysicalLocation *sarifPhysical `json:"physicalLocation"`
	LogicalLocations []sarifLogical `json:"logicalLocations,omitempty"`
	Message          *sarifMessage  `json:"message,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
	EndLine     int `json:"endLine"`
	EndColumn   int `json:"endColumn"`
}

type sarifLogical struct {
	Name               string `json:"name,omitempty"`
	FullyQualifiedName string `json:"fullyQualifiedName"`
	Kind               string `json:"kind"`
}
