//go:build !linux

package policy

import "os"

// limitAddresses does nothing: only the collector's limit and the kill timer
// hold where the system has no usable limit of its own.
func limitAddresses(int64) {}

func forbidFiles() {}

// resident is unknown.
func resident(int) int64 { return 0 }

func executable() (string, error) { return os.Executable() }
