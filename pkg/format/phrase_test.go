package format

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestRequiredWords(t *testing.T) {
	for expression, want := range map[string]string{
		`(?i)\bServes? as (?:an? )?benchmark\b`:   "serve",
		`(?i)\b(?:designed|developed) (?:for|to)`: "signed veloped",
		`\d+`:            "",
		`(?:one|\d)`:     "",
		`(?:two){1,3}`:   "two",
		`(?:three)?`:     "",
		`(?i)K|(?:four)`: "",
	} {
		if got := strings.Join(newPhrase(expression).words, " "); got != want {
			t.Errorf("%s requires %q, want %q", expression, got, want)
		}
	}
}

// To look for words first changes nothing but the time that it takes.
func TestWordsLoseNoMatch(t *testing.T) {
	sayings := slices.Concat(dataSaid(), modelPurposeSaid())
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("the corpus of real files is not here: " + corpus)
	}
	matches := 0
	err := fs.WalkDir(os.DirFS(corpus), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(corpus, name)) //nolint:gosec // below the corpus
		for line := range strings.Lines(string(content[:min(len(content), 8_000)])) {
			line = plain(line[:min(len(line), 1000)])
			folded := strings.ToLower(line)
			for _, s := range sayings {
				if !s.phrase.MatchString(line) {
					continue
				}
				matches++
				if !s.phrase.in(line, folded) {
					t.Errorf("%s: %s is lost in %q", name, s.phrase, line)
				}
			}
		}
		return err
	})
	if err != nil || matches == 0 {
		t.Errorf("%d matches, %v", matches, err)
	}
}
