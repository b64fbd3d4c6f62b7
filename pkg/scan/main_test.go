package scan_test

import (
	"fmt"
	"os"
	"testing"

	"github.com/aimslint/aimslint/pkg/policy"
)

// TestMain lets the tests be the processes that evaluate policies of users.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == policy.WorkerArgument {
		if err := policy.Work(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}
