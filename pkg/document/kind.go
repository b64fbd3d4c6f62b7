package document

import "slices"

// The kinds of document that are known. Each has a schema of the same name.
const (
	ModelCard    = "model-card"
	DataManifest = "data-manifest"
	RiskRegister = "risk-register"
)

// Kinds are all kinds, in the order in which they are shown.
func Kinds() []string { return []string{ModelCard, DataManifest, RiskRegister} }

// IsKind reports whether a kind is known.
func IsKind(name string) bool { return slices.Contains(Kinds(), name) }
