// Package prove puts rules to the proof by mutation. A rule's passing example
// is spoiled field by field, as careless or hasty people spoil documents, and
// each time somebody must object. A rule that is content with everything proves
// nothing about those who pass it.
package prove

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/policies"
)

// Witness is who objects to a mutant.
type Witness string

// The witnesses; Nobody means that the mutant survived.
const (
	TheRule  Witness = "rule"   // the rule that is put to the proof
	Schema   Witness = "schema" // the schema of the kind
	Another  Witness = "other"  // another rule, at the field or around it
	Nobody   Witness = ""
	repoName         = "repository"
)

// Mutant is a passing example with one value spoiled.
type Mutant struct {
	Field    string  `json:"field"` // a pattern, as "risks.*.owner"
	Place    string  `json:"place"` // file and path of the value that was spoiled
	Mutation string  `json:"mutation"`
	Witness  Witness `json:"witness"`
}

// Proof is what became of a rule's mutants.
type Proof struct {
	Rule    string   `json:"rule"`
	Fields  []string `json:"fields"`
	Mutants []Mutant `json:"mutants"`
	// Faults say why the rule is not proven; none for a rule that is.
	Faults []string `json:"faults"`
}

// Count is how many of the mutants had a witness.
func (p *Proof) Count(w Witness) int {
	n := 0
	for _, m := range p.Mutants {
		if m.Witness == w {
			n++
		}
	}
	return n
}

// Prover proves rules. It may be used by several goroutines.
type Prover struct {
	engine *policy.Engine
	users  *library.Library
}

// New makes a prover for the embedded rules and those of users (nil for none),
// on the day of their examples. It must be closed.
func New(ctx context.Context, users *library.Library) (*Prover, error) {
	const perDocument = 30 * time.Second
	engine, err := policy.New(ctx, policy.Options{AsOf: policies.ExampleDay, Users: users, Timeout: perDocument})
	if err != nil {
		return nil, err
	}
	return &Prover{engine, users}, nil
}

// Close ends what the prover has started.
func (p *Prover) Close() { p.engine.Close() }

// Prove puts one rule to the proof. The error is for examples or rules that
// cannot be read or evaluated, never for a rule that fails.
func (p *Prover) Prove(ctx context.Context, r *rule.Rule, examples policies.ExampleSet) (*Proof, error) {
	trial, err := p.trial(ctx, r, examples)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r.ID, err)
	}
	proof := &Proof{Rule: r.ID, Faults: trial.misdeclared()}
	trial.examples(proof)
	fields := trial.fields()
	for _, field := range slices.SortedFunc(maps.Keys(fields), compareFields) {
		proof.Fields = append(proof.Fields, field.String())
		mutants, err := trial.spoil(ctx, field, fields[field])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.ID, err)
		}
		if len(mutants) == 0 && !trial.optional(field) {
			proof.Faults = append(proof.Faults, fmt.Sprintf("the passing example does not hold the field %s", field))
		}
		proof.Mutants = append(proof.Mutants, mutants...)
	}
	if r.Evidence == rule.Verified && len(r.Proof.Mutants) == 0 {
		proof.Faults = append(proof.Faults, "the rule compares, so proof.mutants must declare a value that disagrees")
	}
	proof.judge()
	return proof, nil
}

// judge adds what the mutants say against the rule.
func (p *Proof) judge() {
	for _, m := range p.Mutants {
		if m.Witness == Nobody {
			p.Faults = append(p.Faults, fmt.Sprintf("nobody objects when %s is %s", m.Place, m.Mutation))
		}
	}
	if len(p.Faults) == 0 && p.Count(TheRule) == 0 {
		p.Faults = append(p.Faults, "the rule itself objects to no mutant")
	}
}

// trial is a rule before its examples.
type trial struct {
	prover  *Prover
	rule    *rule.Rule
	passing *estate
	failing *estate
}

func (p *Prover) trial(ctx context.Context, r *rule.Rule, examples policies.ExampleSet) (*trial, error) {
	passing, err := p.read(ctx, r, examples.Pass)
	if err != nil {
		return nil, fmt.Errorf("passing example: %w", err)
	}
	failing, err := p.read(ctx, r, examples.Fail)
	if err != nil {
		return nil, fmt.Errorf("failing example: %w", err)
	}
	return &trial{prover: p, rule: r, passing: passing, failing: failing}, nil
}

// examples demands that the rule tells its examples apart, and that nothing
// is wrong with the shape of the passing one.
func (t *trial) examples(proof *Proof) {
	for _, o := range t.passing.objections() {
		if o.rule == t.rule.ID || o.category() == "schema" {
			proof.Faults = append(proof.Faults, fmt.Sprintf("the passing example is objected to: %s %s: %s", t.passing.files[o.document].document.File, o.path, o.message))
		}
	}
	if !slices.ContainsFunc(t.failing.objections(), func(o objection) bool { return o.rule == t.rule.ID }) {
		proof.Faults = append(proof.Faults, "the rule is content with the failing example")
	}
}

// field is a field of a kind, with "*" for any index. The kind is empty if the
// rule judges one kind only.
type field struct{ kind, pattern string }

// String is the field as the rule's metadata writes it.
func (f field) String() string {
	if f.kind == "" {
		return f.pattern
	}
	return f.kind + ":" + f.pattern
}

// fields are those that the rule reports at in its failing example, and, as
// false, others for which it declares mutants.
func (t *trial) fields() map[field]bool {
	found := map[field]bool{}
	for written := range t.rule.Proof.Mutants {
		found[t.declared(written)] = false
	}
	for _, o := range t.failing.objections() {
		if o.rule != t.rule.ID || len(o.path) == 0 {
			continue
		}
		found[t.field(t.failing.files[o.document].document.Kind, string(document.PatternOf(o.path)))] = true
	}
	return found
}

func compareFields(a, b field) int {
	return cmp.Or(strings.Compare(a.kind, b.kind), strings.Compare(a.pattern, b.pattern))
}

// field names the kind only where the rule judges several.
func (t *trial) field(kind, pattern string) field {
	if t.rule.Category() != repoName {
		kind = ""
	}
	return field{kind, pattern}
}

func (t *trial) declared(written string) field {
	kind, pattern, several := strings.Cut(written, ":")
	if !several {
		return field{"", written}
	}
	return field{kind, pattern}
}

// optional reports whether the absence of a field is no fault.
func (t *trial) optional(f field) bool { return slices.Contains(t.rule.Proof.Optional, f.String()) }

// misdeclared are fields that the rule's metadata excuses though it does not
// report at them: probably misspelt.
func (t *trial) misdeclared() []string {
	var faults []string
	for _, written := range t.rule.Proof.Optional {
		if !t.fields()[t.declared(written)] {
			faults = append(faults, "proof.optional names the field "+written+", at which the rule does not report")
		}
	}
	return faults
}
