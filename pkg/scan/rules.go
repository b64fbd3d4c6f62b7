package scan

import (
	"cmp"
	"slices"
	"sync"

	"github.com/aimslint/aimslint/pkg/binding"
	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/format"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/soa"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/policies"
)

const (
	placeholderRule   = "document/placeholder"
	contradictionRule = "document/contradiction"
)

// Rules are all rules that come with this program, by id: those written in Rego
// and those that the engine itself judges by while it reads documents.
var Rules = sync.OnceValue(func() []*rule.Rule {
	rules := slices.Concat(engineRules(), schema.Rules(), binding.Rules(), exception.Rules(), soa.Rules(), []*rule.Rule{binding.Describes})
	for i := range policies.Rules {
		rules = append(rules, &policies.Rules[i])
	}
	slices.SortFunc(rules, func(a, b *rule.Rule) int { return cmp.Compare(a.ID, b.ID) })
	return rules
})

// Rule is the rule of an id that comes with this program, or nil.
func Rule(id string) *rule.Rule {
	i, found := slices.BinarySearchFunc(Rules(), id, func(r *rule.Rule, id string) int { return cmp.Compare(r.ID, id) })
	if !found {
		return nil
	}
	return Rules()[i]
}

// engineRule is the rule of an id that the engine itself uses.
func engineRule(id string) *rule.Rule {
	if r := Rule(id); r != nil {
		return r
	}
	panic("no such engine rule: " + id)
}

// engineRules are about reading files. What cannot be read is no evidence, and
// clause 7.5 asks that documented information be fit for use.
var engineRules = sync.OnceValue(func() []*rule.Rule {
	readable := func(id, title, description, remediation string, severity rule.Severity) *rule.Rule {
		return &rule.Rule{
			ID: id, Title: title, Description: description, Remediation: remediation, Severity: severity,
			Requirements: []string{"7.5.2", "7.5.3"}, Evidence: rule.Attested,
		}
	}
	contradiction := readable(contradictionRule, "Documents about one thing do not contradict each other",
		"A card and the sidecar beside it, or two documents with the same id, are one document. Where they state different facts (a version, a licence, an owner, a day, a number), "+
			"one of them is out of date or wrong, and readers cannot tell which. Prose is not compared.",
		"Find out which is right and correct the other, or state the fact in one of the two only.", rule.Error)
	contradiction.Evidence = rule.Verified
	return []*rule.Rule{
		readable(syntax.Invalid, "The file can be read",
			"A file that no program can read shows nothing. It is reported at the place where reading stopped; what stands before that is still checked.",
			"Mend the syntax at the place shown.", rule.Error),
		readable(syntax.DuplicateKey, "No key is given twice",
			"Programs differ in which of two values for one key they take, so that readers of the same document see different things. The first one is checked.",
			"Remove one of the two, or rename it.", rule.Error),
		readable(syntax.ComplexKey, "Every key is plain text",
			"YAML allows lists and maps as keys. JSON, schemas and most programs do not, so that the value is lost to them.",
			"Write the key as plain text.", rule.Error),
		readable(syntax.Limit, "The file stays within the limits",
			"Limits on size, nesting and the expansion of aliases protect the machine from files made to exhaust it. What lies beyond them was not checked.",
			"Make the file smaller or flatter, or raise the limit under `limits` in .aimslint.yaml.", rule.Error),
		readable(format.Unreadable, "Every value has a shape that its format knows",
			"A value of another shape than the format's cannot be understood, and so shows nothing.",
			"Write the value as the format's documentation says.", rule.Warning),
		readable(format.UnknownKind, "Every document states a known kind",
			"A document without a kind, or of an unknown one, is not checked at all, though it stands among documents that are.",
			"State one of the kinds that `aimslint schema list` shows.", rule.Error),
		readable(format.Template, "No document is still its template",
			"A template shows what a document will say, not what is so. A file in which most values are blank, placeholders or marks of a template engine is said to be one once, instead of once for each value.",
			"Fill it in, or if it is kept as a template, name its folder under `exclude` in .aimslint.yaml.", rule.Warning),
		readable(placeholderRule, "No placeholder is left",
			"A placeholder marks what is still to be written. It counts as absent wherever a rule asks for the value; this rule names those that no other rule asks for.",
			"Replace the placeholder with the value, or remove the key if it does not apply.", rule.Warning),
		contradiction,
	}
})
