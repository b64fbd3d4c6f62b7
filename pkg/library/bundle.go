package library

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
)

// Key is a public key with which a bundle must be signed.
type Key struct {
	PEM       string
	Algorithm string // one of [Algorithms]
}

// Algorithms are those of signatures that are verified with a public key.
func Algorithms() []string {
	return []string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"}
}

// largestBundle is the most that a bundle may unpack to, in bytes.
const largestBundle = 64 << 20

// ReadBundle reads the modules of a bundle of OPA, as `opa build -b` makes them,
// and verifies its signature if a key is given. The files are named after the
// bundle, and the error says what is wrong with it in a sentence.
func ReadBundle(name string, content []byte, key *Key) ([]File, error) {
	if err := fits(content); err != nil {
		return nil, err
	}
	reader := bundle.NewCustomReader(bundle.NewTarballLoaderWithBaseURL(bytes.NewReader(content), "")).
		WithRegoVersion(ast.RegoV1).WithCapabilities(Capabilities()).WithSizeLimitBytes(largest).WithSkipBundleVerification(key == nil)
	if key != nil {
		if !slices.Contains(Algorithms(), key.Algorithm) {
			return nil, errors.New(strings.TrimSuffix(unknown("algorithm", key.Algorithm, Algorithms(), ""), "."))
		}
		const onlyKey = "default"
		reader = reader.WithBundleVerificationConfig(bundle.NewVerificationConfig(
			map[string]*bundle.KeyConfig{onlyKey: {Key: key.PEM, Algorithm: key.Algorithm}}, onlyKey, "", nil))
	}
	b, err := reader.Read()
	if err != nil {
		if problems := Problems(err); problems[0].File != "" {
			return nil, &Error{inBundle(name, problems)}
		}
		return nil, fmt.Errorf("the bundle cannot be read: %w", err)
	}
	if len(b.Data) > 0 {
		return nil, errors.New("the bundle holds data, which rules have no way to read; build it of policies only")
	}
	var files []File
	for _, m := range b.Modules {
		if ofOurs(m.Parsed) {
			continue // as `opa build` needs it, and nothing else
		}
		files = append(files, File{path.Join(name, path.Join("/", m.Path)), m.Raw})
	}
	if len(files) == 0 {
		return nil, errors.New("the bundle holds no policy")
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files, nil
}

// ofOurs reports whether a module is one of lib as it comes with this program, which
// a bundle may hold too.
func ofOurs(m *ast.Module) bool {
	name, ok := strings.CutPrefix(m.Package.Path.String(), "data."+libPackage)
	if !ok || !slices.Contains(Shared(), name) {
		return false
	}
	shared, err := sharedModule(name, name)
	return err == nil && plainModule(shared).Equal(plainModule(m))
}

// plainModule is what a module does, without comments and metadata.
func plainModule(m *ast.Module) *ast.Module {
	return &ast.Module{Package: m.Package, Imports: m.Imports, Rules: m.Rules}
}

// WriteBundle writes modules as a bundle of OPA, the same bytes for the same
// modules. It is signed if there is a private key, in PEM.
func WriteBundle(out io.Writer, modules []Module, private *Key) error {
	b := bundle.Bundle{Data: map[string]any{}}
	b.Manifest.Init()
	b.Manifest.SetRegoVersion(ast.RegoV1)
	for i := range modules {
		m := &modules[i]
		name := path.Join("/", m.File)
		b.Modules = append(b.Modules, bundle.ModuleFile{URL: name, Path: name, Raw: []byte(m.Text), Parsed: m.Module})
	}
	if private != nil {
		if err := b.GenerateSignature(bundle.NewSigningConfig(private.PEM, private.Algorithm, ""), "", true); err != nil {
			return fmt.Errorf("the bundle cannot be signed: %w", err)
		}
	}
	return bundle.NewWriter(out).UseModulePath(true).DisableFormat(true).Write(b)
}

func inBundle(name string, problems []Problem) []Problem {
	for i := range problems {
		problems[i].File = path.Join(name, path.Join("/", problems[i].File))
	}
	return problems
}

// fits refuses an archive that unpacks to more than a bundle may hold.
func fits(content []byte) error {
	unzipped, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return errors.New("the bundle is no .tar.gz archive")
	}
	n, err := io.Copy(io.Discard, io.LimitReader(unzipped, largestBundle+1))
	switch {
	case n > largestBundle:
		return fmt.Errorf("the bundle unpacks to more than %d MB", largestBundle>>20)
	case err != nil:
		return fmt.Errorf("the bundle is damaged: %w", err)
	}
	return nil
}
