package policy

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync/atomic"
	"time"
)

// confined tells a process that it is to bound its own memory.
const confined = "AIMSLINT_CONFINED"

// Confined reports whether this process was started by [Confine], and bounds
// its memory then.
func Confined() bool {
	if os.Getenv(confined) == "" {
		return false
	}
	confine(DefaultMemory)
	return true
}

// Confine runs this program once more with the same arguments, as a process
// that evaluates policies of users and is killed when it takes too much memory.
// It gives the exit code.
func Confine(ctx context.Context, in io.Reader, out, complaints io.Writer) (int, error) {
	self, err := executable()
	if err != nil {
		return 0, err
	}
	command := exec.CommandContext(ctx, self, os.Args[1:]...) //nolint:gosec // this program
	command.Args[0] = os.Args[0]
	command.Env = append(os.Environ(), confined+"=1", "GOTRACEBACK=none")
	said := &said{}
	command.Stdin, command.Stdout, command.Stderr = in, out, said
	if err := command.Start(); err != nil {
		return 0, err
	}
	var greedy atomic.Bool
	done := make(chan struct{})
	go func() {
		ticker := time.NewTicker(watch)
		defer ticker.Stop()
		for {
			select {
			case <-done:
				return
			case <-ticker.C:
				if resident(command.Process.Pid) > DefaultMemory {
					greedy.Store(true)
					_ = command.Process.Kill()
					return
				}
			}
		}
	}()
	err = command.Wait()
	close(done)
	var ended *exec.ExitError
	crash := said.crash()
	if text := said.String(); crash == "" && text != "" {
		fmt.Fprintln(complaints, text) //nolint:errcheck // a terminal that is gone cannot be told so
	}
	switch {
	case greedy.Load(), crash == tooMuchMemory:
		return 0, fmt.Errorf("the policies took more than %d MB of memory and were stopped", DefaultMemory/1_000_000)
	case ctx.Err() != nil:
		return 0, ctx.Err()
	case crash != "":
		return 0, errors.New("the policies ended their process: " + crash)
	case errors.As(err, &ended) && ended.ExitCode() >= 0:
		return ended.ExitCode(), nil
	case err != nil:
		return 0, fmt.Errorf("the policies ended their process: %w", err)
	}
	return 0, nil
}
