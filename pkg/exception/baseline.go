package exception

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/schema"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// Record is a finding of the baseline.
type Record struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	File        string `json:"file"`
	Message     string `json:"message"`
}

// entry is a record at its place.
type entry struct {
	Record

	place place
}

const (
	baselineVersion = 1
	baselineSchema  = "https://raw.githubusercontent.com/aimslint/aimslint/main/schemas/baseline.schema.json"
)

// readBaseline reads a baseline. A finding that the schema turns down is a fault,
// and is no part of it.
func readBaseline(text *syntax.Text) (entries []*entry, faults []Fault, err error) {
	root, faults := parse(text, syntax.JSON)
	if root == nil {
		return nil, faults, nil
	}
	violations, err := schema.Check("baseline", root)
	if err != nil {
		return nil, nil, err
	}
	wrong := map[int]bool{}
	for _, v := range violations {
		if len(v.Path) > 1 && v.Path[0].Key == "findings" {
			wrong[v.Path[1].Index] = true
		}
		faults = append(faults, shapeFault(text, root, v))
	}
	list := root.Get("findings")
	if list == nil {
		return nil, faults, nil
	}
	at := placesIn(text, root)
	for i, item := range list.Items {
		if wrong[i] || item.Kind != syntax.Map {
			continue
		}
		said := func(key string) string {
			if n := item.Get(key); n != nil {
				return n.Scalar
			}
			return ""
		}
		entries = append(entries, &entry{
			Record: Record{said("fingerprint"), said("rule"), said("file"), said("message")},
			place:  at(syntax.Path{syntax.Key("findings"), syntax.Index(i), syntax.Key("fingerprint")}),
		})
	}
	return entries, faults, nil
}

// Baseline are the findings of the baseline.
func (s *Set) Baseline() []Record {
	records := make([]Record, len(s.baseline))
	for i, e := range s.baseline {
		records[i] = e.Record
	}
	return records
}

// Recorded is a finding as a baseline records it.
func Recorded(f *finding.Finding) Record {
	return Record{Fingerprint: f.Fingerprint, Rule: f.Rule.ID, File: f.Location.File, Message: f.Message}
}

// WriteBaseline is the text of a baseline. The same findings give the same bytes,
// in whichever order.
func WriteBaseline(records []Record) ([]byte, error) {
	records = append([]Record{}, records...)
	slices.SortFunc(records, func(a, b Record) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(struct {
		Schema   string   `json:"$schema"`
		Version  int      `json:"version"`
		Findings []Record `json:"findings"`
	}{baselineSchema, baselineVersion, slices.Compact(records)})
	return text.Bytes(), err
}
