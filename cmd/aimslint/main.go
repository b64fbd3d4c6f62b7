// Command aimslint checks the evidence that a repository holds against ISO/IEC
// 42001, the standard for AI management systems.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/aimslint/aimslint/pkg/scan"
)

// Exit codes: see the README.
const (
	exitClean      = 0
	exitFindings   = 1
	exitUsage      = 2
	exitIncomplete = 3
	exitEmpty      = 4
)

func main() { os.Exit(run()) }

func run() int {
	tuneCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := newRoot()
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitClean
	}
	if message := err.Error(); message != "" {
		fmt.Fprintln(root.ErrOrStderr(), "aimslint: "+message)
	}
	return exitCode(err)
}

// tuneCollector trades memory for time, unless the environment has a say: a
// run is short, and most of what it allocates while it compiles policies lives
// to its end.
func tuneCollector() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(400)
	}
}

// exit is an error that says which code the process ends with. An empty
// message is not printed: what there was to say has been said.
type exit struct {
	code    int
	message string
}

func (e exit) Error() string { return e.message }

func exitCode(err error) int {
	var e exit
	var incomplete *scan.IncompleteError
	switch {
	case errors.As(err, &e):
		return e.code
	case errors.As(err, &incomplete), errors.Is(err, context.Canceled):
		return exitIncomplete
	}
	return exitUsage
}
