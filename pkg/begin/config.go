package begin

import (
	"context"
	"path"
	"path/filepath"
	"strings"

	"github.com/aimslint/aimslint/pkg/config"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/source"
)

// newConfiguration is the configuration of a project that has none, by its path
// relative to the root.
func newConfiguration(ctx context.Context, request scan.Request) (map[string][]byte, error) {
	project, err := filepath.EvalSymlinks(request.Paths[0])
	if err != nil {
		return nil, err
	}
	root := request.Root
	if root == "" {
		if root, err = source.Root(project); err != nil {
			return nil, err
		}
	}
	if there, err := config.Find(project, root); there != "" || err != nil {
		return map[string][]byte{}, err
	}
	settings, err := scan.Configuration(ctx, request)
	if err != nil {
		return nil, err
	}
	folder, err := filepath.Rel(root, project)
	if err != nil {
		return nil, err
	}
	file := path.Join(filepath.ToSlash(folder), config.Name)
	return map[string][]byte{file: configuration(settings.Profiles.Names())}, nil
}

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
