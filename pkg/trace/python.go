package trace

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// requirementsName is what files in pip's format are called
// (https://pip.pypa.io/en/stable/reference/requirements-file-format/): files of
// constraints only limit versions and name no dependency.
var requirementsName = regexp.MustCompile(`^(?i:(?:.+[-_.])?requirements?(?:[-_.].+)?\.(?:txt|in)|requirements)$`)

func isRequirements(base, folder string) bool {
	if folder == "requirements" && (strings.HasSuffix(base, ".txt") || strings.HasSuffix(base, ".in")) {
		return !strings.Contains(base, "constraint")
	}
	return requirementsName.MatchString(base) && !strings.Contains(base, "constraint")
}

// word splits names such as "requirements-dev" and "test_extras".
var word = regexp.MustCompile(`[A-Za-z]+`)

// groupScope is what the name of a file or of a group of dependencies says it
// is for; otherwise if it says nothing.
func groupScope(name string, otherwise Scope) Scope {
	scope := otherwise
	for _, w := range word.FindAllString(strings.ToLower(name), -1) {
		switch w {
		case "test", "tests", "testing", "pytest", "tox", "e2e":
			return Test
		case "dev", "devel", "develop", "development", "lint", "linting", "docs", "doc", "documentation", "format",
			"typing", "types", "mypy", "check", "checks", "ci", "build", "release", "notebook", "notebooks", "jupyter",
			"example", "examples", "benchmark", "benchmarks", "bench", "local":
			scope = Development
		}
	}
	return scope
}

// requirement begins a dependency as PEP 508 writes it: the name, and after it
// extras, a version, a marker, an address or nothing.
var requirement = regexp.MustCompile(`^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\]\s*)?(?:$|[=<>!~;@(#,\\\s])`)

// testMarker says that a requirement holds only where tests run.
var testMarker = regexp.MustCompile(`extra\s*==\s*["']([^"']+)["']`)

// requirementIn is the dependency that begins at an offset of the text and ends
// before another.
func requirementIn(text *syntax.Text, start, end int, scope Scope) (dependency, bool) {
	line := string(text.Bytes[start:end])
	m := requirement.FindStringSubmatchIndex(line)
	if m == nil {
		return dependency{}, false
	}
	if extra := testMarker.FindStringSubmatch(line); extra != nil {
		scope = narrower(scope, groupScope(extra[1], Optional))
	}
	return dependency{PyPI, line[m[2]:m[3]], scope, syntax.NewString(line[m[2]:m[3]], text, start+m[2], start+m[3])}, true
}

// requirementOf is the dependency that a text of a tree states.
func requirementOf(n *syntax.Node, scope Scope) (dependency, bool) {
	if n == nil || n.Kind != syntax.String {
		return dependency{}, false
	}
	start, end := n.Offsets()
	source := n.Source()
	inner := len(source) - len(strings.TrimLeft(source, "\"' \t\r\n"))
	d, ok := requirementIn(n.Text(), start+inner, end, scope)
	if !ok { // the closing quote of a bare name
		d, ok = requirementIn(n.Text(), start+inner, max(start+inner, start+len(strings.TrimRight(source, "\"' \t\r\n"))), scope)
	}
	return d, ok
}

// option is a line of a requirements file that takes another file in, or names
// a checkout or address with the name of the package behind it.
var (
	included = regexp.MustCompile(`^(?:-r\s*|--requirement(?:\s+|=))["']?([^"'\s#]+)`)
	egg      = regexp.MustCompile(`[#&]egg=([A-Za-z0-9][A-Za-z0-9._-]*)`)
	checkout = regexp.MustCompile(`^(?:-e\s+|--editable(?:\s+|=))?["']?(?:git\+|hg\+|https?://|ssh://)\S*?/([A-Za-z0-9._-]+?)(?:\.git)?(?:@[^\s#/]*)?(?:[#?]\S*)?["']?(?:\s|;|$)`)
	wheel    = regexp.MustCompile(`/([A-Za-z0-9_.]+?)-\d[^/\s]*\.(?:whl|tar\.gz|zip)\b`)
)

// parseRequirements reads a requirements file. A package that pip-compile or uv
// notes to be there for others alone is not the project's own.
func parseRequirements(text *syntax.Text, _ syntax.Limits) parsed {
	var p parsed
	scope := groupScope(path.Base(text.File), Runtime)
	lines := linesOf(text)
	for i, l := range lines {
		line := string(text.Bytes[l.start:l.end])
		switch {
		case line == "" || line[0] == '#' || i > 0 && lines[i-1].continues:
		case included.MatchString(line):
			file := included.FindStringSubmatch(line)[1]
			if !strings.Contains(file, "://") {
				p.includes = append(p.includes, Include{path.Join(path.Dir(text.File), file), scope})
			}
		case transitive(text, lines, i):
		default:
			if d, ok := requirementLine(text, l, line, scope); ok {
				p.dependencies = append(p.dependencies, d)
			}
		}
	}
	return p
}

// requirementLine is the dependency on a line: by name, or by an address that
// tells the name.
func requirementLine(text *syntax.Text, l line, written string, scope Scope) (dependency, bool) {
	for _, address := range []*regexp.Regexp{egg, wheel, checkout} {
		if m := address.FindStringSubmatchIndex(written); m != nil && !requirement.MatchString(written) {
			name := written[m[2]:m[3]]
			return dependency{PyPI, name, scope, syntax.NewString(name, text, l.start+m[2], l.start+m[3])}, true
		}
	}
	return requirementIn(text, l.start, l.end, scope)
}

// line is a line without the blanks around it, by its offsets.
type line struct {
	start, end int
	continues  bool // it ends in a backslash
}

func linesOf(text *syntax.Text) []line {
	var lines []line
	for at := len(text.Bytes) - len(bytes.TrimPrefix(text.Bytes, byteOrderMark)); at < len(text.Bytes); {
		length := bytes.IndexByte(text.Bytes[at:], '\n')
		if length < 0 {
			length = len(text.Bytes) - at
		}
		written := text.Bytes[at : at+length]
		blank := len(written) - len(bytes.TrimLeft(written, " \t\r"))
		inner := bytes.TrimRight(written[blank:], " \t\r")
		lines = append(lines, line{at + blank, at + blank + len(inner), bytes.HasSuffix(inner, []byte{'\\'})})
		at += length + 1
	}
	return lines
}

// transitive reports whether the notes of pip-compile or uv, on the line or
// below it, say that other packages alone ask for this one.
func transitive(text *syntax.Text, lines []line, i int) bool {
	content := func(l line) string { return string(text.Bytes[l.start:l.end]) }
	for lines[i].continues && i+1 < len(lines) {
		i++ // hashes
	}
	_, first, noted := strings.Cut(content(lines[i]), "# via")
	note := []string{first}
	for _, l := range lines[i+1:] {
		comment := content(l)
		if !strings.HasPrefix(comment, "#") || !noted && !strings.HasPrefix(comment, "# via") {
			break
		}
		noted = true
		note = append(note, strings.TrimPrefix(strings.TrimPrefix(comment, "#"), " via"))
	}
	return noted && !ownNote.MatchString(strings.Join(note, " "))
}

// ownNote is what the note on a package says that the project itself asks for.
var ownNote = regexp.MustCompile(`-r |-c |\(|\.(?:in|txt|toml|cfg|py)\b`)

// parsePyproject reads the dependencies of PEP 621 and PEP 735, and those of
// Poetry, PDM, uv and Hatch.
func parsePyproject(text *syntax.Text, _ syntax.Limits) parsed {
	root := parseTOML(text)
	var p parsed
	project := root.Get("project")
	p.list(project.Get("dependencies"), Runtime)
	p.groups(project.Get("optional-dependencies"), Optional)
	p.groups(root.Get("dependency-groups"), Development)
	tool := root.Get("tool")
	p.table(tool.Get("poetry").Get("dependencies"), Runtime)
	p.table(tool.Get("poetry").Get("dev-dependencies"), Development)
	for _, group := range fields(tool.Get("poetry").Get("group")) {
		scope := groupScope(group.Key.Scalar, Runtime)
		if optional := group.Value.Get("optional"); optional != nil && optional.Scalar == "true" {
			scope = narrower(scope, Optional)
		}
		p.table(group.Value.Get("dependencies"), scope)
	}
	p.groups(tool.Get("pdm").Get("dev-dependencies"), Development)
	p.list(tool.Get("uv").Get("dev-dependencies"), Development)
	for _, environment := range fields(tool.Get("hatch").Get("envs")) {
		scope := groupScope(environment.Key.Scalar, Development)
		p.list(environment.Value.Get("dependencies"), scope)
		p.list(environment.Value.Get("extra-dependencies"), scope)
	}
	return p
}

func fields(n *syntax.Node) []syntax.Field {
	if n == nil {
		return nil
	}
	return n.Fields
}

func items(n *syntax.Node) []*syntax.Node {
	if n == nil {
		return nil
	}
	return n.Items
}

// list adds requirements as PEP 508 writes them.
func (p *parsed) list(n *syntax.Node, scope Scope) {
	for _, item := range items(n) {
		if d, ok := requirementOf(item, scope); ok {
			p.dependencies = append(p.dependencies, d)
		}
	}
}

// groups adds lists of requirements under names that may tell what they are for.
func (p *parsed) groups(n *syntax.Node, otherwise Scope) {
	for _, group := range fields(n) {
		p.list(group.Value, groupScope(group.Key.Scalar, otherwise))
	}
}

// table adds the keys of a table, as Poetry and pipenv name dependencies.
func (p *parsed) table(n *syntax.Node, scope Scope) {
	for _, f := range fields(n) {
		own := scope
		if optional := f.Value.Get("optional"); optional != nil && optional.Scalar == "true" {
			own = narrower(scope, Optional)
		}
		p.dependencies = append(p.dependencies, dependency{PyPI, f.Key.Scalar, own, unquoted(f.Key)})
	}
}

// unquoted is a node without the quotes around it.
func unquoted(n *syntax.Node) *syntax.Node {
	start, end := n.Offsets()
	if source := n.Source(); len(source) >= 2 && (source[0] == '"' || source[0] == '\'') {
		start, end = start+1, end-1
	}
	return syntax.NewString(n.Scalar, n.Text(), start, end)
}

// parsePipfile reads a Pipfile of pipenv's.
func parsePipfile(text *syntax.Text, _ syntax.Limits) parsed {
	var p parsed
	for _, f := range fields(parseTOML(text)) {
		switch f.Key.Scalar {
		case "packages":
			p.table(f.Value, Runtime)
		case "dev-packages":
			p.table(f.Value, Development)
		case "source", "requires", "scripts", "pipenv":
		default: // a category of its own
			p.table(f.Value, groupScope(f.Key.Scalar, Optional))
		}
	}
	return p
}

// parsePipfileLock reads what pipenv locked. It does not say which of them the
// project asks for.
func parsePipfileLock(text *syntax.Text, limits syntax.Limits) parsed {
	var p parsed
	root := jsonOf(text, limits)
	p.table(root.Get("default"), Runtime)
	p.table(root.Get("develop"), Development)
	return p
}

// parsePythonLock reads the lock file of Poetry, uv or PDM: those packages that
// no other one asks for.
func parsePythonLock(text *syntax.Text, _ syntax.Limits) parsed {
	packages := items(parseTOML(text).Get("package"))
	asked := map[string]bool{}
	ask := func(name string) { asked[normal(PyPI, name)] = true }
	for _, pack := range packages {
		if isOwnPackage(pack) {
			continue
		}
		dependencies := pack.Get("dependencies")
		for _, f := range fields(dependencies) { // Poetry
			ask(f.Key.Scalar)
		}
		for _, item := range items(dependencies) { // uv, and PDM as text
			if name := item.Get("name"); name != nil {
				ask(name.Scalar)
			} else if d, ok := requirementOf(item, Runtime); ok {
				ask(d.name)
			}
		}
	}
	var p parsed
	for _, pack := range packages {
		name := pack.Get("name")
		if name == nil || asked[normal(PyPI, name.Scalar)] || isOwnPackage(pack) {
			continue
		}
		p.dependencies = append(p.dependencies, dependency{PyPI, name.Scalar, lockScope(pack), unquoted(name)})
	}
	return p
}

// isOwnPackage reports whether a package of uv.lock is the project itself.
func isOwnPackage(pack *syntax.Node) bool {
	source := pack.Get("source")
	return source.Get("virtual") != nil || source.Get("editable") != nil
}

// lockScope is what Poetry ("category", "groups") and PDM ("groups") say a
// package is for.
func lockScope(pack *syntax.Node) Scope {
	if category := pack.Get("category"); category != nil {
		return groupScope(category.Scalar, Runtime)
	}
	groups := items(pack.Get("groups"))
	scope := Runtime
	for i, group := range groups {
		own := groupScope(group.Scalar, Optional)
		if group.Scalar == "main" || group.Scalar == "default" {
			own = Runtime
		}
		if i == 0 || narrower(own, scope) != own {
			scope = own
		}
	}
	return scope
}

// setupSection is a section of setup.cfg, and setupKey a key in it.
var (
	setupSection = regexp.MustCompile(`^\[([^\]]+)\]`)
	setupKey     = regexp.MustCompile(`^([A-Za-z0-9_.-]+)\s*[=:]\s*`)
)

// parseSetupConfig reads the dependencies of setuptools' declarative form:
// https://setuptools.pypa.io/en/latest/userguide/declarative_config.html.
func parseSetupConfig(text *syntax.Text, _ syntax.Limits) parsed {
	var p parsed
	section, key := "", ""
	for _, l := range linesOf(text) {
		written := string(text.Bytes[l.start:l.end])
		indented := l.start > 0 && text.Bytes[l.start-1] != '\n'
		start := l.start
		switch {
		case written == "" || written[0] == '#' || written[0] == ';':
			continue
		case setupSection.MatchString(written) && !indented:
			section, key = setupSection.FindStringSubmatch(written)[1], ""
			continue
		case !indented:
			m := setupKey.FindStringSubmatchIndex(written)
			if m == nil {
				continue
			}
			key, start = written[m[2]:m[3]], l.start+m[1]
		}
		scope := Runtime
		switch {
		case section == "options" && key == "install_requires":
		case section == "options" && key == "tests_require":
			scope = Test
		case section == "options.extras_require":
			scope = groupScope(key, Optional)
		default:
			continue
		}
		if d, ok := requirementIn(text, start, l.end, scope); ok {
			p.dependencies = append(p.dependencies, d)
		}
	}
	return p
}

// A list of texts that a script of setuptools is given, and one of the texts.
var (
	setupList = regexp.MustCompile(`\b(install_requires|tests_require)\s*=\s*\[([^\]\[]*(?:\[[^\]\[]*\][^\]\[]*)*)\]`)
)

// parseSetupScript reads dependencies that setup.py states as a list of texts.
// What a script computes is not followed.
func parseSetupScript(text *syntax.Text, _ syntax.Limits) parsed {
	var p parsed
	for _, list := range setupList.FindAllSubmatchIndex(text.Bytes, -1) {
		scope := Runtime
		if string(text.Bytes[list[2]:list[3]]) == "tests_require" {
			scope = Test
		}
		for _, l := range stringsIn(text.Bytes, list[4], list[5]) {
			if d, ok := requirementIn(text, l.start, l.end, scope); ok {
				p.dependencies = append(p.dependencies, d)
			}
		}
	}
	return p
}

// stringsIn are the texts in quotes within a stretch of Python, without their
// quotes; comments are left out.
func stringsIn(content []byte, start, end int) []line {
	var found []line
	for i := start; i < end; i++ {
		switch c := content[i]; c {
		case '#':
			for i < end && content[i] != '\n' {
				i++
			}
		case '"', '\'':
			length := bytes.IndexByte(content[i+1:end], c)
			if length < 0 {
				return found
			}
			found = append(found, line{start: i + 1, end: i + 1 + length})
			i += 1 + length
		}
	}
	return found
}

// parseConda reads an environment of conda's, with those that it takes from pip.
func parseConda(text *syntax.Text, limits syntax.Limits) parsed {
	tree := syntax.Parse(text, syntax.YAML, limits)
	var p parsed
	scope := groupScope(path.Base(text.File), Runtime)
	for _, root := range tree.Values {
		for _, item := range items(root.Get("dependencies")) {
			p.list(item.Get("pip"), scope)
			if item.Kind != syntax.String {
				continue
			}
			if channel, _, ok := strings.Cut(item.Scalar, "::"); ok {
				start, end := item.Offsets()
				start += strings.Index(item.Source(), "::") + 2
				item = syntax.NewString(item.Scalar[len(channel)+2:], text, min(start, end), end)
			}
			if d, ok := requirementOf(item, scope); ok {
				p.dependencies = append(p.dependencies, d)
			}
		}
	}
	return p
}

// jsonOf is the value of a JSON text, nil if it cannot be read.
func jsonOf(text *syntax.Text, limits syntax.Limits) *syntax.Node {
	tree := syntax.Parse(text, syntax.JSON, limits)
	if len(tree.Values) == 0 {
		return nil
	}
	return tree.Values[0]
}
