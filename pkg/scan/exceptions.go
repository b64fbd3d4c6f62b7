package scan

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"
	"time"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/exception"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/soa"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// exceptionsFolder is the folder of the waiver file and of the baseline, relative
// to the root: that of the project.
func (w *workspace) exceptionsFolder() string {
	folder, _ := w.project()
	return relativeTo(w.root, folder)
}

// exceptionFiles are the waiver file and the baseline, relative to the root.
func (w *workspace) exceptionFiles() (waivers, baseline string) {
	folder := w.exceptionsFolder()
	return path.Join(folder, exception.WaiversName), path.Join(folder, exception.BaselineName)
}

func (w *workspace) isException(file string) bool {
	waivers, baseline := w.exceptionFiles()
	return file == waivers || file == baseline
}

// loadExceptions reads the waiver file and the baseline of the view. One that is
// there and cannot be read is an error, as it is of the configuration.
func (w *workspace) loadExceptions() (err error) {
	var texts [2]*syntax.Text
	waivers, baseline := w.exceptionFiles()
	for i, name := range []string{waivers, baseline} {
		content, err := w.view.At(w.root, name, w.config.Limits.FileBytes).Read()
		switch {
		case err == nil:
			texts[i] = syntax.NewText(name, content)
		case !errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("reading what is accepted: %w", err)
		}
	}
	w.exceptions, err = exception.NewSet(w.book.known(), texts[0], texts[1])
	return err
}

// except gives findings in order, with their fingerprints: those that are accepted
// with their state, and those about exceptions among them.
func (w *workspace) except(findings []finding.Finding, results []result, units []unit) []finding.Finding {
	findings = identified(findings)
	faults := w.accepted(results).Apply(findings, w.circumstances(units))
	found := w.faulty(faults)
	if len(found) == 0 {
		return findings
	}
	return identified(append(findings, found...))
}

// accepted are all exceptions, the comments of documents among them.
func (w *workspace) accepted(results []result) *exception.Set {
	var comments []*exception.Exception
	for i := range results {
		comments = append(comments, results[i].comments...)
	}
	return w.exceptions.With(comments)
}

// circumstances are those of the run.
func (w *workspace) circumstances(units []unit) exception.Circumstances {
	complete := w.wholeInView()
	return exception.Circumstances{
		AsOf:     w.request.AsOf,
		MaxDays:  w.config.Exceptions.MaxDays,
		Comments: w.config.Exceptions.Comments && !w.request.NoIgnores,
		Owners:   owners(units),
		Judged:   func(r *rule.Rule) bool { return complete && w.inForce(r) && r.Category() != soa.Category },
		Selected: len(w.request.Rules)+len(w.request.Skip) > 0,
	}
}

// faulty are the findings about exceptions.
func (w *workspace) faulty(faults []exception.Fault) []finding.Finding {
	complete := w.wholeInView()
	var found []finding.Finding
	for _, fault := range faults {
		if !w.inForce(fault.Rule) || !complete && w.isException(fault.Location.File) {
			continue
		}
		found = append(found, finding.Finding{
			Rule: fault.Rule, Severity: w.severity(fault.Rule), Message: fault.Message, State: finding.Open,
			Location: fault.Location, Related: fault.Related, StablePath: fault.StablePath, LineHash: fault.LineHash,
		})
	}
	return found
}

// wholeInView reports whether the whole project is in view, so that what is not found
// is not there.
func (w *workspace) wholeInView() bool {
	folder, whole := w.project()
	if !whole {
		return true // the rest is in view
	}
	return slices.ContainsFunc(w.request.arguments(), func(a argument) bool {
		return a.isFolder(w.request) && within(resolved(a.folder(w.request)), resolved(folder))
	})
}

// owners tells the owners of the document that a finding is about: of a merged one
// those of all its parts.
func owners(units []unit) func(*finding.Finding) []string {
	type key struct{ file, kind, id string }
	all := sync.OnceValue(func() map[key][]string {
		known := map[key][]string{}
		for i := range units {
			d := &units[i].document
			for _, file := range d.AllFiles() {
				k := key{file, d.Kind, d.ID}
				known[k] = append(known[k], units[i].owners...)
			}
		}
		return known
	})
	return func(f *finding.Finding) []string { return all()[key{f.Location.File, f.Kind, f.Document}] }
}

// ownerOf is the owner that a document names, or "".
func ownerOf(d *document.Document) string {
	owner := d.Root.Lookup(syntax.Keys("metadata", "owner"))
	if owner == nil || !owner.IsScalar() || !document.HasContent(owner) {
		return ""
	}
	return owner.Scalar
}

// except adds the ends of exceptions to a forecast, each for all that the exception
// accepts then, and leaves out what is accepted on the day on which it lapses.
func (f *forecaster) except(ctx context.Context, results []result, units []unit) error {
	accepted := f.w.accepted(results)
	days := accepted.Ends(f.from.Format(time.DateOnly), f.until.Format(time.DateOnly))
	if accepted.Empty() {
		return nil
	}
	repository, _, err := f.w.evaluateRepository(ctx, results, units)
	if err != nil {
		return err
	}
	today := identified(gathered(results, units, repository))
	for i := range f.lapses {
		days = append(days, f.lapses[i].Day)
	}
	slices.Sort(days)
	circumstances := f.w.circumstances(units)
	lapses, kept := f.lapses, []report.Lapse(nil)
	for _, day := range slices.Compact(days) {
		there := slices.Clone(today)
		for _, lapse := range lapses {
			if lapse.Day <= day {
				there = append(there, lapse.Finding)
			}
		}
		there = identified(there)
		circumstances.AsOf = day
		faults := accepted.Apply(there, circumstances)
		counting := map[string]bool{}
		for i := range there {
			counting[there[i].Fingerprint] = there[i].Counts()
		}
		for _, lapse := range lapses {
			if lapse.Day == day && counting[lapse.Finding.Fingerprint] {
				kept = append(kept, lapse)
			}
		}
		kept = append(kept, f.ends(faults, day)...)
	}
	f.lapses = kept
	return nil
}

// ends are the lapses of exceptions that end on a day.
func (f *forecaster) ends(faults []exception.Fault, day string) []report.Lapse {
	var lapses []report.Lapse
	for _, fault := range faults {
		if !fault.Ends() || fault.Exception.Until != day {
			continue
		}
		for _, one := range f.w.faulty([]exception.Fault{fault}) {
			if f.w.concerns(&one) {
				lapses = append(lapses, report.Lapse{Day: day, Owner: fault.Exception.Approver, Finding: one})
			}
		}
	}
	for i := range lapses {
		one := []finding.Finding{lapses[i].Finding}
		finding.Fingerprints(one)
		lapses[i].Finding = one[0]
	}
	return lapses
}
