package format

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
)

// phrase is a regular expression that is only tried on texts that hold one of the
// words that each match of it holds: to look for words is many times faster.
type phrase struct {
	*regexp.Regexp

	words []string // in lower case; none if there is nothing to look for
}

// newPhrase compiles an expression, which must be valid.
func newPhrase(expression string) phrase {
	p := phrase{Regexp: regexp.MustCompile(expression)}
	if parsed, err := syntax.Parse(expression, syntax.Perl); err == nil {
		p.words = required(parsed)
	}
	return p
}

// in reports whether a text matches. folded is the text in lower case.
func (p phrase) in(text, folded string) bool {
	if len(p.words) > 0 && !slices.ContainsFunc(p.words, func(word string) bool { return strings.Contains(folded, word) }) {
		return false
	}
	return p.MatchString(text)
}

// required are words, in lower case, of which each match of an expression holds at
// least one; none if nothing is known.
func required(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		if word := strings.ToLower(string(re.Rune)); len(word) > 1 {
			return []string{word}
		}
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpAlternate:
		var words []string
		for _, sub := range re.Sub {
			of := required(sub)
			if len(of) == 0 {
				return nil
			}
			words = append(words, of...)
		}
		return words
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if of := required(sub); len(of) > 0 && (len(best) == 0 || rareness(of) > rareness(best)) {
				best = of
			}
		}
		return best
	}
	return nil
}

// rareness is greater the fewer texts will hold one of some words: few long ones.
func rareness(words []string) int {
	shortest := len(slices.MinFunc(words, func(a, b string) int { return len(a) - len(b) }))
	return 10*min(shortest, 5) - len(words)
}
