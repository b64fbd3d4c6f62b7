package catalog_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/catalog"
)

// The counts that secondary sources get wrong: 32 clauses, 38 controls.
func TestCounts(t *testing.T) {
	want := map[string]int{
		"4": 4, "5": 3, "6": 6, "7": 7, "8": 4, "9": 6, "10": 2,
		"A.2": 3, "A.3": 2, "A.4": 5, "A.5": 4, "A.6": 9, "A.7": 5, "A.8": 4, "A.9": 3, "A.10": 3,
	}
	got := map[string]int{}
	clauses, controls := 0, 0
	for _, r := range catalog.All() {
		got[r.Group]++
		if r.IsControl() {
			controls++
		} else {
			clauses++
		}
	}
	if clauses != 32 || controls != 38 {
		t.Errorf("%d clauses and %d controls, want 32 and 38", clauses, controls)
	}
	for group, n := range want {
		if got[group] != n {
			t.Errorf("group %s has %d requirements, want %d", group, got[group], n)
		}
	}
	if len(got) != len(want) {
		t.Errorf("groups %v, want those of %v", got, want)
	}
}

func TestIDs(t *testing.T) {
	want := strings.Fields(`4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1.1 6.1.2 6.1.3 6.1.4 6.2 6.3
		7.1 7.2 7.3 7.4 7.5.1 7.5.2 7.5.3 8.1 8.2 8.3 8.4 9.1 9.2.1 9.2.2 9.3.1 9.3.2 9.3.3 10.1 10.2
		A.2.2 A.2.3 A.2.4 A.3.2 A.3.3 A.4.2 A.4.3 A.4.4 A.4.5 A.4.6 A.5.2 A.5.3 A.5.4 A.5.5
		A.6.1.2 A.6.1.3 A.6.2.2 A.6.2.3 A.6.2.4 A.6.2.5 A.6.2.6 A.6.2.7 A.6.2.8
		A.7.2 A.7.3 A.7.4 A.7.5 A.7.6 A.8.2 A.8.3 A.8.4 A.8.5 A.9.2 A.9.3 A.9.4 A.10.2 A.10.3 A.10.4`)
	ids := make([]string, 0, len(want))
	for _, r := range catalog.All() {
		ids = append(ids, r.ID)
	}
	if !slices.Equal(ids, want) {
		t.Errorf("ids are %v", ids)
	}
	if !slices.IsSortedFunc(ids, catalog.Compare) {
		t.Error("Compare does not give the standard's order")
	}
	for _, id := range []string{"", "4", "A.11", "A.2.1", "7.5", "6.1", "9.2", "A.6.2.1"} {
		if catalog.Valid(id) {
			t.Errorf("%q is taken for a requirement", id)
		}
	}
}

var sentence = regexp.MustCompile(`^[A-Z].{30,300}\.$`)

func TestEveryRequirementIsDescribed(t *testing.T) {
	seen := map[string]string{}
	for _, r := range catalog.All() {
		if r.Topic == "" || len(r.Topic) > 60 || strings.HasSuffix(r.Topic, ".") {
			t.Errorf("%s: topic %q", r.ID, r.Topic)
		}
		if !sentence.MatchString(r.Expectation) {
			t.Errorf("%s: expectation %q is no plain sentence", r.ID, r.Expectation)
		}
		if other := seen[r.Expectation]; other != "" {
			t.Errorf("%s and %s expect the same", r.ID, other)
		}
		seen[r.Expectation] = r.ID
		if strings.Contains(r.Expectation+r.Evidence+r.Reason, "shall") {
			t.Errorf("%s: use words of our own", r.ID)
		}
		if !sentence.MatchString(r.Evidence) || r.Evidence == r.Expectation {
			t.Errorf("%s: evidence %q is no plain sentence", r.ID, r.Evidence)
		}
		if len(r.Documents) == 0 {
			t.Errorf("%s: no document counts", r.ID)
		}
	}
}

func TestPhasesAndHumanReview(t *testing.T) {
	phases := map[string]catalog.Phase{
		"4.1": catalog.Plan, "7.2": catalog.Plan, "8.3": catalog.Do, "9.1": catalog.Check,
		"10.2": catalog.Act, "A.6.2.4": catalog.Do,
	}
	for id, want := range phases {
		if r, ok := catalog.Get(id); !ok || r.Phase != want {
			t.Errorf("%s: phase %q, want %q", id, r.Phase, want)
		}
	}
	var judged []string
	for _, r := range catalog.All() {
		if r.Machine == catalog.HumanReview {
			judged = append(judged, r.ID)
		}
		if (r.Machine == catalog.HumanReview) != sentence.MatchString(r.Reason) {
			t.Errorf("%s: judged as %s because %q", r.ID, r.Machine, r.Reason)
		}
	}
	if want := []string{"4.4", "5.1", "7.1", "8.1", "10.1"}; !slices.Equal(judged, want) {
		t.Errorf("left to people: %v, want %v", judged, want)
	}
}

func TestGroups(t *testing.T) {
	n := 0
	for _, g := range catalog.Groups() {
		if g.Title == "" || g.Phase == "" {
			t.Errorf("group %q: %+v", g.ID, g)
		}
		n += len(g.Requirements)
	}
	if n != len(catalog.All()) {
		t.Errorf("the groups hold %d requirements", n)
	}
}
