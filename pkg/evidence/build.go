package evidence

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/aimslint/aimslint/pkg/report"
)

// Manifest says what a pack is of and how it was made.
type Manifest struct {
	Version int `json:"version"` // of this form
	// AsOf and Profile are the day that counted as today, and how much was asked.
	AsOf    string   `json:"as_of"`
	Profile []string `json:"profile"`
	Tool    Tool     `json:"tool"`
	// Commit is the one of the repository, if everything that counts was in it;
	// Dirty says that something was not.
	Commit string `json:"commit,omitempty"`
	Dirty  bool   `json:"dirty,omitempty"`
	// Folder is the folder that was checked, relative to the root ("." for it), and
	// Config the configuration, "" for none.
	Folder string `json:"folder"`
	Config string `json:"config,omitempty"`
	// WithoutPolicies says that the policies of the users' own were left out.
	WithoutPolicies bool `json:"without_policies,omitempty"`
	// Folders are those that documents name.
	Folders []string `json:"folders,omitempty"`
	// Documents are those that were checked.
	Documents []report.Document `json:"documents"`
	// Left are files that documents name and that are too large to be packed.
	Left []LeftOut `json:"left_out,omitempty"`
	// Files are all others of the pack.
	Files []Entry `json:"files"`
}

// Tool says which program judged by which rules.
type Tool struct {
	Version  string `json:"version"`
	Policies string `json:"policies"` // digest of rules and schemas, as `aimslint version` shows it
	// OwnPolicies is the digest of those of the users' own, "" for none.
	OwnPolicies string `json:"own_policies,omitempty"`
}

// Entry is a file with its digest.
type Entry struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// LeftOut is a file that is not in the pack.
type LeftOut struct {
	Name  string `json:"name"` // in the repository
	Bytes int64  `json:"bytes"`
}

// manifestVersion is the version of [Manifest].
const manifestVersion = 1

// Contents is what a pack is made of.
type Contents struct {
	Run      *report.Run // with its assessment
	Manifest Manifest    // without what is known from the others
	// Inputs are the files of the repository that count, by path.
	Inputs []File
	// Reports are the reports to be packed beside the one for programs.
	Reports []File
}

// Build makes a pack.
func Build(c Contents) (*Pack, error) {
	pack := &Pack{}
	for _, f := range c.Inputs {
		pack.add(File{Documents + f.Name, f.Content})
	}
	for _, f := range c.Reports {
		pack.add(f)
	}
	text, err := Report(c.Run)
	if err != nil {
		return nil, err
	}
	pack.add(File{ReportName, text})
	configuration := []resource{resourceOf("policies", c.Manifest.Tool.Policies)}
	if own := c.Manifest.Tool.OwnPolicies; own != "" {
		configuration = append(configuration, resourceOf("own_policies", own))
	}
	statement, err := marshal(state(c.Run, pack.Files, configuration))
	if err != nil {
		return nil, err
	}
	pack.add(File{statementName, statement})
	m := c.Manifest
	m.Version, m.AsOf, m.Profile, m.Documents = manifestVersion, c.Run.AsOf, c.Run.Profiles, c.Run.Documents
	for _, f := range pack.Files {
		m.Files = append(m.Files, Entry{f.Name, f.Digest()})
	}
	manifest, err := marshal(m)
	if err != nil {
		return nil, err
	}
	pack.add(File{manifestName, manifest})
	pack.add(File{sumsName, sums(pack.Files)})
	return pack, nil
}

func resourceOf(name, digest string) resource {
	return resource{Name: name, Digest: map[string]string{"sha256": strings.TrimPrefix(digest, "sha256:")}}
}

// Report is the report for programs as a pack holds it.
func Report(run *report.Run) ([]byte, error) {
	var text bytes.Buffer
	err := report.Get("json").Write(&text, run, report.Options{})
	return text.Bytes(), err
}

// marshal is JSON that people can read, without HTML escapes.
func marshal(value any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(value)
	return text.Bytes(), err
}

// sums are the digests in the form of sha256sum, so that a pack can be checked
// without this program.
func sums(files []File) []byte {
	var text bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&text, "%s  %s\n", f.Digest(), f.Name)
	}
	return text.Bytes()
}
