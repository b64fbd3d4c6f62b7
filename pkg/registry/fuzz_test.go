package registry

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/opencontainers/go-digest"
)

// A reference that is taken is pinned and is written as it was read.
func FuzzParse(f *testing.F) {
	pinned := digest.FromString("x").String()
	for _, seed := range []string{
		"ghcr.io/acme/policies@" + pinned, "ghcr.io/acme/policies:1@" + pinned, "localhost:5000/a@sha256:0", "a/b@sha512:" + pinned[7:], "@" + pinned, "../../x@" + pinned, "ghcr.io/acme/policies", "a/b@" + pinned + "/../x",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := Parse(text)
		if err != nil {
			return
		}
		d, err := r.Digest()
		if err != nil || d.Validate() != nil {
			t.Errorf("%q is not pinned: %v", text, err)
		}
		again, err := Parse(r.String())
		if err != nil || again != r {
			t.Errorf("%q became %q, %v", text, r, err)
		}
	})
}

// A manifest that is kept gives what one of its layers names by digest, or an error;
// nothing outside the folder is read or written.
func FuzzManifest(f *testing.F) {
	const bundle = "a bundle"
	pinned := digest.FromString(bundle).String()
	for _, seed := range []string{
		`{"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"` + pinned + `","size":8}]}`,
		`{"layers":[{"digest":"` + pinned + `"}]}`, `{"layers":[{"digest":"../../secret","size":-1}]}`, `{"layers":[]}`, `{"layers":{}}`, `[]`, `{"layers":[{"digest":"sha256:../../x"}]}`, ``,
		`{"layers":[{"mediaType":"x"},{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"sha512:` + pinned[7:] + `","size":99999999999}]}`,
	} {
		f.Add([]byte(seed))
	}
	offline, cancel := context.WithCancel(context.Background())
	cancel()
	f.Fuzz(func(t *testing.T, manifest []byte) {
		outer := t.TempDir()
		folder := filepath.Join(outer, "kept")
		of := digest.FromBytes(manifest)
		for name, content := range map[string][]byte{"sha256-" + of.Encoded(): manifest, "sha256-" + pinned[7:]: []byte(bundle)} {
			if err := keep(filepath.Join(folder, name), content); err != nil {
				t.Fatal(err)
			}
		}
		r, err := Parse("127.0.0.1:1/acme/policies@" + of.String())
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Bundle(offline, r, folder); err == nil && string(got) != bundle {
			if digest.FromBytes(got) != of {
				t.Errorf("it gives %q", got)
			}
		}
		if entries, err := os.ReadDir(outer); err != nil || len(entries) != 1 {
			t.Errorf("%v %v beside the folder", entries, err)
		}
	})
}
