package config

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/rule"
)

func TestNewProfiles(t *testing.T) {
	t.Parallel()
	for names, want := range map[string]Profiles{
		"":                                    {rule.Standard},
		"starter":                             {rule.Starter},
		"certification,starter":               {rule.Certification},
		"medical-device,eu-high-risk":         {rule.Standard, rule.EUHighRisk, rule.MedicalDevice},
		"eu-high-risk, starter ,eu-high-risk": {rule.Starter, rule.EUHighRisk},
	} {
		got, err := NewProfiles(slices.DeleteFunc(strings.Split(names, ","), func(s string) bool { return s == "" }))
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: got %v, %v", names, got, err)
		}
	}
	if _, err := NewProfiles([]string{"certificaton"}); err == nil || !strings.Contains(err.Error(), `did you mean "certification"?`) {
		t.Errorf("got %v", err)
	}
}

func TestProfilesAsk(t *testing.T) {
	t.Parallel()
	for profile, want := range map[rule.Profile]string{
		"":                 "starter standard certification",
		rule.Starter:       "starter standard certification",
		rule.Standard:      "standard certification",
		rule.Certification: "certification",
		rule.EUHighRisk:    "",
	} {
		var asked []string
		for _, p := range base {
			if (Profiles{p, rule.MedicalDevice}).Ask(&rule.Rule{Profile: profile}) {
				asked = append(asked, string(p))
			}
		}
		if got := strings.Join(asked, " "); got != want {
			t.Errorf("a rule of %q is asked under %q, want %q", profile, got, want)
		}
	}
	if !(Profiles{rule.Starter, rule.EUHighRisk}).Ask(&rule.Rule{Profile: rule.EUHighRisk}) {
		t.Error("an overlay does not add its rules")
	}
}

func TestProfilesChangeRules(t *testing.T) {
	t.Parallel()
	r := &rule.Rule{ID: "a/b", Severity: rule.Warning, Parameters: []rule.Parameter{
		{Name: "days", Default: 90, Profiles: map[rule.Profile]any{rule.EUHighRisk: 183}},
		{Name: "other", Default: 1},
	}}
	c := Default()
	c.Profiles = Profiles{rule.Certification, rule.EUHighRisk}
	if c.Severity(r) != rule.Error || c.Severity(&rule.Rule{Severity: rule.Note}) != rule.Note {
		t.Error("under certification warnings, and only they, are errors")
	}
	if got := c.Parameters([]*rule.Rule{r})["a/b"]; len(got) != 1 || got["days"] != 183 {
		t.Errorf("parameters are %v", got)
	}
	c.Rules["a/b"] = Rule{Severity: rule.Note, Parameters: map[string]any{"days": 7}}
	if c.Severity(r) != rule.Note || c.Parameters([]*rule.Rule{r})["a/b"]["days"] != 7 {
		t.Error("a setting of the rule's own goes before the profile")
	}
	c.Profiles = Profiles{rule.Starter}
	if r.Profile = rule.Certification; !c.Enabled(r) {
		t.Error("a setting of its own puts a rule in force")
	}
}
