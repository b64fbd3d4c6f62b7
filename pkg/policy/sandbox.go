package policy

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/aimslint/aimslint/pkg/library"
	"github.com/aimslint/aimslint/pkg/rule"
)

// DefaultMemory is what a process that evaluates policies of users may take, in
// bytes.
const DefaultMemory = 512 << 20

const (
	// grace is how much longer than an evaluation may take a process lives: an
	// evaluation that can be cancelled ends by itself and says so.
	grace = 2 * time.Second
	// patience is the bound where there is none for evaluations.
	patience = 10 * time.Minute
	// watch is how often the memory of a process is looked at.
	watch = 20 * time.Millisecond
	// largestAnswer is the most that one answer may hold, in bytes.
	largestAnswer = 64 << 20
)

// SandboxError says that policies of users could not be evaluated to the end.
type SandboxError struct {
	// Rule is the rule that was evaluated, by id, and Origin its file; both
	// are "" if no rule was.
	Rule, Origin string
	// Subject is the document, "" for none.
	Subject string
	Reason  string
}

// Error names the policy and the document.
func (e *SandboxError) Error() string {
	message := "the policies of .aimslint.yaml"
	if e.Rule != "" {
		message = fmt.Sprintf("%s: the rule %s", e.Origin, e.Rule)
	}
	if e.Subject != "" {
		message += " on " + e.Subject
	}
	return message + ": " + e.Reason
}

// sandbox evaluates policies of users in processes of their own, since a
// policy may take memory and time that nothing inside a process can bound. As
// many work at once as documents are evaluated at once.
type sandbox struct {
	rules   []*rule.Rule
	setup   []byte
	timeout time.Duration
	memory  int64
	places  chan struct{}

	lock   sync.Mutex
	idle   []*process
	closed bool
}

// newSandbox starts a process for the rules in force, so that what is wrong
// with the policies is known from the beginning. It is nil if there are none.
func newSandbox(options Options) (*sandbox, error) {
	if options.Users == nil {
		return nil, nil //nolint:nilnil // there is nothing to evaluate
	}
	s := &sandbox{timeout: options.Timeout, memory: cmp.Or(options.Memory, DefaultMemory), places: make(chan struct{}, runtime.GOMAXPROCS(0))}
	for _, r := range options.Users.Rules {
		if !slices.Contains(options.Disabled, r.ID) {
			s.rules = append(s.rules, r)
		}
	}
	if len(s.rules) == 0 {
		return nil, nil //nolint:nilnil // there is nothing to evaluate
	}
	settled := setup{Seconds: s.timeout.Seconds(), Memory: s.memory, Parameters: map[string]map[string]any{}}
	for _, r := range options.Users.Rules {
		values, err := r.Configure(options.Parameters[r.ID])
		if err != nil {
			return nil, err
		}
		settled.Parameters[r.ID] = values
	}
	for i := range options.Users.Modules {
		if m := &options.Users.Modules[i]; !m.IsTest() {
			settled.Modules = append(settled.Modules, moduleText{m.File, m.Text})
		}
	}
	var err error
	if s.setup, err = json.Marshal(settled); err != nil {
		return nil, fmt.Errorf("parameters of rules: %w", err)
	}
	first, err := s.start()
	if err != nil {
		return nil, err
	}
	s.idle = append(s.idle, first)
	return s, nil
}

// holds reports whether a rule of the users' is in force that a test picks.
func (s *sandbox) holds(pick func(*rule.Rule) bool) bool {
	return s != nil && slices.ContainsFunc(s.rules, pick)
}

// ask evaluates the rules that a test picks. The handles are those of the
// records in the input, nil if it is one document.
func (s *sandbox) ask(ctx context.Context, subject, asOf string, input ast.Value, handles map[int]bool, pick func(*rule.Rule) bool) ([]Violation, error) {
	q := question{AsOf: asOf}
	for _, r := range s.rules {
		if pick(r) {
			q.Rules = append(q.Rules, r.ID)
		}
	}
	plain, err := ast.JSON(input)
	if err == nil {
		q.Input, err = json.Marshal(plain)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", subject, err)
	}
	select {
	case s.places <- struct{}{}:
		defer func() { <-s.places }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	p, err := s.process() //nolint:contextcheck // setting up has a bound of its own
	if err != nil {
		return nil, err
	}
	answered, err := p.ask(ctx, q, s.bound())
	if err != nil {
		p.kill("")
		return nil, s.failure(ctx, err, subject)
	}
	s.release(p)
	violations := make([]Violation, len(answered))
	for i := range answered {
		if violations[i], err = answered[i].received(s.rules, handles); err != nil {
			return nil, s.failure(ctx, &askError{answered[i].Rule, "a violation is malformed: " + err.Error()}, subject)
		}
	}
	return violations, nil
}

// bound is how long a process may take for one question.
func (s *sandbox) bound() time.Duration {
	if s.timeout <= 0 {
		return patience
	}
	return s.timeout + grace
}

// failure says in words for a person what became of a question.
func (s *sandbox) failure(ctx context.Context, err error, subject string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	failed, ok := errors.AsType[*askError](err)
	if !ok {
		return fmt.Errorf("evaluating the policies of users: %w", err)
	}
	e := &SandboxError{Subject: subject, Reason: failed.reason}
	for _, r := range s.rules {
		if r.ID == failed.rule {
			e.Rule, e.Origin = r.ID, r.Origin
		}
	}
	switch failed.reason {
	case errTooLong.Error():
		e.Reason = fmt.Sprintf("it took longer than %s and was stopped; make the policy cheaper, raise limits.evaluation_seconds in .aimslint.yaml, or exclude the file", cmp.Or(s.timeout, patience))
	case tooMuchMemory:
		e.Reason = fmt.Sprintf("it took more than %d MB of memory and was stopped; make the policy cheaper, raise limits.policy_memory_bytes in .aimslint.yaml, or exclude the file", s.memory/1_000_000)
	}
	return e
}

// process gives one that is idle, or starts one.
func (s *sandbox) process() (*process, error) {
	s.lock.Lock()
	if n := len(s.idle); n > 0 {
		p := s.idle[n-1]
		s.idle = s.idle[:n-1]
		s.lock.Unlock()
		return p, nil
	}
	s.lock.Unlock()
	return s.start()
}

func (s *sandbox) release(p *process) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.closed || p.reason.Load() != nil {
		p.kill("")
		return
	}
	s.idle = append(s.idle, p)
}

// close ends the processes that are idle.
func (s *sandbox) close() {
	if s == nil {
		return
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	s.closed = true
	for _, p := range s.idle {
		p.kill("")
	}
	s.idle = nil
}

// start starts a process and sets it up. An error is a [library.Error] for
// policies that do not compile.
func (s *sandbox) start() (*process, error) {
	p, err := newProcess(s.memory)
	if err != nil {
		return nil, fmt.Errorf("starting a process for the policies of users: %w", err)
	}
	first, err := p.begin(s.setup, s.bound())
	switch {
	case err != nil:
		p.kill("")
		return nil, s.failure(context.Background(), err, "")
	case len(first.Problems) > 0:
		p.kill("")
		return nil, &library.Error{Problems: first.Problems}
	}
	return p, nil
}

// process is one that evaluates policies of users.
type process struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Scanner
	said    *said
	memory  int64
	reason  atomic.Pointer[string] // why it was killed
	ended   func()
}

const tooMuchMemory = "too much memory"

func newProcess(memory int64) (*process, error) {
	self, err := executable()
	if err != nil {
		return nil, err
	}
	p := &process{command: exec.Command(self, WorkerArgument), said: &said{}, memory: memory} //nolint:gosec,noctx // this program; it is ended by kill
	p.command.Args[0] = os.Args[0]
	p.command.Env = []string{"GOMAXPROCS=2", "GOTRACEBACK=none"}
	p.command.Dir = filepath.VolumeName(self) + string(filepath.Separator)
	p.command.Stderr = p.said
	if p.in, err = p.command.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.out = bufio.NewScanner(out)
	p.out.Buffer(make([]byte, 0, 1<<12), largestAnswer)
	if err := p.command.Start(); err != nil {
		return nil, err
	}
	p.ended = sync.OnceFunc(func() {
		_ = p.in.Close()
		_ = p.command.Wait()
	})
	return p, nil
}

// kill ends the process. The first reason that is given counts.
func (p *process) kill(reason string) {
	if reason != "" {
		p.reason.CompareAndSwap(nil, &reason)
	}
	_ = p.command.Process.Kill()
	if reason == "" {
		p.ended()
	}
}

// guard kills the process when the time is up, the context ends or it takes
// too much memory. The caller must call stop.
func (p *process) guard(ctx context.Context, bound time.Duration) (stop func()) {
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		timer, ticker := time.NewTimer(bound), time.NewTicker(watch)
		defer timer.Stop()
		defer ticker.Stop()
		for {
			select {
			case <-done:
				return
			case <-ctx.Done():
				p.kill("stopped")
				return
			case <-timer.C:
				p.kill(errTooLong.Error())
				return
			case <-ticker.C:
				if resident(p.command.Process.Pid) > p.memory {
					p.kill(tooMuchMemory)
					return
				}
			}
		}
	}()
	return func() { close(done); <-ended }
}

// askError says why a question was not answered, and which rule was at work.
type askError struct{ rule, reason string }

func (e *askError) Error() string { return e.reason }

// begin sets the process up.
func (p *process) begin(setup []byte, bound time.Duration) (answer, error) {
	defer p.guard(context.Background(), bound)()
	if _, err := p.in.Write(append(slices.Clip(setup), '\n')); err != nil {
		return answer{}, p.died("")
	}
	return p.read("")
}

// ask puts a question and gives the answer.
func (p *process) ask(ctx context.Context, q question, bound time.Duration) ([]sentViolation, error) {
	line, err := json.Marshal(q)
	if err != nil {
		return nil, err
	}
	defer p.guard(ctx, bound)()
	if _, err := p.in.Write(append(line, '\n')); err != nil {
		return nil, p.died("")
	}
	for current := ""; ; {
		a, err := p.read(current)
		switch {
		case err != nil:
			return nil, err
		case a.Error != "":
			return nil, &askError{a.Rule, a.Error}
		case a.Done:
			return a.Violations, nil
		}
		current = a.Rule
	}
}

func (p *process) read(current string) (answer, error) {
	var a answer
	if !p.out.Scan() {
		if errors.Is(p.out.Err(), bufio.ErrTooLong) {
			return a, &askError{current, fmt.Sprintf("it reports more than %d MB", largestAnswer>>20)}
		}
		return a, p.died(current)
	}
	if err := json.Unmarshal(p.out.Bytes(), &a); err != nil {
		return a, &askError{current, "its answer is malformed: " + err.Error()}
	}
	return a, nil
}

// died says why the process is no more.
func (p *process) died(current string) error {
	_ = p.command.Process.Kill()
	p.ended()
	if reason := p.reason.Load(); reason != nil {
		return &askError{current, *reason}
	}
	if reason := p.said.crash(); reason == tooMuchMemory {
		return &askError{current, reason}
	}
	first, _, _ := strings.Cut(p.said.String(), "\n")
	return &askError{current, strings.TrimSpace("its process ended unexpectedly: " + cmp.Or(first, p.command.ProcessState.String()))}
}
