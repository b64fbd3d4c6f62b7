// Command aimslint checks the evidence that a repository holds against ISO/IEC
// 42001, the standard for AI management systems.
package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"syscall"
	"time"

	"github.com/aimslint/aimslint/pkg/policy"
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

// patience is how long a run that was interrupted may take to end by itself. One that
// waits for standard input never would; reports are written at once or not at all.
const patience = 2 * time.Second

func main() { os.Exit(run()) }

func run() int {
	if len(os.Args) == 2 && os.Args[1] == policy.WorkerArgument {
		return work()
	}
	tuneCollector()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, func() {
		stop() // a second signal ends the program at once
		time.AfterFunc(patience, func() {
			fmt.Fprintln(os.Stderr, "aimslint: interrupted")
			os.Exit(exitIncomplete)
		})
	})
	root := newRoot()
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitClean
	}
	if message := err.Error(); message != "" {
		fmt.Fprintln(root.ErrOrStderr(), "aimslint: "+printableLines(message))
	}
	return exitCode(err)
}

// work evaluates policies of users for another process of this program.
func work() int {
	if err := policy.Work(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitIncomplete
	}
	return exitClean
}

// tuneCollector makes the garbage collector wait while the heap is small,
// unless the environment has a say: a run is short, and most of what it
// allocates while it compiles policies lives to its end. The heap may grow to
// 1.4 times what is alive and 60 MiB more. A run that turns out to be long gets
// half of that: the collector has less to do for each document, and there are many.
func tuneCollector() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(1500) // of 4 MiB, at first
		runtime.SetFinalizer(&cycle{}, (*cycle).ended)
	}
}

// cycle is of no use to anybody, so that each cycle of the collector ends with
// its finalizer. The pointer keeps it from sharing a block with others.
type cycle struct {
	_     *byte
	count int
}

func (c *cycle) ended() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 {
		return
	}
	const short = 4 // in cycles
	more := uint64(60 << 20)
	if c.count++; c.count > short {
		more /= 2
	}
	debug.SetGCPercent(40 + int(100*more/max(live[0].Value.Uint64(), 1<<20))) //nolint:gosec // at most 6040
	runtime.SetFinalizer(c, (*cycle).ended)
}

// exit is an error that says which code the process ends with. An empty
// message is not printed: what there was to say has been said.
type exit struct {
	code    int
	message string
}

func (e exit) Error() string { return e.message }

// cannotWrite reports whether the output could not be written.
func cannotWrite(err error) bool {
	failed, ok := errors.AsType[*fs.PathError](err)
	return ok && failed.Op == "write"
}

func exitCode(err error) int {
	var e exit
	var incomplete *scan.IncompleteError
	switch {
	case errors.As(err, &e):
		return e.code
	case errors.As(err, &incomplete), errors.Is(err, context.Canceled), cannotWrite(err):
		return exitIncomplete
	}
	return exitUsage
}
