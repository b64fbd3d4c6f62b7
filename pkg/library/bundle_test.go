package library

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
)

// packed is a bundle of modules by their path, signed if there is a private key.
func packed(tb testing.TB, modules map[string]string, data map[string]any, private string) []byte {
	tb.Helper()
	b := bundle.Bundle{Data: data, Manifest: bundle.Manifest{}}
	if b.Data == nil {
		b.Data = map[string]any{}
	}
	b.Manifest.Init()
	b.Manifest.SetRegoVersion(ast.RegoV1)
	for path, text := range modules {
		b.Modules = append(b.Modules, bundle.ModuleFile{URL: path, Path: path, Raw: []byte(text), Parsed: ast.MustParseModule(text)})
	}
	if private != "" {
		if err := b.GenerateSignature(bundle.NewSigningConfig(private, "ES256", ""), "", false); err != nil {
			tb.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := bundle.NewWriter(&out).UseModulePath(true).DisableFormat(true).Write(b); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func keyPair(t *testing.T) (private, public string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	pub, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der})), string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: pub}))
}

func TestReadBundle(t *testing.T) {
	t.Parallel()
	modules := map[string]string{"setting.rego": good, "lib/words.rego": words}
	private, public := keyPair(t)
	_, other := keyPair(t)
	signed, plain := packed(t, modules, nil, private), packed(t, modules, nil, "")
	for name, c := range map[string]struct {
		content []byte
		key     *Key
		want    string // "" for no fault
	}{
		"plain":                  {content: plain},
		"signed and nobody asks": {content: signed},
		"signed":                 {content: signed, key: &Key{public, "ES256"}},
		"not signed":             {content: plain, key: &Key{public, "ES256"}, want: "the bundle cannot be read: bundle missing .signatures.json file"},
		"signed by another":      {content: signed, key: &Key{other, "ES256"}, want: "the bundle cannot be read: "},
		"a secret for a key":     {content: signed, key: &Key{"secret", "HS256"}, want: `Unknown algorithm "HS256"; did you mean "`},
		"no archive":             {content: []byte("policies"), want: "no .tar.gz archive"},
		"cut off":                {content: plain[:len(plain)/2], want: "the bundle is damaged"},
		"with data":              {content: packed(t, modules, map[string]any{"a": 1}, ""), want: "holds data"},
		"empty":                  {content: packed(t, nil, nil, ""), want: "holds no policy"},
		"a bomb":                 {content: bomb(t), want: "unpacks to more than"},
	} {
		files, err := ReadBundle("vendor/b.tar.gz", c.content, c.key)
		if c.want != "" {
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: got %v", name, err)
			}
			continue
		}
		if err != nil || len(files) != 2 || files[1].Name != "vendor/b.tar.gz/setting.rego" || string(files[1].Content) != good {
			t.Errorf("%s: got %v, %v", name, files, err)
			continue
		}
		if l, err := Read(files, nil, nil); err != nil || l.Rules[0].Origin != "vendor/b.tar.gz/setting.rego" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// bomb is a small archive that unpacks to more than anybody needs.
func bomb(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	zipped := gzip.NewWriter(&out)
	archive := tar.NewWriter(zipped)
	if err := archive.WriteHeader(&tar.Header{Name: "a.rego", Size: largestBundle, Mode: 0o600}); err != nil {
		t.Fatal(err)
	}
	for range largestBundle >> 20 {
		if _, err := archive.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zipped.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
