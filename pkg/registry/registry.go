// Package registry fetches policies from a registry of OCI artifacts, where they
// lie as bundles of OPA, and keeps them. Nothing is fetched that is kept already,
// and all is checked against its digest whenever it is read.
package registry

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"

	"github.com/opencontainers/go-digest"
	v1 "github.com/opencontainers/image-spec/specs-go/v1"
	"oras.land/oras-go/v2/content"
	"oras.land/oras-go/v2/registry"
	"oras.land/oras-go/v2/registry/remote"
	"oras.land/oras-go/v2/registry/remote/auth"
	"oras.land/oras-go/v2/registry/remote/credentials"
	"oras.land/oras-go/v2/registry/remote/retry"
)

const (
	// largestManifest and largestLayer are the most that is fetched, in bytes.
	largestManifest = 1 << 20
	largestLayer    = 64 << 20
)

// Reference is an artifact that is pinned by its digest.
type Reference struct{ registry.Reference }

// Parse reads a reference such as ghcr.io/acme/policies@sha256:DIGEST.
func Parse(text string) (Reference, error) {
	r, err := registry.ParseReference(text)
	if err != nil {
		return Reference{}, fmt.Errorf("%q is no reference of an OCI artifact; write it as registry.example/name@sha256:DIGEST", text)
	}
	if _, err := r.Digest(); err != nil {
		return Reference{}, fmt.Errorf("%q is not pinned; name the artifact by its digest, as in %s/%s@sha256:DIGEST", text, r.Registry, r.Repository)
	}
	return Reference{r}, nil
}

// Folder is where artifacts are kept.
func Folder() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no folder to keep policies in: %w", err)
	}
	return filepath.Join(cache, "aimslint", "policies"), nil
}

// Bundle is the bundle of policies in an artifact: its only layer, or the first
// that is a .tar.gz archive. It comes from the folder if it is kept there, and is
// fetched and kept otherwise.
func Bundle(ctx context.Context, r Reference, folder string) ([]byte, error) {
	source := &source{reference: r, folder: folder}
	pinned, err := r.Digest()
	if err != nil {
		return nil, err
	}
	text, err := source.read(ctx, v1.Descriptor{MediaType: v1.MediaTypeImageManifest, Digest: pinned}, largestManifest, true)
	if err != nil {
		return nil, err
	}
	var manifest v1.Manifest
	if err := json.Unmarshal(text, &manifest); err != nil {
		return nil, fmt.Errorf("%s: the manifest cannot be read: %w", r, err)
	}
	layer, err := bundleOf(manifest.Layers)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", r, err)
	}
	return source.read(ctx, layer, largestLayer, false)
}

func bundleOf(layers []v1.Descriptor) (v1.Descriptor, error) {
	for _, l := range layers {
		if l.MediaType == v1.MediaTypeImageLayerGzip || len(layers) == 1 {
			return l, nil
		}
	}
	return v1.Descriptor{}, errors.New("the artifact holds no bundle: no layer of the type " + v1.MediaTypeImageLayerGzip)
}

// source is an artifact in a registry, and what is kept of it.
type source struct {
	reference Reference
	folder    string
	remote    *remote.Repository
}

// read gives what a digest names.
func (s *source) read(ctx context.Context, of v1.Descriptor, most int64, manifest bool) ([]byte, error) {
	if err := of.Digest.Validate(); err != nil {
		return nil, fmt.Errorf("%s: %w", s.reference, err)
	}
	kept := filepath.Join(s.folder, of.Digest.Algorithm().String()+"-"+of.Digest.Encoded())
	if text, err := os.ReadFile(kept); err == nil && digest.FromBytes(text) == of.Digest { //nolint:gosec // named after the digest
		return text, nil
	}
	text, err := s.fetch(ctx, of, most, manifest)
	if err != nil {
		return nil, fmt.Errorf("fetching the policies %s: %w", s.reference, err)
	}
	_ = keep(kept, text) // what cannot be kept is fetched again
	return text, nil
}

func (s *source) fetch(ctx context.Context, of v1.Descriptor, most int64, manifest bool) ([]byte, error) {
	if of.Size > most {
		return nil, fmt.Errorf("it holds more than %d MB", most>>20)
	}
	if err := s.connect(); err != nil {
		return nil, err
	}
	var body io.ReadCloser
	var err error
	if manifest {
		of, body, err = s.remote.Manifests().FetchReference(ctx, of.Digest.String())
	} else {
		body, err = s.remote.Blobs().Fetch(ctx, of)
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = body.Close() }()
	if of.Size > most {
		return nil, fmt.Errorf("it holds more than %d MB", most>>20)
	}
	return content.ReadAll(body, of) // checks size and digest
}

// connect prepares the way to the registry: without encryption to this machine
// only, and with the credentials that Docker keeps for it.
func (s *source) connect() error {
	if s.remote != nil {
		return nil
	}
	repository, err := remote.NewRepository(s.reference.Registry + "/" + s.reference.Repository)
	if err != nil {
		return err
	}
	host, _, err := net.SplitHostPort(s.reference.Registry)
	if err != nil {
		host = s.reference.Registry
	}
	address := net.ParseIP(host)
	repository.PlainHTTP = host == "localhost" || address != nil && address.IsLoopback()
	client := &auth.Client{Client: retry.DefaultClient, Cache: auth.NewCache()}
	client.SetUserAgent("aimslint")
	if store, err := credentials.NewStoreFromDocker(credentials.StoreOptions{}); err == nil {
		client.Credential = credentials.Credential(store)
	}
	repository.Client = client
	s.remote = repository
	return nil
}

// keep writes a file in one step, so that nobody reads a part of it.
func keep(name string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		return err
	}
	temporary, err := os.CreateTemp(filepath.Dir(name), ".fetched.*")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name()) //nolint:errcheck // it is gone once it has been renamed
	_, err = temporary.Write(text)
	if closed := temporary.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temporary.Name(), name)
	}
	return err
}
