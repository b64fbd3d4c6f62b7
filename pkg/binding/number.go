package binding

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// number is a decimal number as somebody wrote it.
type number struct {
	value   *big.Rat
	places  int // decimal places to which it is given; negative for 1e3
	percent bool
}

var numeric = regexp.MustCompile(`^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:[eE]([+-]?\d{1,3}))?(?:\s*(%|percent))?$`)

// longest is how many characters a number has at most, so that computing with
// it costs next to nothing.
const longest = 100

// parseNumber reads a number, with a percent sign or without.
func parseNumber(text string) (n number, ok bool) {
	text = strings.TrimSpace(text)
	parts := numeric.FindStringSubmatch(text)
	if parts == nil || len(text) > longest {
		return number{}, false
	}
	exponent := 0
	if parts[2] != "" {
		var err error
		if exponent, err = strconv.Atoi(parts[2]); err != nil {
			return number{}, false
		}
	}
	value, ok := new(big.Rat).SetString(parts[1])
	if !ok {
		return number{}, false
	}
	_, fraction, _ := strings.Cut(parts[1], ".")
	return number{
		value:   value.Mul(value, power(exponent)),
		places:  len(fraction) - exponent,
		percent: parts[3] != "",
	}, true
}

// power is a power of ten.
func power(exponent int) *big.Rat {
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(exponent, -exponent))), nil)
	if exponent < 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), p)
	}
	return new(big.Rat).SetInt(p)
}

// agrees reports whether the source, rounded to the places of the number
// stated, is that number; a tie may go either way. Of two percentages or two
// plain numbers the numbers are compared. A percentage agrees with a source
// that is a fraction (84 % with 0.8423); a plain number agrees with a source
// that is a percentage as it is written there, or as the fraction.
func (n number) agrees(source number) bool {
	hundred := power(2)
	switch {
	case n.percent && !source.percent:
		return n.rounds(new(big.Rat).Mul(source.value, hundred))
	case !n.percent && source.percent:
		return n.rounds(source.value) || n.rounds(new(big.Rat).Quo(source.value, hundred))
	}
	return n.rounds(source.value)
}

// rounds reports whether a value lies within half a unit of the last place.
func (n number) rounds(value *big.Rat) bool {
	distance := new(big.Rat).Sub(n.value, value)
	half := new(big.Rat).Quo(power(-n.places), power(0).SetInt64(2))
	return distance.Abs(distance).Cmp(half) <= 0
}

// SameNumber reports whether two texts are numbers that agree at the precision
// of the one that has fewer places.
func SameNumber(a, b string) bool {
	x, first := parseNumber(a)
	y, second := parseNumber(b)
	return first && second && (x.agrees(y) || y.agrees(x))
}
