package scan

import (
	"context"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/fxamacker/cbor/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/aimslint/aimslint/pkg/cache"
	"github.com/aimslint/aimslint/pkg/policy"
)

// What is kept of a file is all that it came to.
func TestKeptIsWhatItWas(t *testing.T) {
	for _, example := range []string{"clinic-broken", "saas-broken"} {
		folder, err := filepath.Abs("../../testdata/" + example)
		if err != nil {
			t.Fatal(err)
		}
		w, err := open(t.Context(), Request{Directory: folder, Root: folder, AsOf: "2031-01-01", Assess: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.compile(t.Context()); err != nil {
			t.Fatal(err)
		}
		results, err := w.evaluate(context.WithoutCancel(t.Context()), nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := range results {
			compareKept(t, w.files[i].Path, results[i])
		}
	}
}

func compareKept(t *testing.T, file string, r result) {
	t.Helper()
	kept, err := keptOf(r, nil)
	if slices.ContainsFunc(r.documents, func(e evaluated) bool { return e.observed != nil && e.observed.Statement != nil }) {
		if err == nil {
			t.Errorf("%s: a Statement of Applicability is kept for an assessment", file)
		}
		return
	}
	if err != nil {
		t.Fatal(file, err)
	}
	content, err := cbor.Marshal(kept)
	if err != nil {
		t.Fatal(file, err)
	}
	var read keptResult
	if err := decoding.Unmarshal(content, &read); err != nil {
		t.Fatal(file, err)
	}
	back, err := read.result(newRulebook(nil))
	if err != nil {
		t.Fatal(file, err)
	}
	for i := range r.documents {
		was, is := r.documents[i].record, back.documents[i].record
		if is.Value, err = back.documents[i].sealed.open(); err != nil {
			t.Fatal(file, err)
		}
		back.documents[i].sealed = nil
		if (was.Value == nil) != (is.Value == nil) || was.Value != nil && was.Value.Compare(is.Value) != 0 {
			t.Errorf("%s: the record was %v and is %v", file, was.Value, is.Value)
		}
		r.documents[i].record, back.documents[i].record = policy.Record{File: was.File}, policy.Record{File: is.File}
	}
	everything := cmp.Exporter(func(reflect.Type) bool { return true })
	if diff := cmp.Diff(r, back, everything, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s: what was is not what is:\n%s", file, diff)
	}
}

// A record that cannot be read is made again.
func TestSpoiltRecordIsMadeAgain(t *testing.T) {
	folder, err := filepath.Abs("../../testdata/clinic")
	if err != nil {
		t.Fatal(err)
	}
	w, err := open(t.Context(), Request{Directory: folder, Root: folder, AsOf: "2026-11-22"})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.compile(t.Context()); err != nil {
		t.Fatal(err)
	}
	results, err := w.evaluate(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	results, units, err := w.join(t.Context(), results)
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	for _, u := range w.estate(results, units).library.units {
		want := u.record.Value
		if want == nil || len(u.members) > 1 {
			continue
		}
		spoilt := []unit{u}
		spoilt[0].sealed, spoilt[0].record.Value = sealedRecord{0xd9, 0x01, 0x06, 0x07}, nil // a number as a number, not as text
		e := w.estate(nil, spoilt)
		if err := e.open(t.Context()); err != nil {
			t.Fatal(err)
		}
		got := e.records[u.document.Kind][0].Handled().Value
		u.record.Document = 0
		if want = u.record.Handled().Value; got == nil || got.Compare(want) != 0 {
			t.Errorf("%s: the record is %v, want %v", u.document.File, got, want)
		}
		made++
	}
	if made == 0 {
		t.Error("nothing was spoilt")
	}
}

// The day counts only where a rule in force asks for it.
func TestTheDayCountsWhereARuleAsksForIt(t *testing.T) {
	cached, err := cache.Open(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	settings := func(rule, day string) string {
		folder, err := filepath.Abs("../../testdata/clinic")
		if err != nil {
			t.Fatal(err)
		}
		w, err := open(t.Context(), Request{Directory: folder, Root: folder, AsOf: day, Rules: []string{rule}, Cache: cached})
		if err != nil {
			t.Fatal(err)
		}
		return w.memory.settings
	}
	if settings("model-card/limitations", "2026-11-22") != settings("model-card/limitations", "2026-11-23") {
		t.Error("what has nothing to do with the day is not known on the next")
	}
	if settings("document/review-not-overdue", "2026-11-22") == settings("document/review-not-overdue", "2026-11-23") {
		t.Error("a review that is due is not seen on the next day")
	}
}
