package syntax

import (
	"strings"
	"testing"
)

func TestComments(t *testing.T) {
	for name, c := range map[string]struct {
		language Language
		content  string
		want     string // line:words of each
	}{
		"yaml":                {YAML, "# mark one\na: 1 # mark two\nb: 2\n", "1:mark one 2:mark two"},
		"only those":          {YAML, "# other\na: 1 # mark\n", "2:mark"},
		"indented":            {YAML, "a:\n  # mark\n  b: 1\n", "2:mark"},
		"in a plain word":     {YAML, "a: x#mark\n", ""},
		"in quotes":           {YAML, "a: \"x # mark\"\nb: 'y # mark'\n\"k # mark\": 1\n", ""},
		"in a block":          {YAML, "a: |\n  # mark\n  text # mark\nb: >-\n  # mark\nc: 1 # mark yes\n", "6:mark yes"},
		"in quotes and after": {YAML, "a: \"x # mark\" # mark yes\n", "1:mark yes"},
		"after a key":         {YAML, "a: # mark\n  b: 1\n", "1:mark"},
		"after an anchor":     {YAML, "a: &x [1, 2] # mark\nb: *x # mark two\n", "1:mark 2:mark two"},
		"second document":     {YAML, "a: 1\n---\nb: 2 # mark\n", "3:mark"},
		"after an error":      {YAML, "a: 1 # mark\n---\nb: [1 # mark\n", ""},
		"carriage returns":    {YAML, "a: 1 # mark\r\nb: 2\r\n", "1:mark"},
		"byte order mark":     {YAML, "\uFEFF# mark\na: 1\n", "1:mark"},
		"no value":            {YAML, "# mark\n", "1:mark"},
		"front matter":        {Markdown, "---\n# mark one\na: 1 # mark two\n---\n# mark\n<!-- mark three -->\n", "2:mark one 3:mark two 6:mark three"},
		"no front matter":     {Markdown, "# mark\n\ntext <!-- mark --> more\n", "3:mark"},
		"code":                {Markdown, "a\n\n```\n<!-- mark -->\n```\n\n`<!-- mark -->`\n\n    <!-- mark -->\n", ""},
		"several lines":       {Markdown, "<!-- mark\n  two -->\n\n<!-- mark three --><!-- mark four -->\n", "1:mark two 4:mark three 4:mark four"},
		"in a list":           {Markdown, "- a\n  <!-- mark -->\n- b <!-- mark two -->\n\n> <!-- mark three -->\n", "2:mark 3:mark two 5:mark three"},
		"in html":             {Markdown, "<div>\n<!-- mark -->\n</div>\n", "2:mark"},
		"unclosed":            {Markdown, "<!-- mark\n", ""},
		"json":                {JSON, `{"a": "# mark"}`, ""},
		"csv":                 {CSV, "a,b\n# mark,2\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			tree := Parse(NewText("x", []byte(c.content)), c.language, DefaultLimits())
			comments := tree.Comments("mark")
			got := make([]string, 0, len(comments))
			for _, n := range comments {
				got = append(got, strings.Split(n.Span().Start.String(), ":")[0]+":"+n.Scalar)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("comments %q, want %q", strings.Join(got, " "), c.want)
			}
		})
	}
}
