package evidence

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Check holds a pack against its own digests. It gives the manifest and what is
// wrong, a sentence each; none for a pack as it was made. A pack that has no
// manifest that can be read is an error.
func (p *Pack) Check() (*Manifest, []string, error) {
	file := p.Get(manifestName)
	if file == nil {
		return nil, nil, errors.New("it holds no " + manifestName + ", so it is no pack of evidence")
	}
	var m Manifest
	if err := json.Unmarshal(file.Content, &m); err != nil {
		return nil, nil, fmt.Errorf("%s: %w", manifestName, err)
	}
	if m.Version != manifestVersion {
		return nil, nil, fmt.Errorf("%s has version %d, and this aimslint reads version %d", manifestName, m.Version, manifestVersion)
	}
	faults := p.entries(m.Files)
	faults = append(faults, p.strangers(m.Files)...)
	faults = append(faults, p.stated()...)
	if listed := p.Get(sumsName); listed == nil || !bytes.Equal(listed.Content, sums(p.without(sumsName))) {
		faults = append(faults, sumsName+" does not list the digests of the files.")
	}
	return &m, faults, nil
}

func (p *Pack) without(name string) []File {
	return slices.DeleteFunc(slices.Clone(p.Files), func(f File) bool { return f.Name == name })
}

// entries are files that are gone or have another digest.
func (p *Pack) entries(entries []Entry) []string {
	var faults []string
	for _, e := range entries {
		switch f := p.Get(e.Name); {
		case f == nil:
			faults = append(faults, e.Name+" is gone.")
		case f.Digest() != e.SHA256:
			faults = append(faults, e.Name+" has changed: its digest is "+f.Digest()+", not "+e.SHA256+".")
		}
	}
	return faults
}

// strangers are files that the manifest does not know.
func (p *Pack) strangers(entries []Entry) []string {
	known := map[string]bool{manifestName: true, sumsName: true}
	for _, e := range entries {
		known[e.Name] = true
	}
	var faults []string
	for _, f := range p.Files {
		if !known[f.Name] {
			faults = append(faults, f.Name+" has been added.")
		}
	}
	return faults
}

// stated holds the statement against the files that it is about.
func (p *Pack) stated() []string {
	file := p.Get(statementName)
	if file == nil {
		return []string{statementName + " is gone."}
	}
	var s statement
	if err := json.Unmarshal(file.Content, &s); err != nil {
		return []string{statementName + " cannot be read: " + err.Error() + "."}
	}
	digests := map[string]string{}
	for _, subject := range s.Subject {
		digests[subject.Name] = subject.Digest["sha256"]
	}
	var faults []string
	for _, f := range p.Files {
		own := f.Name == manifestName || f.Name == sumsName || f.Name == statementName
		if stated, known := digests[f.Name]; !own && (!known || stated != f.Digest()) {
			faults = append(faults, statementName+" does not state the digest of "+f.Name+".")
		}
	}
	return faults
}

// Inputs are the files of the repository, by their paths in it.
func (p *Pack) Inputs() []File {
	var inputs []File
	for _, f := range p.Files {
		if name, found := strings.CutPrefix(f.Name, Documents); found {
			inputs = append(inputs, File{name, f.Content})
		}
	}
	return inputs
}
