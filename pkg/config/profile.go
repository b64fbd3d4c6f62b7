package config

import (
	"fmt"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/rule"
)

// base are the profiles of which one is chosen, the least first. The others
// are overlays.
var base = []rule.Profile{rule.Starter, rule.Standard, rule.Certification}

// Profiles are the profiles in force: one that says how much is asked, and the
// overlays.
type Profiles []rule.Profile

// NewProfiles are the profiles of the names. Without one that says how much is
// asked it is the standard one; of several it is the greatest. An error names a
// profile that does not exist.
func NewProfiles(names []string) (Profiles, error) {
	most := -1
	var overlays Profiles
	for _, name := range names {
		p := rule.Profile(strings.TrimSpace(name))
		if !slices.Contains(rule.Profiles(), p) {
			return nil, fmt.Errorf("%s", unknown("profile", name, Profiles(rule.Profiles()).Names()))
		}
		if i := slices.Index(base, p); i >= 0 {
			most = max(most, i)
		} else if !slices.Contains(overlays, p) {
			overlays = append(overlays, p)
		}
	}
	if most < 0 {
		most = slices.Index(base, rule.Standard)
	}
	slices.Sort(overlays)
	return append(Profiles{base[most]}, overlays...), nil
}

// Names are the names of the profiles.
func (p Profiles) Names() []string {
	names := make([]string, len(p))
	for i, profile := range p {
		names[i] = string(profile)
	}
	return names
}

// Ask reports whether a rule is in force under the profiles. Rules of the
// engine, which have no profile, always are.
func (p Profiles) Ask(r *rule.Rule) bool {
	if r.Profile == "" {
		return true
	}
	if i := slices.Index(base, r.Profile); i >= 0 {
		return i <= slices.Index(base, p[0])
	}
	return slices.Contains(p, r.Profile)
}

// severity is how serious the findings of a rule are under the profiles: who
// prepares for an audit leaves no warning standing.
func (p Profiles) severity(r *rule.Rule) rule.Severity {
	if p[0] == rule.Certification && r.Severity == rule.Warning {
		return rule.Error
	}
	return r.Severity
}

// parameters are the values of a rule's parameters that the profiles change.
func (p Profiles) parameters(r *rule.Rule) map[string]any {
	changed := map[string]any{}
	for _, parameter := range r.Parameters {
		for _, profile := range p {
			if value, ok := parameter.Profiles[profile]; ok {
				changed[parameter.Name] = value
			}
		}
	}
	return changed
}
