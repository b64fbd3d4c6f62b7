package begin

import "strings"

// configuration is a file to begin with, under profiles.
func configuration(profiles []string) []byte {
	stated := profiles[0]
	if len(profiles) > 1 {
		stated = "[" + strings.Join(profiles, ", ") + "]"
	}
	return []byte(`# yaml-language-server: $schema=https://raw.githubusercontent.com/aimslint/aimslint/main/schemas/config.schema.json
# How much is asked of the documents: starter (the least), standard, or certification (all that an
# auditor looks for). Add eu-high-risk or medical-device in a list: [standard, eu-high-risk].
profile: ` + stated + `
# Which findings fail a run: error (the default), warning or note.
# fail_on: warning
# Files that are no documents of yours, as globs relative to this file.
# exclude: [docs/examples/**]
`)
}
