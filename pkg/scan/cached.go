package scan

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"

	"github.com/fxamacker/cbor/v2"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/binding"
	"github.com/aimslint/aimslint/pkg/cache"
	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/policy"
	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/rule"
	"github.com/aimslint/aimslint/pkg/source"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// memory recalls what files came to in earlier runs. Its zero value remembers
// nothing.
type memory struct {
	cache *cache.Cache
	// settings is the digest of all that results depend on beside files.
	settings string
}

// remember makes a workspace use a cache. What depends on findings that are not
// reported, or on more than files, is not kept.
func (w *workspace) remember() error {
	if w.request.Cache == nil || w.request.excused {
		return nil
	}
	day := ""
	if slices.ContainsFunc(w.rules, func(r *rule.Rule) bool { return r.Dated || r.Origin != "" }) {
		day = w.request.AsOf
	}
	type inForce struct {
		ID       string
		Severity rule.Severity
	}
	rules := make([]inForce, len(w.rules))
	for i, r := range w.rules {
		rules[i] = inForce{r.ID, w.severity(r)}
	}
	settings, err := json.Marshal([]any{
		rules, w.book.users.Digest(), w.config.Parameters(w.book.all), w.config.Formats, relativeTo(w.root, filepath.Dir(w.config.File)), w.config.Limits,
		day, w.request.Assess,
	})
	digest := sha256.Sum256(settings)
	w.memory = memory{w.request.Cache, string(digest[:])}
	return err
}

// key is that of what a file with the content comes to, by itself.
func (m memory) key(file source.File, content []byte) cache.Key {
	digest := sha256.Sum256(content)
	return cache.KeyOf("file", m.settings, file.Path, strconv.FormatBool(file.Named), string(digest[:]))
}

// recall is what a file came to in an earlier run, if what it names is still the
// same.
func (w *workspace) recall(from *shelf, key cache.Key) (result, bool) {
	content, found := from.get(key)
	var kept keptResult
	if !found || decoding.Unmarshal(content, &kept) != nil {
		return result{}, false
	}
	for _, s := range kept.Named {
		if s.State == "" || s.State != w.stateOf(s.Path) {
			return result{}, false
		}
	}
	r, err := kept.result(w.book)
	if err != nil {
		return result{}, false
	}
	w.detach(&r)
	r.key = key
	return r, true
}

// keep has a shelf keep what a file came to. Before are the states of the files
// that it names from before it was judged.
func (w *workspace) keep(on *shelf, key cache.Key, r result, before []keptState) {
	if len(r.comments) > 0 {
		return // they accept findings, and are read with the text each time
	}
	for _, s := range before {
		if s.State == "" || s.State != w.stateOf(s.Path) {
			return
		}
	}
	kept, err := keptOf(r, before)
	if err != nil {
		return
	}
	if content, err := cbor.Marshal(kept); err == nil {
		on.put(key, content)
	}
}

// named are the states of the files that the documents of a file may name.
func (w *workspace) namedBy(documents []*document.Document) []keptState {
	paths := map[string]bool{}
	for _, d := range documents {
		if d.Format == nativeFormat {
			addNamed(d, paths)
		}
	}
	states := make([]keptState, 0, len(paths))
	for _, name := range sortedKeys(paths) {
		states = append(states, keptState{name, w.stateOf(name)})
	}
	return states
}

// addNamed adds the paths that a document may mean, and the files in which DVC
// records what it keeps elsewhere.
func addNamed(d *document.Document, paths map[string]bool) {
	for _, target := range binding.Targets(d) {
		paths[target], paths[target+".dvc"] = true, true
		for folder := path.Dir(target); ; folder = path.Dir(folder) {
			paths[path.Join(folder, "dvc.lock")], paths[path.Join(folder, "dvc.yaml")] = true, true
			if folder == "." || folder == "/" {
				break
			}
		}
	}
}

// stateOf tells what is at a path: nothing, or a file by its digest. It is empty
// for what would cost as much to look at as to judge: a folder, or a large file.
func (w *workspace) stateOf(name string) string {
	file := w.view.At(w.root, name, w.config.Limits.FileBytes)
	info, err := file.Stat()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "absent"
	case err != nil || !info.Mode().IsRegular():
		return ""
	}
	opened, size, err := file.Open()
	if err != nil || size > w.config.Limits.FileBytes {
		return ""
	}
	defer opened.Close() //nolint:errcheck // nothing was written
	hash := sha256.New()
	if _, err := io.Copy(hash, opened); err != nil {
		return ""
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// decoding makes maps of values with names for keys.
var decoding = func() cbor.DecMode {
	mode, err := cbor.DecOptions{DefaultMapType: reflect.TypeFor[map[string]any]()}.DecMode()
	if err != nil {
		panic(err)
	}
	return mode
}()

// The kept forms are lists, which are shorter and faster to read than maps.
type (
	keptResult struct {
		_ struct{} `cbor:",toarray"`

		Named        []keptState
		Documents    []keptDocument
		Findings     []keptFinding
		Notes        []source.Note
		Targets      []string
		Unrecognised bool
	}
	keptState struct {
		Path, State string
	}
	keptDocument struct {
		_ struct{} `cbor:",toarray"`

		Document             report.Document
		Owner, Describes     string
		Corroborates         bool
		Subjects, Names      []string
		Own, Judged          []keptFinding
		RecordFile           string
		Record               cbor.RawMessage // null for none
		TurnedDown, Agreeing []syntax.Path
		Observed             *assess.Document
	}
	keptFinding struct {
		_ struct{} `cbor:",toarray"`

		Rule, Severity, Message, State, Kind, Document string
		Location                                       keptLocation
		Related                                        []keptLocation
		StablePath, LineHash                           string
	}
	keptLocation struct {
		_ struct{} `cbor:",toarray"`

		File                           string
		Line, Column, ToLine, ToColumn int
		Path                           syntax.Path
		Text                           string
		Skipped                        int
		Message                        string
	}
)

func keptOf(r result, named []keptState) (keptResult, error) {
	k := keptResult{Named: named, Findings: keptFindings(r.findings), Notes: r.notes, Targets: r.targets, Unrecognised: r.unrecognised}
	for i := range r.documents {
		e := &r.documents[i]
		d := keptDocument{
			Document: e.Document, Owner: e.owner, Describes: e.describes, Corroborates: e.corroborates, Subjects: e.subjects, Names: e.named,
			Own: keptFindings(e.own), Judged: keptFindings(e.judged), RecordFile: e.record.File, TurnedDown: e.turnedDown, Agreeing: e.agreeing,
		}
		var err error
		if d.Record, err = keptRecord(e.record.Value); err != nil {
			return k, err
		}
		if e.observed != nil && e.observed.Statement != nil {
			return k, errNotKept // it is needed as it is written
		}
		if e.observed != nil && e.observed.Kind != "" {
			d.Observed = e.observed
		}
		k.Documents = append(k.Documents, d)
	}
	return k, nil
}

func (k *keptResult) result(book *Rulebook) (r result, err error) {
	r = result{notes: k.Notes, targets: k.Targets, unrecognised: k.Unrecognised}
	if r.findings, err = book.findings(k.Findings); err != nil {
		return r, err
	}
	for i := range k.Documents {
		d := &k.Documents[i]
		e := evaluated{
			described: described{Document: d.Document, owner: d.Owner, describes: d.Describes, corroborates: d.Corroborates, subjects: d.Subjects, named: d.Names},
			record:    policy.Record{File: d.RecordFile}, sealed: sealedRecord(d.Record), turnedDown: d.TurnedDown, agreeing: d.Agreeing,
		}
		var failed [2]error
		e.own, failed[0] = book.findings(d.Own)
		e.judged, failed[1] = book.findings(d.Judged)
		if err := errors.Join(failed[:]...); err != nil {
			return r, err
		}
		e.observed = d.Observed
		r.documents = append(r.documents, e)
	}
	return r, nil
}

func keptFindings(findings []finding.Finding) []keptFinding {
	kept := make([]keptFinding, len(findings))
	for i := range findings {
		f := &findings[i]
		kept[i] = keptFinding{
			Rule: f.Rule.ID, Severity: string(f.Severity), Message: f.Message, State: string(f.State), Kind: f.Kind, Document: f.Document,
			Location: keptLocationOf(f.Location), StablePath: f.StablePath, LineHash: f.LineHash,
		}
		for _, at := range f.Related {
			kept[i].Related = append(kept[i].Related, keptLocationOf(at))
		}
	}
	return kept
}

func (b *Rulebook) findings(kept []keptFinding) ([]finding.Finding, error) {
	findings := make([]finding.Finding, len(kept))
	for i := range kept {
		k := &kept[i]
		r, err := b.Lookup(k.Rule)
		if err != nil {
			return nil, err
		}
		findings[i] = finding.Finding{
			Rule: r, Severity: rule.Severity(k.Severity), Message: k.Message, State: finding.State(k.State), Kind: k.Kind, Document: k.Document,
			Location: k.Location.location(), StablePath: k.StablePath, LineHash: k.LineHash,
		}
		for j := range k.Related {
			findings[i].Related = append(findings[i].Related, k.Related[j].location())
		}
	}
	return findings, nil
}

func keptLocationOf(at finding.Location) keptLocation {
	return keptLocation{
		File: at.File, Line: at.Span.Start.Line, Column: at.Span.Start.Column, ToLine: at.Span.End.Line, ToColumn: at.Span.End.Column,
		Path: at.Path, Text: at.Line, Skipped: at.Skipped, Message: at.Message,
	}
}

func (k *keptLocation) location() finding.Location {
	return finding.Location{
		File: k.File, Path: k.Path, Line: k.Text, Skipped: k.Skipped, Message: k.Message,
		Span: syntax.Span{Start: syntax.Position{Line: k.Line, Column: k.Column}, End: syntax.Position{Line: k.ToLine, Column: k.ToColumn}},
	}
}
