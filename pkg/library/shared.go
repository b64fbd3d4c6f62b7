package library

import (
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/policies"
)

// Shared are the names of the modules of lib that come with this program, which
// every policy may import as data.aimslint.lib.NAME. Tests of them are among
// them, so that nobody adds to those either.
var Shared = sync.OnceValue(func() []string {
	files, err := fs.Glob(policies.Files, "lib/*.rego")
	if err != nil {
		panic("embedded policies: " + err.Error())
	}
	names := make([]string, len(files))
	for i, file := range files {
		names[i] = strings.TrimSuffix(path.Base(file), ".rego")
	}
	return names
})

// Closure are modules with those of lib that they refer to, directly or through
// others of lib, by the name of their file.
func Closure(modules []Module) (map[string]*ast.Module, error) {
	all := make(map[string]*ast.Module, len(modules))
	var open []*ast.Module
	given := map[string]bool{}
	for i := range modules {
		given[modules[i].Path()] = true
		all[modules[i].File] = modules[i].Module
		open = append(open, modules[i].Module)
	}
	for len(open) > 0 {
		m := open[0]
		open = open[1:]
		for _, name := range referred(m) {
			file := "aimslint/lib/" + name + ".rego"
			if all[file] != nil || given[libPackage+name] {
				continue
			}
			shared, err := sharedModule(name, file)
			if err != nil {
				return nil, err
			}
			all[file] = shared
			open = append(open, shared)
		}
	}
	return all, nil
}

func sharedModule(name, file string) (*ast.Module, error) {
	text, err := policies.Files.ReadFile("lib/" + name + ".rego")
	if err != nil {
		return nil, err
	}
	return ast.ParseModuleWithOpts(file, string(text), ast.ParserOptions{RegoVersion: ast.RegoV1, Capabilities: Capabilities()})
}

// referred are the names of the modules of lib that a module refers to.
func referred(m *ast.Module) []string {
	var names []string
	ast.WalkRefs(m, func(ref ast.Ref) bool {
		if len(ref) < 4 || !ref.HasPrefix(libRef) {
			return false
		}
		if name, ok := ref[3].Value.(ast.String); ok {
			for _, known := range Shared() {
				if known == string(name) {
					names = append(names, known)
				}
			}
		}
		return false
	})
	return names
}

var libRef = ast.MustParseRef("data.aimslint.lib")
