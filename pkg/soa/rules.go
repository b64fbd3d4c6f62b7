package soa

import (
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Category is that of the rules that need an assessment. 'aimslint soa check' asks
// them, and no other command.
const Category = "assessment"

// Rules are the rules that hold a declared statement against an assessment.
func Rules() []*rule.Rule {
	return []*rule.Rule{implementedUnshown, implementedObjected, implementedUnverified, exclusionShown}
}

var (
	implementedUnshown = &rule.Rule{
		ID:    Category + "/implemented-unshown",
		Title: "What is declared implemented is shown by what documents say",
		Description: "A control may be declared implemented, and documents of the kinds that could show it may be there, and yet none of them says anything of what the control asks for. " +
			"Evidence that is kept elsewhere is for people to look at. Asked by `aimslint soa check`.",
		Remediation:  "State in the documents what the control asks for (`aimslint controls show` lists the fields), or declare the control planned.",
		Severity:     rule.Error,
		Requirements: []string{"6.1.3"},
		Evidence:     rule.Verified,
		Profile:      rule.Standard,
		Kinds:        []string{document.StatementOfApplicability},
	}
	implementedObjected = &rule.Rule{
		ID:    Category + "/implemented-objected",
		Title: "Nothing stands against what is declared implemented",
		Description: "Where a rule objects to what documents say of a control, the declaration and the evidence contradict each other: either the control is not implemented as declared, or its documents are wrong. " +
			"Objections that are waived do not count. Asked by `aimslint soa check`.",
		Remediation:  "Mend what the places shown lack, or declare the control planned until it is.",
		Severity:     rule.Error,
		Requirements: []string{"6.1.3"},
		Evidence:     rule.Verified,
		Profile:      rule.Standard,
		Kinds:        []string{document.StatementOfApplicability},
	}
	implementedUnverified = &rule.Rule{
		ID:    Category + "/implemented-unverified",
		Title: "What is declared implemented agrees with something that could disagree",
		Description: "Some controls can be verified: what documents say of them can be held against other documents, measured values or files. " +
			"Where nothing of the kind is there, the declaration rests on the documents' own word. Controls of which documents can only speak for themselves are not asked. Asked by `aimslint soa check`.",
		Remediation:  "Name the source of a value, the file and its digest, or the other document, so that they can be compared (docs/bindings.md).",
		Severity:     rule.Note,
		Requirements: []string{"6.1.3"},
		Evidence:     rule.Verified,
		Profile:      rule.Standard,
		Kinds:        []string{document.StatementOfApplicability},
	}
	exclusionShown = &rule.Rule{
		ID:    Category + "/exclusion-shown",
		Title: "No document states what an excluded control asks for",
		Description: "A control that is left out should concern nothing that exists. Documents that state what it asks for suggest that it does. " +
			"What plainly contradicts an exclusion is an error of repository/exclusion-contradicted; this is for people to look at. Asked by `aimslint soa check`.",
		Remediation:  "Look at the places shown, and declare the control applicable if they are about it.",
		Severity:     rule.Note,
		Requirements: []string{"6.1.3"},
		Evidence:     rule.Verified,
		Profile:      rule.Standard,
		Kinds:        []string{document.StatementOfApplicability},
	}
)
