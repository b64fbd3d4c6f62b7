package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

var kills = flag.Int("kills", 10, "how often a run is killed at a random moment")

// A run that is killed leaves a report as it was or whole, and nothing in the cache
// that changes what a later run says.
func TestKilledRunsLeaveNothingHalf(t *testing.T) {
	folder := t.TempDir()
	program := filepath.Join(folder, "aimslint")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, program); err != nil {
		t.Skip("links cannot be made here: ", err)
	}
	report := filepath.Join(folder, "report.json")
	check := func(cache string) *exec.Cmd {
		command := exec.CommandContext(t.Context(), program, "check", "../../testdata/saas-broken", "--as-of", "2026-11-22", //nolint:gosec // the test's own
			"--rule", "model-card/*,risk-register/*,binding/*,repository/document-id-unique", "--quiet", "--fail-on", "never", "--report", "json="+report)
		command.Env = append(os.Environ(), cacheVariable+"="+cache)
		return command
	}
	start := time.Now()
	if out, err := check("off").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	whole := time.Since(start)
	want, err := os.ReadFile(report) //nolint:gosec // the test's own
	if err != nil || !json.Valid(want) {
		t.Fatal("no report", err)
	}
	cache, killed := filepath.Join(folder, "kept"), 0
	random := rand.New(rand.NewPCG(42, 1)) //nolint:gosec // moments, no secrets
	for range *kills {
		if err := os.Remove(report); err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		command := check(cache)
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(whole))))
		_ = command.Process.Kill()
		if command.Wait() != nil {
			killed++
		}
		if got, err := os.ReadFile(report); err == nil && !bytes.Equal(got, want) { //nolint:gosec // the test's own
			t.Fatalf("a killed run left a report of %d bytes, a whole one has %d", len(got), len(want))
		}
	}
	t.Logf("%d of %d runs were killed", killed, *kills)
	if out, err := check(cache).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got, err := os.ReadFile(report); err != nil || !bytes.Equal(got, want) { //nolint:gosec // the test's own
		t.Errorf("after killed runs the report is another: %v\n%s", err, got)
	}
}
