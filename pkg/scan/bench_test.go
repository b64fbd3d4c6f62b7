package scan_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/aimslint/aimslint/pkg/scan"
)

// BenchmarkCheck checks model cards from start to finish.
func BenchmarkCheck(b *testing.B) {
	card, err := os.ReadFile("../../testdata/clinic/models/sepsis-alert/model-card.yaml")
	if err != nil {
		b.Fatal(err)
	}
	for _, count := range []int{1, 100, 1000} {
		b.Run(fmt.Sprintf("cards=%d", count), func(b *testing.B) {
			folder := b.TempDir()
			for i := range count {
				content := bytes.ReplaceAll(card, []byte("sepsis-alert-model"), fmt.Appendf(nil, "model-%d", i))
				if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("model-card-%d.yaml", i)), content, 0o600); err != nil { //nolint:gosec // a temporary folder
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(count * len(card)))
			for b.Loop() {
				run, err := scan.Check(b.Context(), scan.Request{Directory: folder, AsOf: "2026-11-22"})
				if err != nil || len(run.Documents) != count {
					b.Fatal(run, err)
				}
			}
		})
	}
}
