package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/syntax"
)

func place(line string, skipped, start, end int) finding.Location {
	return finding.Location{Line: line, Skipped: skipped, Span: syntax.Span{
		Start: syntax.Position{Line: 1, Column: start}, End: syntax.Position{Line: 1, Column: end},
	}}
}

func TestFrame(t *testing.T) {
	for name, c := range map[string]struct {
		at           finding.Location
		width        int
		code, carets string
	}{
		"a value":            {place("owner: TBD", 0, 8, 11), 40, "owner: TBD", "       ^^^"},
		"tab":                {place("\ta:\tb", 0, 5, 6), 40, "    a:  b", "        ^"},
		"wide characters":    {place("名前: 模型 x", 0, 5, 7), 40, "名前: 模型 x", "      ^^^^"},
		"combining mark":     {place("e\u0301t: x", 0, 5, 6), 40, "e\u0301t: x", "   ^"},
		"half a cluster":     {place("👩‍⚕️: x", 0, 2, 3), 40, "👩‍⚕️: x", "^^"},
		"control characters": {place("\x1b[2J: x", 0, 1, 2), 40, `\x1b[2J: x`, "^^^^"},
		"nothing":            {place("key:", 0, 5, 5), 40, "key:", "    ^"},
		"beyond the end":     {place("", 0, 1, 1), 40, "", "^"},
		"cut behind":         {place("abcdefghijklmnopqrstuvwxyz", 0, 2, 4), 12, "abcdefghij…", " ^^"},
		"cut before":         {place("abcdefghijklmnopqrstuvwxyz", 0, 25, 27), 12, "…qrstuvwxyz", "         ^^"},
		"cut on both sides":  {place("abcdefghijklmnopqrstuvwxyz", 0, 13, 15), 12, "…jklmnopqrs…", "    ^^"},
		"span beyond room":   {place("abcdefghijklmnopqrstuvwxyz", 0, 3, 27), 12, "abcdefghij…", "  ^^^^^^^^"},
		"an excerpt":         {place("xyz: 1", 500, 506, 507), 40, "…xyz: 1", "      ^"},
	} {
		t.Run(name, func(t *testing.T) {
			code, carets := frame(c.at, c.width)
			if code != c.code || carets != c.carets {
				t.Errorf("got\n%s\n%s\nwant\n%s\n%s", code, carets, c.code, c.carets)
			}
		})
	}
}

func TestWrap(t *testing.T) {
	got := strings.Join(wrap("Name the  person\nor 役割 for averyveryverylongword.", 12), "|")
	if want := "Name the|person or|役割 for|averyveryverylongword."; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func FuzzFrame(f *testing.F) {
	f.Add("owner: TBD", 0, 8, 11, 40)
	f.Add("\t名前 e\u0301 👩‍⚕️ \xff\x1b", 7, 9, 9, 40)
	f.Add(strings.Repeat("long ", 300), 0, 700, 710, 100)
	f.Fuzz(func(t *testing.T, line string, skipped, start, end, width int) {
		if len(line) > 4096 || start < 1 || end < start || skipped < 0 || skipped >= start || width < 20 || width > 500 {
			t.Skip("no place that a finding has")
		}
		code, carets := frame(place(line, skipped, start, end), width)
		if strings.ContainsAny(code, "\x1b\n\r\t") || !utf8.ValidString(code) {
			t.Errorf("the code %q steers a terminal", code)
		}
		if !strings.HasSuffix(carets, "^") || strings.Trim(strings.TrimLeft(carets, " "), "^") != "" {
			t.Errorf("carets %q", carets)
		}
	})
}
