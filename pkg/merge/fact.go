package merge

import (
	"regexp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/binding"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// agree reports whether two values of a field do not contradict each other.
// What cannot be compared, such as a name with an address, does not. It is
// better to be silent than to say of two spellings that they are two things.
func agree(at syntax.Path, a, b *syntax.Node) bool {
	x, y := strings.TrimSpace(a.Scalar), strings.TrimSpace(b.Scalar)
	if fold(x) == fold(y) {
		return fold(x) != "" || x == y
	}
	switch field(at) {
	case "version":
		return version(x) == version(y) || generated.MatchString(x) != generated.MatchString(y)
	case "digest":
		return algorithm(x) != algorithm(y)
	case "licence":
		return sameLicence(x, y)
	case "name":
		return strings.Contains(joined(x), joined(y)) || strings.Contains(joined(y), joined(x))
	}
	switch {
	case isAddress(x) != isAddress(y):
		return true
	case day.MatchString(x) && day.MatchString(y):
		return strings.HasPrefix(x, y) || strings.HasPrefix(y, x)
	}
	return binding.SameNumber(x, y)
}

// field is the key under which the value at a path stands.
func field(at syntax.Path) string {
	for _, step := range slices.Backward(at) {
		if step.IsKey() {
			return step.Key
		}
	}
	return ""
}

// joined is a text as one word: "BERT-base" and "bert base" are the same name.
func joined(text string) string { return strings.ReplaceAll(fold(text), " ", "") }

// day is a day, a month or a year.
var day = regexp.MustCompile(`^\d{4}(?:-\d\d(?:-\d\d)?)?$`)

// isAddress reports whether a text is a URL or an e-mail address.
func isAddress(text string) bool { return strings.Contains(text, "://") || strings.Contains(text, "@") }

// version is a version as it is compared: v1.2.0 is 1.2.
func version(text string) string {
	text = strings.TrimPrefix(strings.ToLower(text), "version")
	text = strings.TrimPrefix(strings.TrimSpace(text), "v")
	if numbered.MatchString(text) {
		for strings.HasSuffix(text, ".0") {
			text = strings.TrimSuffix(text, ".0")
		}
	}
	return fold(text)
}

// generated is a version that a program made up, such as the id of a run: it can
// be compared with another of its sort only.
var generated = regexp.MustCompile(`^(?:m-)?[0-9a-f-]{32,64}$`)

// algorithm is that of a digest.
func algorithm(digest string) string {
	name, _, _ := strings.Cut(digest, ":")
	return strings.ToLower(name)
}

var numbered = regexp.MustCompile(`^\d+(?:\.\d+)*$`)

// sameLicence compares licences by what their names have in common, however they
// are written: identifiers of SPDX, names, and the addresses of well-known ones.
func sameLicence(x, y string) bool {
	a, b := licence(x), licence(y)
	return a == b || a == "" || b == ""
}

// licence is the name of a licence, or "" for one that names none: an address
// that is not known, or a word such as "other".
func licence(text string) string {
	text = strings.ToLower(text)
	if known := licenceAddress.FindStringSubmatch(text); known != nil {
		text = known[1]
		if strings.Contains(known[0], "creativecommons") {
			text = "cc " + text
		}
		if strings.Contains(known[0], "apache") {
			text = "apache " + text
		}
	} else if isAddress(text) {
		return ""
	}
	words := strings.Fields(fold(licenceWords.ReplaceAllString(strings.ReplaceAll(text, "creative commons", "cc"), " $1")))
	for i, word := range words {
		if short := licenceParts[word]; short != "" {
			words[i] = short
		}
	}
	name := strings.Join(words, " ")
	if vague[name] {
		return ""
	}
	for strings.HasSuffix(name, " 0") && strings.Count(name, " ") > 1 {
		name = strings.TrimSuffix(name, " 0")
	}
	return name
}

var (
	licenceAddress = regexp.MustCompile(`^https?://(?:www\.)?(?:spdx\.org/licenses/|opensource\.org/licen[sc]es?/|apache\.org/licenses/license-|creativecommons\.org/(?:licenses|publicdomain)/)([a-z0-9./+-]+?)(?:\.html|\.txt|\.php|/deed\.[a-z]+|/legalcode)?/?$`)
	licenceWords   = regexp.MustCompile(`\b(?:licen[sc]ed?|version|public|international|software|the|under|only)\b|\bv(?:er)?\.?(\d)|[,()]`)
	licenceParts   = map[string]string{"attribution": "by", "sharealike": "sa", "noncommercial": "nc", "noderivatives": "nd", "noderivs": "nd"}
	vague          = map[string]bool{"": true, "other": true, "unknown": true, "custom": true, "noassertion": true, "none": true, "see file": true}
)
