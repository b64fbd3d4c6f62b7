package source

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"sync"
)

// objects reads blobs of a repository, one at a time, through one process of
// Git's that is started when the first is asked for.
type objects struct {
	ctx context.Context //nolint:containedctx // the process lives as long as the run
	git gitIn

	mu      sync.Mutex
	process *exec.Cmd
	ask     io.WriteCloser
	answers *bufio.Reader
}

// open opens a blob for reading. No other can be opened until it is closed.
func (o *objects) open(blob string) (_ io.ReadCloser, err error) {
	o.mu.Lock()
	defer func() {
		if err != nil {
			o.mu.Unlock()
		}
	}()
	if err := o.start(); err != nil {
		return nil, err
	}
	if _, err := io.WriteString(o.ask, blob+"\n"); err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	header, err := o.answers.ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("git cat-file: %w", err)
	}
	var name, kind string
	var size int64
	if _, err := fmt.Sscanf(header, "%s %s %d\n", &name, &kind, &size); err != nil || kind != "blob" {
		return nil, fmt.Errorf("git cat-file: %.100q is not the content of a file", header)
	}
	return &object{objects: o, content: io.LimitedReader{R: o.answers, N: size}}, nil
}

func (o *objects) start() (err error) {
	if o.process != nil {
		return nil
	}
	process := o.git.command(o.ctx, "cat-file", "--batch")
	if o.ask, err = process.StdinPipe(); err != nil {
		return err
	}
	answers, err := process.StdoutPipe()
	if err != nil {
		return err
	}
	o.answers = bufio.NewReader(answers)
	if err := process.Start(); err != nil {
		return err
	}
	o.process = process
	return nil
}

// close ends the process.
func (o *objects) close() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.process != nil {
		_ = errors.Join(o.ask.Close(), o.process.Wait()) // all that was asked has been answered
		o.process = nil
	}
}

// object is an open blob.
type object struct {
	objects *objects
	content io.LimitedReader
}

func (b *object) Read(p []byte) (int, error) {
	n, err := b.content.Read(p)
	if errors.Is(err, io.EOF) && b.content.N > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// Close goes to the end of the blob and of the line feed behind it, where the
// next one begins.
func (b *object) Close() error {
	defer b.objects.mu.Unlock()
	_, err := io.Copy(io.Discard, &b.content)
	if err == nil {
		_, err = b.objects.answers.Discard(1)
	}
	return err
}
