// Package policies holds the rules, written in Rego, and carries them in the
// binary. Rules is the table of their metadata: it is generated, since reading
// annotations at run time takes longer than parsing the modules.
package policies

import "embed"

// Files are the Rego modules and the examples of the rules.
//
//go:embed lib records rules
var Files embed.FS

//go:generate go test . -run ^TestTable$ -update
//go:generate go test ../pkg/prove -run ^TestFields$ -update
