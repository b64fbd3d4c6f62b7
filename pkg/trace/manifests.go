package trace

import (
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"regexp"
	"strings"

	"golang.org/x/mod/modfile"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// parsePackageJSON reads the dependencies of a package of npm's:
// https://docs.npmjs.com/cli/v11/configuring-npm/package-json#dependencies.
func parsePackageJSON(text *syntax.Text, limits syntax.Limits) parsed {
	root := jsonOf(text, limits)
	var p parsed
	for _, list := range []struct {
		key   string
		scope Scope
	}{
		{"dependencies", Runtime},
		{"peerDependencies", Runtime},
		{"optionalDependencies", Optional},
		{"devDependencies", Development},
	} {
		for _, f := range fields(root.Get(list.key)) {
			scope := list.scope
			meta := root.Get("peerDependenciesMeta").Get(f.Key.Scalar).Get("optional")
			if list.key == "peerDependencies" && meta != nil && meta.Scalar == "true" {
				scope = Optional
			}
			p.dependencies = append(p.dependencies, dependency{NPM, npmName(f), scope, unquoted(f.Key)})
		}
	}
	return p
}

// npmName is the package behind a dependency, which may be given another name:
// "ai4": "npm:ai@4".
func npmName(f syntax.Field) string {
	alias, ok := strings.CutPrefix(f.Value.Scalar, "npm:")
	if !ok || f.Value.Kind != syntax.String {
		return f.Key.Scalar
	}
	if at := strings.LastIndexByte(alias, '@'); at > 0 {
		alias = alias[:at]
	}
	return alias
}

// parseGoMod reads a go.mod. What others ask for (`// indirect`) is not the
// module's own.
func parseGoMod(text *syntax.Text, _ syntax.Limits) parsed {
	file, err := modfile.ParseLax(text.File, text.Bytes, nil)
	if err != nil {
		return parsed{}
	}
	var p parsed
	for _, r := range file.Require {
		if r.Indirect || r.Syntax == nil {
			continue
		}
		start := r.Syntax.Start.Byte
		if i := bytes.Index(text.Bytes[start:r.Syntax.End.Byte], []byte(r.Mod.Path)); i >= 0 {
			start += i
			p.dependencies = append(p.dependencies, dependency{Go, r.Mod.Path, Runtime, syntax.NewString(r.Mod.Path, text, start, start+len(r.Mod.Path))})
		}
	}
	return p
}

// parseCargo reads a Cargo.toml. What a workspace lists its members may use, and
// those that do name it themselves.
func parseCargo(text *syntax.Text, _ syntax.Limits) parsed {
	root := parseTOML(text)
	var p parsed
	p.crates(root)
	for _, target := range fields(root.Get("target")) {
		p.crates(target.Value)
	}
	return p
}

func (p *parsed) crates(n *syntax.Node) {
	for key, scope := range map[string]Scope{"dependencies": Runtime, "dev-dependencies": Test, "build-dependencies": Development} {
		for _, f := range fields(n.Get(key)) {
			name, own := f.Key.Scalar, scope
			if renamed := f.Value.Get("package"); renamed != nil {
				name = renamed.Scalar
			}
			if optional := f.Value.Get("optional"); optional != nil && optional.Scalar == "true" {
				own = narrower(scope, Optional)
			}
			p.dependencies = append(p.dependencies, dependency{Cargo, name, own, unquoted(f.Key)})
		}
	}
}

// parsePOM reads the dependencies of a project of Maven's, and those of its
// profiles. What it only manages, or needs to build, is not among them.
func parsePOM(text *syntax.Text, _ syntax.Limits) parsed {
	var p parsed
	var pom pomReader
	decoder := xml.NewDecoder(bytes.NewReader(text.Bytes))
	decoder.Strict = false
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	for {
		start := int(decoder.InputOffset())
		token, err := decoder.RawToken()
		if err != nil { // the end, or a fault: what stands before it counts
			return p
		}
		switch token := token.(type) {
		case xml.StartElement:
			pom.open(token.Name.Local)
		case xml.CharData:
			pom.say(string(token), start)
		case xml.EndElement:
			if d, ok := pom.close(text); ok {
				p.dependencies = append(p.dependencies, d)
			}
		}
	}
}

// pomReader is where the reading of a POM stands.
type pomReader struct {
	path                             []string
	group, artifact, scope, optional string
	at                               int // offset of the artifact's name
}

const deepestPOM = 1000

func (r *pomReader) open(name string) {
	if len(r.path) < deepestPOM {
		r.path = append(r.path, name)
	}
	if name == "dependency" {
		r.group, r.artifact, r.scope, r.optional = "", "", "", ""
	}
}

func (r *pomReader) say(said string, start int) {
	n := len(r.path)
	if n < 2 || r.path[n-2] != "dependency" {
		return
	}
	value := strings.TrimSpace(said)
	switch r.path[n-1] {
	case "groupId":
		r.group += value
	case "artifactId":
		if r.artifact == "" {
			r.at = start + strings.Index(said, value)
		}
		r.artifact += value
	case "scope":
		r.scope += value
	case "optional":
		r.optional += value
	}
}

// ownDependency are the elements in which a dependency of the project's stands.
var ownDependency = regexp.MustCompile(`^project/(?:profiles/profile/)?dependencies/dependency$`)

func (r *pomReader) close(text *syntax.Text) (d dependency, ok bool) {
	if len(r.path) == 0 {
		return d, false
	}
	at := strings.Join(r.path[max(0, len(r.path)-6):], "/")
	r.path = r.path[:len(r.path)-1]
	if !ownDependency.MatchString(at) || r.artifact == "" {
		return d, false
	}
	scope := Runtime
	switch {
	case r.scope == "test":
		scope = Test
	case r.optional == "true":
		scope = Optional
	}
	end := min(r.at+len(r.artifact), len(text.Bytes))
	return dependency{Maven, r.group + ":" + r.artifact, scope, syntax.NewString(r.artifact, text, r.at, end)}, true
}

func isGradle(base, _ string) bool {
	return strings.HasSuffix(base, ".gradle") || strings.HasSuffix(base, ".gradle.kts")
}

// A dependency in a build script of Gradle's: the configuration and the
// coordinates, in one text or in three.
var (
	gradleCoordinates = regexp.MustCompile(`\b([a-zA-Z]\w*)\s*\(?\s*(?:(?:platform|enforcedPlatform|kotlin)\s*\(\s*)?["']([\w.-]+:[\w.-]+)(?::[^"'\n]*)?["']`)
	gradleParts       = regexp.MustCompile(`\b([a-zA-Z]\w*)\s*\(?\s*group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']`)
	gradleConfig      = regexp.MustCompile(`(?i)^(.*)(implementation|api|compile|runtime|compileOnly|runtimeOnly|annotationProcessor|kapt|ksp|developmentOnly)$`)
)

// parseGradle reads the dependencies that a build script states as texts:
// https://docs.gradle.org/current/userguide/declaring_dependencies.html. Those
// taken from a version catalogue stand there.
func parseGradle(text *syntax.Text, _ syntax.Limits) parsed {
	var p parsed
	code := withoutComments(text.Bytes)
	add := func(m []int, name string, at [2]int) {
		if scope, ok := gradleScope(string(code[m[2]:m[3]])); ok {
			p.dependencies = append(p.dependencies, dependency{Maven, name, scope, syntax.NewString(name, text, at[0], at[1])})
		}
	}
	for _, m := range gradleCoordinates.FindAllSubmatchIndex(code, -1) {
		add(m, string(code[m[4]:m[5]]), [2]int{m[4], m[5]})
	}
	for _, m := range gradleParts.FindAllSubmatchIndex(code, -1) {
		add(m, string(code[m[4]:m[5]])+":"+string(code[m[6]:m[7]]), [2]int{m[6], m[7]})
	}
	return p
}

// gradleScope is what a configuration is for; false for a word that is none.
func gradleScope(configuration string) (Scope, bool) {
	m := gradleConfig.FindStringSubmatch(configuration)
	switch {
	case m == nil:
		return Runtime, false
	case strings.Contains(strings.ToLower(m[1]), "test"):
		return Test, true
	case m[1] == "" && strings.EqualFold(m[2], "developmentOnly"), m[2] == "annotationProcessor", m[2] == "kapt", m[2] == "ksp":
		return Development, true
	case strings.EqualFold(m[1], "debug"):
		return Development, true
	}
	return Runtime, true
}

// withoutComments is code in the manner of C with blanks in place of comments,
// so that all else keeps its offset.
func withoutComments(content []byte) []byte {
	code := bytes.Clone(content)
	for i := 0; i < len(code); i++ {
		switch {
		case code[i] == '"' || code[i] == '\'':
			for quote := code[i]; i+1 < len(code) && code[i+1] != quote && code[i+1] != '\n'; i++ {
				if code[i+1] == '\\' && i+2 < len(code) {
					i++
				}
			}
			i++
		case bytes.HasPrefix(code[i:], []byte("//")):
			i = blank(code, i, []byte("\n"))
		case bytes.HasPrefix(code[i:], []byte("/*")):
			i = blank(code, i, []byte("*/"))
		}
	}
	return code
}

// blank overwrites code up to an end, which stays if it is a line break, and
// gives the place of the last byte that was looked at.
func blank(code []byte, start int, end []byte) int {
	stop := len(code)
	if length := bytes.Index(code[start:], end); length >= 0 {
		stop = start + length + len(end)
	}
	for i := start; i < stop; i++ {
		if code[i] != '\n' {
			code[i] = ' '
		}
	}
	return stop - 1
}

// parseVersionCatalogue reads the libraries of a version catalogue of Gradle's:
// https://docs.gradle.org/current/userguide/version_catalogs.html. Which of
// them are for tests only the build scripts say.
func parseVersionCatalogue(text *syntax.Text, _ syntax.Limits) parsed {
	var p parsed
	for _, f := range fields(parseTOML(text).Get("libraries")) {
		scope := groupScope(f.Key.Scalar, Runtime)
		module, name := f.Value, ""
		switch {
		case f.Value.Kind == syntax.String:
			parts := strings.SplitN(f.Value.Scalar, ":", 3)
			name = strings.Join(parts[:min(2, len(parts))], ":")
		case f.Value.Get("module") != nil:
			module = f.Value.Get("module")
			name = module.Scalar
		case f.Value.Get("group") != nil && f.Value.Get("name") != nil:
			module = f.Value.Get("name")
			name = f.Value.Get("group").Scalar + ":" + module.Scalar
		}
		if name != "" {
			p.dependencies = append(p.dependencies, dependency{Maven, name, scope, within(module, path.Base(strings.ReplaceAll(name, ":", "/")))})
		}
	}
	return p
}

// within is the place of a part of a text in a tree.
func within(n *syntax.Node, part string) *syntax.Node {
	start, end := n.Offsets()
	if i := strings.Index(n.Source(), part); i >= 0 {
		start += i
		end = start + len(part)
	}
	return syntax.NewString(part, n.Text(), start, end)
}
