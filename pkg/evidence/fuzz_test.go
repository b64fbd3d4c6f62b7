package evidence

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"
)

// A pack in which anything has been changed does not pass for the one that was made:
// neither if somebody edits a file, nor if the manifest or the sums are made to fit.
func FuzzTamper(f *testing.F) {
	pack, err := Build(contents())
	if err != nil {
		f.Fatal(err)
	}
	for i := range pack.Files {
		f.Add(uint(i), uint(0), []byte("x"), false)
		f.Add(uint(i), uint(40), []byte(" \n"), true)
	}
	f.Add(uint(2), uint(1), []byte("{}"), true)
	f.Fuzz(func(t *testing.T, which, at uint, by []byte, fit bool) {
		changed := &Pack{Files: slices.Clone(pack.Files)}
		file := &changed.Files[which%uint(len(changed.Files))]
		place := int(at % uint(len(file.Content)+1))
		content := slices.Concat(file.Content[:place], by, file.Content[min(place+len(by), len(file.Content)):])
		if bytes.Equal(content, file.Content) {
			t.Skip("nothing changes")
		}
		file.Content = content
		own := file.Name == manifestName || file.Name == sumsName || file.Name == statementName
		if fit && !own { // whoever knows the form can make all but the signed statement fit
			fitted(t, changed, file)
		}
		var out bytes.Buffer
		if err := changed.Write(&out); err != nil {
			t.Fatal(err)
		}
		read, err := Read(out.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if _, faults, err := read.Check(); err == nil && len(faults) == 0 {
			t.Errorf("nothing is wrong with %s, which has become %q", file.Name, content)
		}
	})
}

// fitted makes the manifest and the sums of a pack fit a file that was changed.
func fitted(t *testing.T, p *Pack, file *File) {
	t.Helper()
	var m Manifest
	if err := json.Unmarshal(p.Get(manifestName).Content, &m); err != nil {
		t.Fatal(err)
	}
	for i := range m.Files {
		if m.Files[i].Name == file.Name {
			m.Files[i].SHA256 = file.Digest()
		}
	}
	text, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	p.Get(manifestName).Content = text
	p.Get(sumsName).Content = sums(p.without(sumsName))
}
