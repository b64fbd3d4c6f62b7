package prove

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Compared are the fields that a rule compares with something else: those for
// which its metadata declares values that disagree, each written KIND:PATTERN.
func Compared(r *rule.Rule) []string {
	fields := slices.Sorted(maps.Keys(r.Proof.Mutants))
	return slices.DeleteFunc(fields, func(field string) bool {
		_, pattern, _ := strings.Cut(field, ":")
		return pattern == ""
	})
}

// Contradictions are forms of a document in which one of the values that a rule
// compares says something else, so that the rule must object if there is anything
// to compare it with. The field is one of [Compared] for the document's kind.
func Contradictions(r *rule.Rule, field string, d *document.Document) iter.Seq[*document.Document] {
	return func(yield func(*document.Document) bool) {
		_, pattern, _ := strings.Cut(field, ":")
		for _, path := range document.Pattern(pattern).Matches(d.Root) {
			value := d.Root.Lookup(path)
			if !document.HasContent(value) {
				continue
			}
			for _, other := range r.Proof.Mutants[field] {
				mutant := declared(other, d).apply(value)
				if same(value, mutant) {
					continue
				}
				contradicted := *d
				contradicted.Root = replaced(d.Root, path, mutant)
				if !yield(&contradicted) {
					return
				}
			}
		}
	}
}
