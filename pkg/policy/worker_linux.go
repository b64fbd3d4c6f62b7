package policy

import (
	"bytes"
	"fmt"
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// limitAddresses bounds how many addresses this process may have beyond those
// that it has now. The runtime reserves more than it uses, so that it is given
// some more than the memory that it may use.
func limitAddresses(memory int64) {
	pages, _ := statm("self")
	if pages == 0 {
		return
	}
	const reserve = 256 << 20
	most := uint64(pages*int64(os.Getpagesize()) + memory + reserve) //nolint:gosec // both are positive
	_ = unix.Setrlimit(unix.RLIMIT_AS, &unix.Rlimit{Cur: most, Max: most})
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
}

// forbidFiles keeps this process from writing to files; it has pipes only.
func forbidFiles() { _ = unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{}) }

// resident is how much memory a process takes, in bytes; 0 if that is unknown.
func resident(pid int) int64 {
	_, pages := statm(strconv.Itoa(pid))
	return pages * int64(os.Getpagesize())
}

// statm are the pages of addresses that a process has, and those in memory.
func statm(process string) (size, inMemory int64) {
	content, err := os.ReadFile("/proc/" + process + "/statm") //nolint:gosec // self or a number
	if err != nil {
		return 0, 0
	}
	_, _ = fmt.Fscan(bytes.NewReader(content), &size, &inMemory)
	return size, inMemory
}

// executable is this program, also if its file has been replaced since.
func executable() (string, error) {
	const self = "/proc/self/exe"
	if _, err := os.Stat(self); err == nil {
		return self, nil
	}
	return os.Executable()
}
