package library

import (
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// forbidden are the builtins that no policy may use, by name or by prefix if
// it ends in a full stop. They reach the network, the environment, the clock or
// randomness; or they can take memory or time that cancelling an evaluation
// does not stop; or they parse hostile text for which no rule has a use.
var forbidden = []string{
	"http.", "net.", "opa.", "rand.", "uuid.", "time.now_ns", "providers.", "io.jwt.", "trace",
	"bits.lsh", "graph.reachable_paths", "strings.render_template",
	"crypto.x509.", "crypto.parse_private_keys", "graphql.", "yaml.", "rego.parse_module",
	"json.match_schema", "json.verify_schema", "regex.globs_match",
}

// Capabilities are those of all policies, the embedded as well as others. The
// list of hosts is empty, not nil: nil would let a schema reference in a module
// open a connection while it is compiled.
var Capabilities = sync.OnceValue(func() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	c.AllowNet = []string{}
	c.Builtins = slices.DeleteFunc(slices.Clone(c.Builtins), func(b *ast.Builtin) bool {
		return b.Nondeterministic || slices.ContainsFunc(forbidden, func(name string) bool {
			return b.Name == name || strings.HasSuffix(name, ".") && strings.HasPrefix(b.Name, name)
		})
	})
	return c
})
