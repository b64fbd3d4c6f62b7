// Code generated from the metadata of the rules by go generate; DO NOT EDIT.

package policies

import "github.com/aimslint/aimslint/pkg/rule"

// Rules are the rules written in Rego, by id.
var Rules = []rule.Rule{
	{
		ID:           "model-card/intended-use",
		Title:        "The intended use is stated",
		Description:  "Who may use the model for what, in words a deployer can check against.",
		Severity:     rule.Error,
		Requirements: []string{"A.9.4", "A.8.2"},
		Evidence:     rule.Attested,
		Remediation:  "State the users, the decisions the output informs, and the setting.",
	},
}
