package begin

import (
	"path"
	"regexp"
	"strings"

	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/source"
)

// exact are versions that manifests state as the only one: openai==1.2,
// "openai": "4.20.0", openai = "1.2", module v1.2.3. Ranges say nothing of what
// is in use.
var exact = regexp.MustCompile(`^(?:\[[^\]]*\])?["']?\s*(?:===?\s*|:\s*["']|=\s*["']=?=?|\s+v)([0-9][0-9A-Za-z.+_-]*)\s*(?:["',;#)]|//|\s|$)`)

// pinned is the version of a package that the line of a trace states, or "".
func pinned(root string, t *scan.TraceEntry) string {
	content, err := source.At(root, t.File, source.DefaultLimit).Read()
	if err != nil {
		return ""
	}
	lines := strings.Split(string(content), "\n")
	if t.Line > len(lines) || path.Ext(t.File) == ".xml" {
		return ""
	}
	line := lines[t.Line-1]
	at := strings.Index(strings.ToLower(line), strings.ToLower(t.Name))
	if at < 0 {
		return ""
	}
	if found := exact.FindStringSubmatch(line[at+len(t.Name):]); found != nil && strings.Contains(found[1], ".") {
		return found[1]
	}
	return ""
}
