package registry

import (
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

// serve is a registry on this machine that holds one artifact, by the digest of
// its manifest, and counts what it is asked.
func serve(t *testing.T, manifest v1.Manifest, blobs map[digest.Digest][]byte) (reference string, asked *int, stop func()) {
	t.Helper()
	text, err := json.Marshal(manifest)
	if err != nil {
		t.Fatal(err)
	}
	asked = new(int)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked++
		name := digest.Digest(r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:])
		content, ok := blobs[name]
		if strings.Contains(r.URL.Path, "/manifests/") {
			content, ok = text, name == digest.FromBytes(text)
			w.Header().Set("Content-Type", v1.MediaTypeImageManifest)
			w.Header().Set("Docker-Content-Digest", name.String())
		}
		if !ok {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write(content)
	}))
	t.Cleanup(server.Close)
	return strings.TrimPrefix(server.URL, "http://") + "/acme/policies@" + digest.FromBytes(text).String(), asked, server.Close
}

func artifact(content []byte, mediaType string) (v1.Manifest, map[digest.Digest][]byte) {
	d := digest.FromBytes(content)
	return v1.Manifest{MediaType: v1.MediaTypeImageManifest, Layers: []v1.Descriptor{
		{MediaType: "application/vnd.example.notes", Digest: digest.FromString("notes"), Size: 5},
		{MediaType: mediaType, Digest: d, Size: int64(len(content))},
	}}, map[digest.Digest][]byte{d: content}
}

func TestBundle(t *testing.T) {
	manifest, blobs := artifact([]byte("a bundle"), v1.MediaTypeImageLayerGzip)
	reference, asked, stop := serve(t, manifest, blobs)
	r, err := Parse(reference)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "policies")
	for range 2 {
		got, err := Bundle(t.Context(), r, folder)
		if err != nil || string(got) != "a bundle" {
			t.Fatalf("got %q, %v", got, err)
		}
	}
	if *asked != 2 {
		t.Errorf("the registry was asked %d times, want once for the manifest and once for the bundle", *asked)
	}
	kept, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(kept) != 2 {
		t.Fatalf("kept are %v, %v", kept, err)
	}
	for _, file := range kept {
		if err := os.WriteFile(file, []byte("edited"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := Bundle(t.Context(), r, folder); err != nil || string(got) != "a bundle" || *asked != 4 {
		t.Errorf("with a spoiled cache: %q, %v, asked %d times", got, err, *asked)
	}
	stop()
	if got, err := Bundle(t.Context(), r, folder); err != nil || string(got) != "a bundle" {
		t.Errorf("offline: %q, %v", got, err)
	}
	if _, err := Bundle(t.Context(), r, t.TempDir()); err == nil || !strings.Contains(err.Error(), "fetching the policies "+reference) {
		t.Errorf("offline and not kept: %v", err)
	}
}

func TestBundleRefuses(t *testing.T) {
	manifest, blobs := artifact([]byte("a bundle"), v1.MediaTypeImageLayerGzip)
	for d := range blobs {
		blobs[d] = []byte("b bundle")
	}
	none, otherBlobs := artifact([]byte("a bundle"), "text/plain")
	huge, _ := artifact([]byte("a bundle"), v1.MediaTypeImageLayerGzip)
	huge.Layers[1].Size = largestLayer + 1
	for name, c := range map[string]struct {
		manifest v1.Manifest
		blobs    map[digest.Digest][]byte
		want     string
	}{
		"another content": {manifest, blobs, "mismatch"},
		"no bundle":       {none, otherBlobs, "holds no bundle"},
		"huge":            {huge, nil, "more than 64 MB"},
	} {
		reference, _, _ := serve(t, c.manifest, c.blobs)
		r, err := Parse(reference)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Bundle(t.Context(), r, t.TempDir()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	for text, want := range map[string]string{
		"ghcr.io/acme/policies:latest": "is not pinned; name the artifact by its digest, as in ghcr.io/acme/policies@sha256:DIGEST",
		"ghcr.io/acme/policies":        "is not pinned",
		"policies":                     "is no reference",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v", text, err)
		}
	}
}
