package schema

import "github.com/aimslint/aimslint/pkg/rule"

// Rules are the rules that a document breaks whose shape is wrong.
func Rules() []*rule.Rule {
	return []*rule.Rule{wrongType, notAllowed, outOfRange, malformed, missingKey, unknownKey}
}

var (
	wrongType = shape("wrong-type", "A value is of the type that its field asks for",
		"A field that should hold text, a number, a list or a map holds that and nothing else, so that a check never passes over what it cannot read.",
		"Write the value in the type that the message names.")
	notAllowed = shape("not-allowed", "A value is one of those that its field allows",
		"A field with a fixed vocabulary holds one of its words, in the spelling of the schema.",
		"Use one of the allowed values; keep what they cannot say in a key of your own that begins with x-.")
	outOfRange = shape("out-of-range", "A number lies within the range of its field",
		"A rating lies on its scale, and a quantity is one that can occur.",
		"Write a number within the range that the message names.")
	malformed = shape("malformed", "A day or digest is well-formed",
		"Days exist in the calendar and are written as ISO 8601 has them, and digests have the length of their algorithm.",
		"Write the value in the form that the message shows.")
	missingKey = shape("missing-key", "An entry has the key that identifies it",
		"Entries of a list carry the identifier or name by which others point at them.",
		"Add the key.")
	unknownKey = shape("unknown-key", "Every key is one that the schema knows",
		"A misspelt key would leave its evidence unread. Keys of one's own begin with x- and are never judged.",
		"Correct the key, or begin it with x- if it is your own.")
)

func shape(name, title, description, remediation string) *rule.Rule {
	return &rule.Rule{
		ID:           "schema/" + name,
		Title:        title,
		Description:  description,
		Severity:     rule.Error,
		Requirements: []string{"7.5.2"},
		Evidence:     rule.Attested,
		Remediation:  remediation,
	}
}
