package catalog_test

import (
	"slices"
	"testing"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/rule"
)

func TestServe(t *testing.T) {
	said := &rule.Rule{ID: "a/said", Requirements: []string{"A.7.5", "A.7.6", "4.4"}, Evidence: rule.Attested}
	shown := &rule.Rule{ID: "a/shown", Requirements: []string{"A.7.5", "5.1"}, Evidence: rule.Verified}
	want := map[string]struct {
		judged catalog.Judged
		rules  []string
	}{
		"A.7.5": {catalog.Verified, []string{"a/said", "a/shown"}},
		"A.7.6": {catalog.Attested, []string{"a/said"}},
		"4.4":   {catalog.HumanReview, []string{"a/said"}},
		"5.1":   {catalog.HumanReview, []string{"a/shown"}},
		"10.1":  {catalog.HumanReview, []string{}},
		"A.7.4": {catalog.NoRule, []string{}},
	}
	served := catalog.Serve([]*rule.Rule{said, shown})
	if len(served) != len(catalog.All()) {
		t.Errorf("%d requirements, want %d", len(served), len(catalog.All()))
	}
	for _, s := range served {
		if w, ok := want[s.ID]; ok && (s.JudgedBy() != w.judged || !slices.Equal(s.RuleIDs(), w.rules)) {
			t.Errorf("%s: %s by %v, want %s by %v", s.ID, s.JudgedBy(), s.RuleIDs(), w.judged, w.rules)
		}
	}
}
