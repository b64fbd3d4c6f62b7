package schema

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// Nearest is the known name that was probably meant, or "" if none is near.
// Case and separators do not count: "IntendedUse" is "intended_use".
func Nearest(name string, known []string) string {
	wanted := folded(name)
	nearest, least := "", 2+len([]rune(wanted))/4
	for _, candidate := range known {
		if d := levenshtein.ComputeDistance(wanted, folded(candidate)); d < least {
			nearest, least = candidate, d
		}
	}
	return nearest
}

var separators = strings.NewReplacer("_", "", "-", "", " ", "")

func folded(name string) string { return separators.Replace(strings.ToLower(name)) }

// suggestion is the end of a message about an unknown key.
func suggestion(key string, known []string) string {
	if nearest := Nearest(key, known); nearest != "" {
		return "; did you mean " + code(nearest) + "?"
	}
	return "; a key of your own begins with `x-`."
}
