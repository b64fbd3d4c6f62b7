package exception

import (
	"slices"
	"strings"
	"time"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/rule"
)

// Circumstances are those under which exceptions are judged.
type Circumstances struct {
	// AsOf is the day that counts as today, ISO 8601.
	AsOf string
	// MaxDays is how many days ahead of it an exception may end.
	MaxDays int
	// Comments says that comments may accept findings.
	Comments bool
	// Owners are the owners of the document that a finding is about.
	Owners func(*finding.Finding) []string
	// Judged reports whether a rule was asked about the whole repository, so that
	// an exception that fits no finding is known to fit none.
	Judged func(*rule.Rule) bool
	// Selected says that only some rules were asked for; then an exception is
	// only known to fit none if all that it names were.
	Selected bool
}

// use is what came of an exception.
type use struct{ accepted, ended []*finding.Finding }

// Apply gives those findings a state that are accepted, and says what is wrong with
// the exceptions. The findings are open and have their fingerprints. A waiver counts
// before a comment, and both before the baseline.
func (s *Set) Apply(findings []finding.Finding, c Circumstances) []Fault {
	waivers, comments := s.holding(c)
	uses := make(map[*Exception]*use, len(s.exceptions))
	for _, e := range s.exceptions {
		uses[e] = &use{}
	}
	found := map[string]bool{} // fingerprints of the baseline
	for i := range findings {
		f := &findings[i]
		if f.State != finding.Open || !Acceptable(f.Rule) {
			continue
		}
		for _, e := range slices.Concat(waivers, comments[f.Location.File]) {
			if e.fits(f) {
				uses[e].take(e, f, c.AsOf)
			}
		}
		if recorded := s.recorded[f.Fingerprint]; recorded != nil {
			found[f.Fingerprint] = true
			if f.State == finding.Open {
				f.State, f.Exception = finding.Baseline, &finding.Exception{Kind: finding.ByBaseline, Location: recorded.place.Location}
			}
		}
	}
	faults := append([]Fault(nil), s.faults...)
	for _, e := range s.exceptions {
		faults = append(append(faults, e.faults...), s.judge(e, uses[e], c)...)
	}
	return append(faults, s.stale(found, c)...)
}

// holding are the waivers, and by file the comments, that can be followed.
func (s *Set) holding(c Circumstances) (waivers []*Exception, comments map[string][]*Exception) {
	comments = map[string][]*Exception{}
	for _, e := range s.exceptions {
		switch {
		case e.void || e.Kind == finding.ByIgnore && !c.Comments:
		case e.Kind == finding.ByIgnore:
			comments[e.Location.File] = append(comments[e.Location.File], e)
		default:
			waivers = append(waivers, e)
		}
	}
	return waivers, comments
}

// take notes that an exception fits a finding, which it accepts if it still holds.
func (u *use) take(e *Exception, f *finding.Finding, asOf string) {
	if asOf >= e.Until {
		u.ended = append(u.ended, f)
		return
	}
	u.accepted = append(u.accepted, f)
	if f.State == finding.Open {
		f.State, f.Exception = finding.Waived, &e.Exception
	}
}

// judge says what is wrong with an exception that can be followed.
func (s *Set) judge(e *Exception, u *use, c Circumstances) []Fault {
	switch {
	case e.void:
		return nil
	case e.Kind == finding.ByIgnore && !c.Comments:
		return []Fault{e.fault(unused, "rule", e.name()+" accepts nothing: comments may not accept findings here.")}
	}
	var standing []finding.Location
	for _, f := range u.ended {
		if f.Counts() {
			at := f.Location
			at.Message = f.Message
			standing = append(standing, at)
		}
	}
	switch {
	case len(standing) > 0:
		return []Fault{e.fault(expired, "until", e.name()+e.approved()+" ended on "+e.Until+", and what it accepted is still there.", standing...)}
	case len(u.accepted) == 0 && s.known(e.Rule, c):
		return []Fault{e.fault(unused, "rule", e.name()+" accepts no finding"+ended(e, c)+".")}
	}
	var faults []Fault
	if latest, ok := latestEnd(c); ok && e.Until > latest && c.AsOf < e.Until {
		faults = append(faults, e.fault(tooLong, "until", e.name()+" holds until "+e.Until+", longer than exceptions may."))
	}
	if at, owner := ownerAmong(e.Approver, u.accepted, c); owner != "" {
		faults = append(faults, e.fault(selfApproved, "approver", e.name()+" was approved by "+shortened(owner)+", who owns the document that it is about.", at))
	}
	return faults
}

func (e *Exception) approved() string {
	if e.Approver == "" {
		return ""
	}
	return ", approved by " + shortened(e.Approver) + ","
}

func ended(e *Exception, c Circumstances) string {
	if c.AsOf < e.Until {
		return ""
	}
	return ", and ended on " + e.Until
}

// latestEnd is the last day on which an exception may end.
func latestEnd(c Circumstances) (string, bool) {
	day, err := time.Parse(time.DateOnly, c.AsOf)
	return day.AddDate(0, 0, c.MaxDays).Format(time.DateOnly), err == nil
}

// ownerAmong is the first finding whose document the approver owns.
func ownerAmong(approver string, findings []*finding.Finding, c Circumstances) (at finding.Location, owner string) {
	if approver == "" || c.Owners == nil {
		return at, ""
	}
	for _, f := range findings {
		for _, owner := range c.Owners(f) {
			if strings.EqualFold(shortened(owner), shortened(approver)) {
				at = f.Location
				at.Message = f.Message
				return at, owner
			}
		}
	}
	return at, ""
}

// known reports whether it is known that a rule, or those of a pattern, find
// nothing more than was found.
func (s *Set) known(pattern string, c Circumstances) bool {
	asked, named := 0, 0
	for _, r := range s.rules.Rules {
		if matches(pattern, r.ID) && Acceptable(r) {
			named++
			if c.Judged(r) {
				asked++
			}
		}
	}
	return asked > 0 && (asked == named || !c.Selected)
}

// stale are the faults of findings of the baseline that are gone.
func (s *Set) stale(found map[string]bool, c Circumstances) []Fault {
	var faults []Fault
	for _, e := range s.baseline {
		if found[e.Fingerprint] || !s.gone(e.Record, c) {
			continue
		}
		faults = append(faults, Fault{
			Rule: stale, Message: "The finding of `" + shortened(e.Rule) + "` in " + shortened(e.File) + " is gone: " + strings.TrimSuffix(shortened(e.Message), ".") + ".",
			Location: e.place.Location, LineHash: e.place.hash, StablePath: "/findings/" + e.Fingerprint,
		})
	}
	return faults
}

// gone reports whether a finding of the baseline that was not found is known not to
// be there, or can never be again, since there is no such rule.
func (s *Set) gone(r Record, c Circumstances) bool {
	for _, known := range s.rules.Rules {
		if known.ID == r.Rule {
			return !Acceptable(known) || c.Judged(known)
		}
	}
	return !s.rules.Partly
}

// Prune parts the findings of the baseline into those that are kept and those that
// are known to be gone.
func (s *Set) Prune(findings []finding.Finding, c Circumstances) (kept, gone []Record) {
	found := map[string]bool{}
	for i := range findings {
		found[findings[i].Fingerprint] = true
	}
	for _, r := range s.Baseline() {
		if found[r.Fingerprint] || !s.gone(r, c) {
			kept = append(kept, r)
		} else {
			gone = append(gone, r)
		}
	}
	return kept, gone
}
