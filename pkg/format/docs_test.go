package format

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// tablesOfDocs are the tables of headings in docs/formats, in order.
var tablesOfDocs = map[string][]topicTable{
	"markdown-card.md":     {modelTopics, dataTopics},
	"system-card.md":       {systemTopics},
	"impact-assessment.md": {assessmentTopics},
}

// topicsOfDocs are the topics that the docs call by the field which their text
// ends up in.
var topicsOfDocs = map[string]topic{"datasets": trainingData, "evaluation": results, "fairness": fairness}

var headingRow = regexp.MustCompile("^\\| (.+) \\| `([a-z_.]+)` \\|$")

// What the docs say of headings is so.
func TestHeadingsOfTheDocs(t *testing.T) {
	for file, tables := range tablesOfDocs {
		text, err := os.ReadFile(filepath.Join("..", "..", "docs", "formats", file)) //nolint:gosec // a page of the project
		if err != nil {
			t.Fatal(err)
		}
		table, rows := -1, 0
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if strings.HasPrefix(line, "| headings such as |") {
				table++
			}
			row := headingRow.FindStringSubmatch(line)
			if row == nil || table < 0 || table >= len(tables) {
				continue
			}
			rows++
			want, ok := topicsOfDocs[row[2]]
			if !ok {
				want = topic(row[2])
			}
			for heading := range strings.SplitSeq(row[1], ", ") {
				if topics := tables[table].topics(heading); !slices.Contains(topics, want) {
					t.Errorf("%s: %q is on %q, not on %s", file, heading, topics, want)
				}
			}
		}
		if rows < 10 {
			t.Errorf("%s: only %d rows of headings found", file, rows)
		}
	}
}
