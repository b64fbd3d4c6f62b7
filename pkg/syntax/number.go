package syntax

import "strings"

// What a number may cost: policies compute with exact numbers, so one with a
// huge exponent would take memory without bound.
const (
	maxNumberLength   = 1000
	maxExponentDigits = 3
)

// parseNumber is the number that a scalar stands for, written as RFC 8259
// section 6 has it: ".95" is 0.95, "+1" is 1 and "1." is 1. It is false for
// text that is no decimal number, for one with leading zeros, which is rather
// an identifier, and for one too large to compute with.
func parseNumber(text string) (number string, ok bool) {
	if text == "" || len(text) > maxNumberLength {
		return "", false
	}
	sign, rest := "", text
	switch rest[0] {
	case '-':
		sign, rest = "-", rest[1:]
	case '+':
		rest = rest[1:]
	}
	whole, rest := digits(rest)
	fraction, hasPoint := "", strings.HasPrefix(rest, ".")
	if hasPoint {
		fraction, rest = digits(rest[1:])
	}
	exponent, ok := parseExponent(rest)
	if !ok || whole == "" && fraction == "" || len(whole) > 1 && whole[0] == '0' {
		return "", false
	}
	if text[0] != '+' && whole != "" && hasPoint == (fraction != "") {
		return text, true
	}
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction + exponent, true
}

// parseExponent checks what follows a number's digits: nothing, or an exponent.
func parseExponent(text string) (exponent string, ok bool) {
	if text == "" {
		return "", true
	}
	if text[0] != 'e' && text[0] != 'E' {
		return "", false
	}
	power := text[1:]
	if power != "" && (power[0] == '+' || power[0] == '-') {
		power = power[1:]
	}
	number, rest := digits(power)
	return text, rest == "" && number != "" && len(number) <= maxExponentDigits
}

// digits splits the decimal digits off the head of a text.
func digits(text string) (head, rest string) {
	i := 0
	for i < len(text) && '0' <= text[i] && text[i] <= '9' {
		i++
	}
	return text[:i], text[i:]
}
