package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"aimslint": main})
}

// TestScripts runs the end-to-end cases. The example organizations are at
// $EXAMPLES; the day is fixed where a case gives none.
func TestScripts(t *testing.T) {
	examples, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: false,
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLES", examples+"/../../testdata")
			env.Setenv("NO_COLOR", "1")
			env.Setenv(cacheVariable, "off")
			env.Setenv("ESCAPE", "no-such-\x1b[31m")
			return nil
		},
	})
}
