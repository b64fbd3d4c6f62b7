package scan

import (
	"slices"
	"strings"
	"sync"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// texts keeps texts that recur once, apart from the files that they were read from:
// a part of a text holds the whole of it in memory. What files come to lives until
// the end of the run and their content does not.
type texts struct {
	mutex sync.Mutex
	// recent are the texts met lately, older those before them; what does not recur is
	// forgotten.
	recent, older map[string]string
}

// mostTexts is how many texts are remembered before the older ones are forgotten.
const mostTexts = 1 << 13

// one is a text that equals another and shares its memory only with those that do.
func (t *texts) one(text string) string {
	if text == "" {
		return ""
	}
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if known, ok := t.recent[text]; ok {
		return known
	}
	known, ok := t.older[text]
	if !ok {
		known = strings.Clone(text)
	}
	if t.recent == nil || len(t.recent) >= mostTexts {
		t.recent, t.older = map[string]string{}, t.recent
	}
	t.recent[known] = known
	return known
}

// detach makes findings hold nothing of the documents and texts that they are about.
func (t *texts) detach(findings []finding.Finding) {
	for i := range findings {
		f := &findings[i]
		f.Message, f.Kind, f.Document = t.one(f.Message), t.one(f.Kind), t.one(f.Document)
		f.StablePath, f.LineHash = t.one(f.StablePath), t.one(f.LineHash)
		t.detachPlace(&f.Location)
		for k := range f.Related {
			t.detachPlace(&f.Related[k])
		}
	}
}

func (t *texts) detachPlace(at *finding.Location) {
	at.File, at.Line, at.Message = t.one(at.File), t.one(at.Line), t.one(at.Message)
	at.Path = t.path(at.Path)
}

func (t *texts) path(p syntax.Path) syntax.Path {
	p = slices.Clone(p)
	for i := range p {
		p[i].Key = t.one(p[i].Key)
	}
	return p
}

func (t *texts) paths(paths []syntax.Path) {
	for i := range paths {
		paths[i] = t.path(paths[i])
	}
}

func (t *texts) all(names []string) {
	for i := range names {
		names[i] = t.one(names[i])
	}
}

// describe makes what tells documents apart hold nothing of them.
func (t *texts) describe(d *described) {
	for _, text := range []*string{&d.Kind, &d.ID, &d.Title, &d.owner, &d.describes} {
		*text = t.one(*text)
	}
	t.all(d.subjects)
	t.all(d.named)
}
