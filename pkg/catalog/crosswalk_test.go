package catalog_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/catalog"
)

// wellFormed is what an id looks like in each framework.
var wellFormed = map[string]*regexp.Regexp{
	"eu-ai-act":   regexp.MustCompile(`^(Article ([1-9]|[1-9]\d|10\d|11[0-3])|Annex [IVX]+)$`),
	"iso-13485":   regexp.MustCompile(`^[4-8]\.\d(\.\d{1,2})?$`),
	"iso-14001":   regexp.MustCompile(`^([4-9]|10)\.\d(\.\d)?$`),
	"iso-23894":   regexp.MustCompile(`^whole$`),
	"iso-26000":   regexp.MustCompile(`^6\.[2-8]$`),
	"iso-27001":   regexp.MustCompile(`^(([4-9]|10)\.\d(\.\d)?|A\.(5\.([1-9]|[12]\d|3[0-7])|6\.[1-8]|7\.([1-9]|1[0-4])|8\.([1-9]|[12]\d|3[0-4])))$`),
	"iso-31000":   regexp.MustCompile(`^6\.[2-7](\.[1-4])?$`),
	"iso-37301":   regexp.MustCompile(`^([4-9]|10)\.\d(\.\d)?$`),
	"iso-42005":   regexp.MustCompile(`^whole$`),
	"iso-45001":   regexp.MustCompile(`^([4-9]|10)\.\d(\.\d)?$`),
	"iso-9001":    regexp.MustCompile(`^([4-9]|10)\.\d(\.\d)?$`),
	"nist-ai-rmf": regexp.MustCompile(`^(GOVERN [1-6]|MAP [1-5]|MEASURE [1-4]|MANAGE [1-4])$`),
}

func TestCrosswalks(t *testing.T) {
	if got := len(catalog.Frameworks()); got != len(wellFormed) {
		t.Errorf("%d frameworks, want %d", got, len(wellFormed))
	}
	for _, f := range catalog.Frameworks() {
		pattern := wellFormed[f.ID]
		if pattern == nil || len(f.Entries) == 0 {
			t.Errorf("framework %q: unknown or empty", f.ID)
			continue
		}
		seen := map[string]bool{}
		for _, e := range f.Entries {
			if !pattern.MatchString(e.ID) {
				t.Errorf("%s: %q is no id there", f.ID, e.ID)
			}
			if seen[e.ID] {
				t.Errorf("%s: %s stands twice", f.ID, e.ID)
			}
			seen[e.ID] = true
			mapped(t, f.ID+" "+e.ID, e.Requirements)
		}
		for _, e := range f.Exceptions {
			mapped(t, f.ID+" exceptions", e.Requirements)
			for _, id := range e.Requirements {
				if len(f.For(id).Entries) > 0 {
					t.Errorf("%s: %s is mapped and an exception", f.ID, id)
				}
			}
		}
	}
}

// mapped demands requirements that exist, in order and without duplicates.
func mapped(t *testing.T, where string, ids []string) {
	t.Helper()
	for i, id := range ids {
		if !catalog.Valid(id) {
			t.Errorf("%s: %q is no requirement", where, id)
		}
		if i > 0 && catalog.Compare(ids[i-1], id) >= 0 {
			t.Errorf("%s: %s follows %s", where, id, ids[i-1])
		}
	}
}

// TestHarmonizedStructure demands of the five standards that share the
// structure that every clause is mapped or an exception, and that numbers
// agree but for continual improvement.
func TestHarmonizedStructure(t *testing.T) {
	for _, id := range []string{"iso-27001", "iso-9001", "iso-14001", "iso-45001", "iso-37301"} {
		f, ok := catalog.GetFramework(id)
		if !ok {
			t.Fatalf("no framework %s", id)
		}
		for _, r := range catalog.All() {
			if r.IsControl() {
				continue
			}
			part := f.For(r.ID)
			i := slices.IndexFunc(part.Entries, func(e catalog.Entry) bool { return strings.HasPrefix(e.Source, "harmonized structure") })
			switch {
			case i < 0 && len(part.Exceptions) == 0:
				t.Errorf("%s: clause %s is neither mapped nor an exception", id, r.ID)
			case i >= 0 && r.ID != "10.1" && !strings.HasPrefix(r.ID+".", part.Entries[i].ID+"."):
				t.Errorf("%s: clause %s is mapped to %s", id, r.ID, part.Entries[i].ID)
			}
		}
		want := "10.3"
		if id == "iso-27001" || id == "iso-37301" {
			want = "10.1"
		}
		if got := f.For("10.1").Entries; len(got) != 1 || got[0].ID != want {
			t.Errorf("%s: continual improvement is %v, want %s", id, got, want)
		}
		changes := f.For("6.3").Entries
		own := slices.ContainsFunc(changes, func(e catalog.Entry) bool { return e.ID == "6.3" })
		if want := id != "iso-14001" && id != "iso-45001"; own != want {
			t.Errorf("%s: planning of changes has a clause of its own: %t", id, own)
		}
	}
}

// TestMappings holds a few mappings of each framework that one could look up.
func TestMappings(t *testing.T) {
	for _, want := range []struct{ framework, requirement, ids string }{
		{"eu-ai-act", "A.7.5", "Article 10"},
		{"eu-ai-act", "A.8.4", "Article 73"},
		{"eu-ai-act", "7.3", "Article 4, Article 17"},
		{"iso-13485", "A.6.2.4", "7.3, 7.3.7"},
		{"iso-14001", "A.5.5", "6.1.2"},
		{"iso-23894", "6.1.3", "whole"},
		{"iso-26000", "A.5.5", "6.5, 6.8"},
		{"iso-27001", "A.6.2.8", "A.8.15"},
		{"iso-27001", "6.3", "6.3, A.8.32"},
		{"iso-31000", "8.2", "6.4.2, 6.4.3, 6.4.4"},
		{"iso-37301", "10.2", "8.4, 10.2"},
		{"iso-42005", "A.5.3", "whole"},
		{"iso-45001", "A.5.4", "6.1.2"},
		{"iso-9001", "A.10.4", "9.1.2"},
		{"nist-ai-rmf", "A.8.3", "GOVERN 5, MEASURE 4"},
	} {
		f, _ := catalog.GetFramework(want.framework)
		entries := f.For(want.requirement).Entries
		ids := make([]string, len(entries))
		for i, e := range entries {
			ids[i] = e.ID
		}
		if got := strings.Join(ids, ", "); got != want.ids {
			t.Errorf("%s of %s: %s, want %s", want.requirement, want.framework, got, want.ids)
		}
	}
	if _, ok := catalog.GetFramework("iso-1"); ok {
		t.Error("an unknown framework is found")
	}
}
