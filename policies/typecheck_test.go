package policies_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/schemas"
)

// TestTypes checks the rules and the record of each kind against the schema of
// the kind: a field that the schema does not have, or a value used as another
// type than the schema says, fails the build. Fields are seen in three forms:
// references such as input.risks[i].owner, paths below input that are given to
// lib, and the paths at which violations stand.
func TestTypes(t *testing.T) {
	all := modules(t, "lib", "records", "rules")
	for _, kind := range document.Kinds() {
		schema := schemaOf(t, kind)
		compileWith(t, kind, schema, all)
		for _, m := range all {
			if judges(m, kind) {
				checkPaths(t, m, schema)
			}
		}
	}
}

// judges reports whether the module is about documents of one kind.
func judges(m module, kind string) bool {
	snake := strings.ReplaceAll(kind, "-", "_")
	return !strings.HasSuffix(m.file, "_test.rego") &&
		(strings.HasPrefix(m.file, "rules/"+kind+"/") || m.file == "records/"+snake+".rego")
}

func compileWith(t *testing.T, kind string, schema any, all []module) {
	t.Helper()
	files := map[string]*ast.Module{}
	var wanted []string
	for _, m := range all {
		files[m.file] = m.Module
		if judges(m, kind) {
			wanted = append(wanted, m.file)
		}
	}
	chosen := map[string]*ast.Module{}
	for len(wanted) > 0 {
		file := wanted[0]
		wanted = wanted[1:]
		if chosen[file] != nil || files[file] == nil {
			continue
		}
		chosen[file] = files[file]
		for _, i := range files[file].Imports {
			wanted = append(wanted, strings.ReplaceAll(strings.TrimPrefix(i.Path.String(), "data.aimslint."), ".", "/")+".rego")
		}
	}
	set := ast.NewSchemaSet()
	set.Put(ast.SchemaRootRef, schema)
	compiler := ast.NewCompiler().WithSchemas(set)
	if compiler.Compile(chosen); compiler.Failed() {
		for _, err := range compiler.Errors {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// checkPaths looks at every literal path that a module takes into its document.
func checkPaths(t *testing.T, m module, schema any) {
	t.Helper()
	ast.WalkTerms(m.Module, func(term *ast.Term) bool {
		call, ok := term.Value.(ast.Call)
		if !ok || len(call) < 3 {
			return false
		}
		var path *ast.Term
		switch {
		case call[0].String() == "violation.at":
			path = call[1]
		case call[1].String() == "input":
			path = call[2]
		default:
			return false
		}
		if steps, literal := literalPath(path); literal && !known(schema, steps) {
			t.Errorf("%s: %s is no field of the schema", path.Location, path)
		}
		return false
	})
}

// literalPath are the steps of a path that is written out; a variable stands
// for any index.
func literalPath(term *ast.Term) ([]string, bool) {
	array, ok := term.Value.(*ast.Array)
	if !ok {
		return nil, false
	}
	var steps []string
	array.Foreach(func(step *ast.Term) {
		switch value := step.Value.(type) {
		case ast.String:
			steps = append(steps, string(value))
		case ast.Number:
			steps = append(steps, "*")
		default:
			steps = append(steps, "?")
		}
	})
	return steps, true
}

// known reports whether a path leads to something that a schema describes. What
// stands for a step is not known, so any property will do.
func known(schema any, steps []string) bool {
	node, _ := schema.(map[string]any)
	if alternatives, ok := node["anyOf"].([]any); ok {
		return slices.ContainsFunc(alternatives, func(a any) bool { return known(a, steps) })
	}
	if len(steps) == 0 {
		return true
	}
	if items, ok := node["items"]; ok && (steps[0] == "*" || steps[0] == "?") {
		return known(items, steps[1:])
	}
	properties, _ := node["properties"].(map[string]any)
	if steps[0] == "?" {
		for _, p := range properties {
			if known(p, steps[1:]) {
				return true
			}
		}
		return false
	}
	property, ok := properties[steps[0]]
	return ok && known(property, steps[1:])
}

// schemaOf is the schema of a kind as OPA's type checker understands it: without
// references, and with alternatives where a value may be of several types.
func schemaOf(t *testing.T, kind string) any {
	t.Helper()
	parse := func(name string) map[string]any {
		content, ok := schemas.Get(name)
		if !ok {
			t.Fatalf("there is no schema %s", name)
		}
		var schema map[string]any
		if err := json.Unmarshal(content, &schema); err != nil {
			t.Fatal(err)
		}
		return schema
	}
	root := parse(kind)
	return plainSchema(root, func(ref string) any {
		file, pointer, _ := strings.Cut(ref, "#")
		var found any = root
		if file != "" {
			found = parse(strings.TrimSuffix(file, ".schema.json"))
		}
		for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
			if step != "" {
				found = found.(map[string]any)[step] //nolint:forcetypeassert // a schema of ours
			}
		}
		return found
	})
}

func plainSchema(node any, resolve func(ref string) any) any {
	schema, ok := node.(map[string]any)
	if !ok {
		return node
	}
	if ref, ok := schema["$ref"].(string); ok {
		return plainSchema(resolve(ref), resolve)
	}
	plain := map[string]any{}
	for _, key := range []string{"properties", "items", "additionalProperties", "type", "anyOf"} {
		value, ok := schema[key]
		switch {
		case !ok:
		case key == "properties":
			properties := map[string]any{}
			for name, p := range value.(map[string]any) { //nolint:forcetypeassert // as JSON Schema has it
				properties[name] = plainSchema(p, resolve)
			}
			plain[key] = properties
		case key == "anyOf":
			alternatives := value.([]any) //nolint:forcetypeassert // as JSON Schema has it
			for i := range alternatives {
				alternatives[i] = plainSchema(alternatives[i], resolve)
			}
			plain[key] = alternatives
		default:
			plain[key] = plainSchema(value, resolve)
		}
	}
	types, several := plain["type"].([]any)
	if !several {
		return plain
	}
	alternatives := make([]any, len(types))
	for i, one := range types {
		alternative := map[string]any{"type": one}
		if one == "array" && plain["items"] != nil {
			alternative["items"] = plain["items"]
		}
		if one == "object" && plain["properties"] != nil {
			alternative["properties"] = plain["properties"]
		}
		alternatives[i] = alternative
	}
	return map[string]any{"anyOf": alternatives}
}

// TestKnownPaths holds the check itself to account.
func TestKnownPaths(t *testing.T) {
	schema := schemaOf(t, document.RiskRegister)
	for path, want := range map[string]bool{
		"metadata approved by": true, "metadata approved bye": false, "risks": true, "risks * treatment option": true, "risks * treatment opton": false,
		"risk": false, "risks owner": false, "risks * ? option": true, "risks * source": true, "risks * source *": true,
	} {
		if got := known(schema, strings.Fields(path)); got != want {
			t.Errorf("%s is known: %s", path, strconv.FormatBool(got))
		}
	}
}
