package format

import (
	"regexp"
	"sync"
)

// expression is a regular expression that is compiled when it is first asked for: most
// programs that start meet few of the formats, and to compile all expressions takes
// longer than to judge a document.
type expression func() *regexp.Regexp

// expressions are all that there are, for the tests.
var expressions []expression

// lazily is an expression, which must be valid.
func lazily(text string) expression {
	e := expression(sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) }))
	expressions = append(expressions, e)
	return e
}
