// Package policies holds the rules, written in Rego, and carries them in the
// binary.
package policies

import "embed"

// Files are the Rego modules and the examples of the rules.
//
//go:embed lib records rules
var Files embed.FS
