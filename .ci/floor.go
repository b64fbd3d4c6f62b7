// Floor reads and parses the files of folders as aimslint does, several at a time, and
// does nothing else: no check can take less. It serves .ci/bench.
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/aimslint/aimslint/pkg/syntax"
)

func main() {
	files := make(chan string)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for file := range files {
				content, err := os.ReadFile(file)
				if err != nil {
					fail(err)
				}
				tree := syntax.Parse(syntax.NewText(file, content), syntax.LanguageOf(file), syntax.DefaultLimits())
				if len(tree.Values) != 1 {
					fail(fmt.Errorf("%s: %v", file, tree.Problems))
				}
			}
		})
	}
	for _, folder := range os.Args[1:] {
		err := filepath.WalkDir(folder, func(file string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() {
				files <- file
			}
			return err
		})
		if err != nil {
			fail(err)
		}
	}
	close(files)
	workers.Wait()
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
