package assess

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/catalog"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
)

// System is an AI system of the inventory with the state of the requirements
// that are asked of each system: none if it is out of scope.
type System struct {
	Entry

	Document     *Document
	Requirements []Requirement
}

// systemKinds are the kinds of document that are about single systems.
var systemKinds = []string{document.AISystem, document.ModelCard, document.DataManifest, document.ImpactAssessment}

// ofSystems reports whether a requirement is asked of each system: its evidence
// are documents about systems.
func ofSystems(r catalog.Requirement) bool {
	return r.Machine != catalog.HumanReview && slices.Contains(systemKinds, r.Documents[0]) &&
		len(r.Documents) < len(document.Kinds()) // document control is asked of every kind
}

func systems(a *Assessment, served []catalog.Served, asked map[string]map[string]bool, against map[string][]*finding.Finding, exclusions map[string]*Row) []System {
	var found []System
	for i := range a.Documents {
		if entry := a.Documents[i].System; entry != nil && entry.ID != "" {
			found = append(found, System{Entry: *entry, Document: &a.Documents[i]})
		}
	}
	slices.SortStableFunc(found, func(a, b System) int { return cmp.Compare(a.ID, b.ID) })
	named := map[[2]string][]*Document{} // by kind and id
	for i := range a.Documents {
		d := &a.Documents[i]
		named[[2]string{d.Kind, d.ID}] = append(named[[2]string{d.Kind, d.ID}], d)
	}
	for i := range found {
		s := &found[i]
		own := s.documents(a.Documents)
		for _, requirement := range served {
			if !s.InScope || !ofSystems(requirement.Requirement) {
				continue
			}
			r := Requirement{Requirement: requirement.Requirement, Rules: requirement.Rules}
			r.Evidence = evidence(requirement, asked[requirement.ID], own, s.ID)
			for _, f := range against[requirement.ID] {
				if s.concerned(f, named[[2]string{f.Kind, f.Document}]) {
					r.Findings = append(r.Findings, f)
				}
			}
			r.judge(exclusions[requirement.ID])
			s.Requirements = append(s.Requirements, r)
		}
	}
	return found
}

// documents are those that say something about the system, with what they say
// of it: a thing that belongs to the system counts as the system.
func (s *System) documents(all []Document) []Document {
	var own []Document
	for _, d := range all {
		d.Fields = slices.Clone(d.Fields)
		d.Fields = slices.DeleteFunc(d.Fields, func(f Field) bool { return !s.covers(f.Subjects) })
		for i := range d.Fields {
			d.Fields[i].Subjects = []string{s.ID}
		}
		if len(d.Fields) > 0 {
			own = append(own, d)
		}
	}
	return own
}

func (s *System) covers(subjects []string) bool {
	return slices.ContainsFunc(subjects, func(subject string) bool {
		return strings.EqualFold(subject, s.ID) || slices.Contains(s.Owns, subject)
	})
}

// concerned reports whether a finding is about the system: it stands in a document
// or in an item of one that is, among those that have the name it gives.
func (s *System) concerned(f *finding.Finding, named []*Document) bool {
	return slices.ContainsFunc(named, func(d *Document) bool {
		if !slices.Contains(d.Files, f.Location.File) {
			return false
		}
		if path := f.Location.Path; len(path) > 1 && !path[1].IsKey() && path[1].Index < len(d.Items) {
			return s.covers(d.Items[path[1].Index])
		}
		return s.covers(d.Subjects)
	})
}
