package scan

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/opencontainers/go-digest"
	v1 "github.com/opencontainers/image-spec/specs-go/v1"
)

const usersRule = `# METADATA
# title: T
# description: D.
# custom: {severity: error, requirements: [A.9.4], evidence: attested, remediation: R.}
package aimslint.rules.model_card.bundled

report contains {"path": [], "message": "m"}
`

// bundleOf is a bundle of one policy.
func bundleOf(t *testing.T, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	zipped := gzip.NewWriter(&out)
	archive := tar.NewWriter(zipped)
	for name, content := range map[string]string{"/.manifest": `{"roots": [""], "rego_version": 1}`, "/bundled.rego": text} {
		if err := archive.WriteHeader(&tar.Header{Name: name, Size: int64(len(content)), Mode: 0o600}); err != nil {
			t.Fatal(err)
		}
		if _, err := archive.Write([]byte(content)); err != nil {
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

func TestRulesForBundles(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	bundle := bundleOf(t, usersRule)
	layer := v1.Descriptor{MediaType: v1.MediaTypeImageLayerGzip, Digest: digest.FromBytes(bundle), Size: int64(len(bundle))}
	manifest, err := json.Marshal(v1.Manifest{MediaType: v1.MediaTypeImageManifest, Layers: []v1.Descriptor{layer}})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.Contains(r.URL.Path, "/manifests/") {
			w.Header().Set("Content-Type", v1.MediaTypeImageManifest)
			_, _ = w.Write(manifest)
			return
		}
		_, _ = w.Write(bundle)
	}))
	defer server.Close()
	artifact := strings.TrimPrefix(server.URL, "http://") + "/acme/policies@" + digest.FromBytes(manifest).String()

	root := t.TempDir()
	for name, content := range map[string][]byte{
		"vendor/good.tar.gz": bundle, "vendor/bad.tar.gz": bundleOf(t, strings.Replace(usersRule, "error", "eror", 1)), "vendor/key.pem": []byte("none"),
	} {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	rules := func(policies string) (*Rulebook, error) {
		if err := os.WriteFile(filepath.Join(root, ".aimslint.yaml"), []byte("policies: ["+policies+"]\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		return RulesFor(t.Context(), Request{Directory: root, Root: root})
	}
	for policies, origin := range map[string]string{
		"{bundle: vendor/good.tar.gz}": "vendor/good.tar.gz/bundled.rego",
		"{oci: '" + artifact + "'}":    artifact + "/bundled.rego",
	} {
		book, err := rules(policies)
		if err != nil {
			t.Fatalf("%s: %v", policies, err)
		}
		if r, err := book.Lookup("model-card/bundled"); err != nil || r.Origin != origin {
			t.Errorf("%s: got %v, %v", policies, r, err)
		}
	}
	server.Close()
	if _, err := rules("{oci: '" + artifact + "'}"); err != nil {
		t.Errorf("offline, but kept: %v", err)
	}
	for policies, want := range map[string]string{
		"{bundle: vendor/none.tar.gz}":                                                     `.aimslint.yaml:1:12: The bundle "vendor/none.tar.gz" cannot be read`,
		"{bundle: vendor/key.pem}":                                                         ".aimslint.yaml:1:12: The bundle is no .tar.gz archive.",
		"{bundle: ../good.tar.gz}":                                                         `.aimslint.yaml:1:12: "../good.tar.gz" leads out of the repository`,
		"{bundle: vendor/bad.tar.gz}":                                                      `vendor/bad.tar.gz/bundled.rego:4:22: Unknown severity "eror"`,
		"{bundle: vendor/good.tar.gz, key: vendor/key.pem}":                                "missing .signatures.json",
		"{bundle: vendor/good.tar.gz, key: vendor/nowhere.pem}":                            `The key "vendor/nowhere.pem" cannot be read`,
		"{bundle: vendor/good.tar.gz, key: k, algorithm: HS256}":                           "`algorithm` is \"HS256\"",
		"{oci: 'ghcr.io/acme/policies:latest'}":                                            ".aimslint.yaml:1:12: \"ghcr.io/acme/policies:latest\" is not pinned",
		"{oci: '127.0.0.1:1/acme/policies@" + strings.Split(artifact, "@")[1][:70] + "b'}": "fetching the policies 127.0.0.1:1/acme/policies@",
	} {
		if _, err := rules(policies); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", policies, err, want)
		}
	}
}
