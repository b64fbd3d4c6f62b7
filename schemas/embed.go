// Package schemas holds the JSON Schemas of the native kinds, of the
// configuration and of the reports, and carries them in the binary.
package schemas

import "embed"

// Files are the schemas: NAME.schema.json.
//
//go:embed *.schema.json
var Files embed.FS
