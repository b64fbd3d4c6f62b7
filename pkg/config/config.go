// Package config reads .aimslint.yaml: which files are read and how, which
// rules are in force, how serious they are and with which parameters.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"github.com/aimslint/aimslint/pkg/rule"
)

// Name is the name of a configuration file.
const Name = ".aimslint.yaml"

// Config is a configuration. [Default] is the one without a file.
type Config struct {
	// File is the file that it was read from, "" for the default.
	File string `json:"file,omitempty"`
	// Include and Exclude are globs of files, relative to the file's folder.
	Include []string `json:"include"`
	Exclude []string `json:"exclude"`
	// Formats are for files whose content should not decide, the first match
	// first.
	Formats []Override `json:"formats"`
	// Profiles say how much is asked.
	Profiles Profiles      `json:"profile"`
	FailOn   rule.Severity `json:"fail_on"`
	// Rules are the settings by rule id.
	Rules map[string]Rule `json:"rules"`
	// Policies are the users' own.
	Policies []Policy `json:"policies"`
	// Kinds are those of the users' own, by name.
	Kinds  []Kind `json:"kinds"`
	Limits Limits `json:"limits"`
	// Exceptions say how findings may be accepted.
	Exceptions Exceptions `json:"exceptions"`
}

// Exceptions say how findings may be accepted.
type Exceptions struct {
	Comments bool `json:"comments"` // by comments in documents too
	MaxDays  int  `json:"max_days"` // at most, from the day of the check
}

// Kind is a kind of document of the users' own.
type Kind struct {
	Name   string `json:"name"`
	Schema string `json:"schema"` // file, relative to the file's folder
}

// Policy is where policies of the users' own are: one of Path, Bundle and OCI.
type Policy struct {
	// Path is a folder or a file, relative to the file's folder.
	Path string `json:"path,omitempty"`
	// Bundle is the file of a bundle, relative to the file's folder, and OCI an
	// artifact that holds one, pinned by its digest.
	Bundle string `json:"bundle,omitempty"`
	OCI    string `json:"oci,omitempty"`
	// Key is the file of the public key with which a bundle must be signed, ""
	// for none, and Algorithm that of the signature.
	Key       string `json:"key,omitempty"`
	Algorithm string `json:"algorithm,omitempty"`
}

// String is the policy as the configuration names it.
func (p Policy) String() string { return p.Path + p.Bundle + p.OCI }

// Override is the format of the files that a glob matches.
type Override struct {
	Glob   string `json:"glob"`
	Format string `json:"format"`
}

// Rule is how one rule is set.
type Rule struct {
	Off bool `json:"off,omitempty"`
	// Severity replaces the rule's own; "" keeps it.
	Severity rule.Severity `json:"severity,omitempty"`
	// Parameters are booleans, strings, json.Number or lists of those.
	Parameters map[string]any `json:"parameters,omitempty"`
}

// Limits bound what one file may cost.
type Limits struct {
	FileBytes         int64 `json:"file_bytes"`
	DigestBytes       int64 `json:"digest_bytes"`        // of a file whose digest is computed
	Depth             int   `json:"depth"`               // levels of nesting
	AliasExpansions   int   `json:"alias_expansions"`    // of YAML aliases
	EvaluationSeconds int   `json:"evaluation_seconds"`  // for the rules of one document
	PolicyMemoryBytes int64 `json:"policy_memory_bytes"` // of a process that evaluates users' policies
}

// Default is the configuration of a repository that has none.
func Default() *Config {
	return &Config{
		Profiles:   Profiles{rule.Standard},
		FailOn:     rule.Error,
		Rules:      map[string]Rule{},
		Exceptions: Exceptions{Comments: true, MaxDays: 180},
		Limits:     Limits{FileBytes: 10_000_000, DigestBytes: 2_000_000_000, Depth: 100, AliasExpansions: 10_000, EvaluationSeconds: 30, PolicyMemoryBytes: 512 << 20},
	}
}

// Enabled reports whether a rule is in force: a setting of its own decides, or
// else the profile.
func (c *Config) Enabled(r *rule.Rule) bool {
	if set, ok := c.Rules[r.ID]; ok {
		return !set.Off
	}
	return c.Profiles.Ask(r)
}

// Severity is how serious the findings of a rule are.
func (c *Config) Severity(r *rule.Rule) rule.Severity {
	if s := c.Rules[r.ID].Severity; s != "" {
		return s
	}
	return c.Profiles.severity(r)
}

// Parameters are the values of the rules' parameters, by rule id and name,
// where a profile or the file changes the default.
func (c *Config) Parameters(rules []*rule.Rule) map[string]map[string]any {
	parameters := map[string]map[string]any{}
	for _, r := range rules {
		changed := c.Profiles.parameters(r)
		maps.Copy(changed, c.Rules[r.ID].Parameters)
		if len(changed) > 0 {
			parameters[r.ID] = changed
		}
	}
	return parameters
}

// Find is the nearest configuration file at or above start that lies in root,
// or "" if there is none. A start that is a file or does not exist stands for
// its folder; one outside root for root itself. A link that leads out of root
// is an error.
func Find(start, root string) (string, error) {
	root, err := resolved(root)
	if err != nil {
		return "", err
	}
	folder, err := resolved(start)
	if err != nil {
		return "", err
	}
	relative, err := filepath.Rel(root, folder)
	if err != nil || !filepath.IsLocal(relative) {
		relative = "."
	}
	inside, err := os.OpenRoot(root)
	if err != nil {
		return "", fmt.Errorf("looking for %s: %w", Name, err)
	}
	defer func() { _ = inside.Close() }()
	for {
		file := filepath.Join(relative, Name)
		info, err := inside.Stat(file)
		switch {
		case err == nil && info.Mode().IsRegular():
			return filepath.Join(root, file), nil
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return "", fmt.Errorf("looking for %s: %w", Name, err)
		case relative == ".":
			return "", nil
		}
		relative = filepath.Dir(relative)
	}
}

// resolved is the nearest existing folder at or above a path, absolute and
// free of links.
func resolved(path string) (string, error) {
	folder, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	for {
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			return filepath.EvalSymlinks(folder)
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			return "", fmt.Errorf("%s: %w", path, fs.ErrNotExist)
		}
		folder = parent
	}
}

// Error lists all that is wrong with a configuration.
type Error struct{ Problems []Problem }

// Problem is one fault. Message is a sentence.
type Problem struct {
	File    string
	Line    int // from 1
	Column  int // in code points, from 1
	Message string
}

// String is the problem on one line, as compilers print it.
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Error is one line for each problem.
func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
