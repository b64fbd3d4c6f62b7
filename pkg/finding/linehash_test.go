package finding_test

import (
	"bytes"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// reference computes the hashes as the algorithm is told, with no thought for
// cost: for each line, the sum of c_i * 37^(99-i) over 100 units.
func reference(content string) []string {
	var units []uint16
	starts := []int{}
	lineStart, afterCR := true, false
	for _, unit := range append(utf16.Encode([]rune(content)), 65535) {
		skip := unit == ' ' || unit == '\t' || afterCR && unit == '\n'
		afterCR = unit == '\r'
		if skip {
			continue
		}
		if unit == '\r' {
			unit = '\n'
		}
		if lineStart {
			starts = append(starts, len(units))
		}
		lineStart = unit == '\n'
		units = append(units, unit)
	}
	units = append(units, make([]uint16, 100)...)
	seen := map[string]int{}
	hashes := make([]string, len(starts))
	modulus := new(big.Int).Lsh(big.NewInt(1), 64)
	for i, start := range starts {
		sum := new(big.Int)
		for j, unit := range units[start : start+100] {
			weight := new(big.Int).Exp(big.NewInt(37), big.NewInt(int64(99-j)), nil)
			sum.Add(sum, weight.Mul(weight, big.NewInt(int64(unit))))
		}
		hash := sum.Mod(sum, modulus).Text(16)
		seen[hash]++
		hashes[i] = fmt.Sprintf("%s:%d", hash, seen[hash])
	}
	return hashes
}

func lineHashes(content string) []string {
	hash := finding.LineHashes(syntax.NewText("x", []byte(content)))
	var hashes []string
	for line := 1; hash(line) != ""; line++ {
		hashes = append(hashes, hash(line))
	}
	return hashes
}

func TestLineHashes(t *testing.T) {
	cases := map[string]string{
		"empty":                       "",
		"one line":                    "kind: model-card",
		"ends with a line feed":       "a: 1\nb: 2\n",
		"CRLF":                        "a: 1\r\nb: 2\r\n",
		"lone CR":                     "a: 1\rb: 2\r\rc: 3",
		"CR, blank, LF are two lines": "a\r \nb",
		"byte order mark":             "\uFEFFa: 1\nb: 2\n",
		"surrogate pairs":             "name: 😀 model\nnext: 𝛼\n",
		"accents, CJK":                "título: é\n名前: 模型\n",
		"repeated lines":              strings.Repeat("owner: x\n", 150),
		"blank lines only":            "\n\n \t\n\n",
		"lines longer than a window":  strings.Repeat("abcdefghij", 35) + "\n" + strings.Repeat("z", 100) + "\nend",
		"exactly a window":            strings.Repeat("a", 99) + "\n" + strings.Repeat("b", 100),
		"NUL bytes":                   "a\x00b\n\x00",
	}
	for name, content := range cases {
		t.Run(name, func(t *testing.T) {
			got, want := lineHashes(content), reference(content)
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("hashes\n%v, want\n%v", got, want)
			}
		})
	}
}

// What github/codeql-action itself computes, from its own tests.
func TestLineHashesOfTheAction(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"", "[c129715d7a2bc9a3:1]"},
		{" a\nb\n  \t\tc\n d", "[271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1]"},
		{strings.Repeat("Lorem ipsum dolor sit amet.\n", 10), "[a7f2ff13bc495cf2:1 a7f2ff13bc495cf2:2 a7f2ff13bc495cf2:3 " +
			"a7f2ff13bc495cf2:4 a7f2ff13bc495cf2:5 a7f2ff13bc495cf2:6 a7f2ff1481e87703:1 a9cf91f7bbf1862b:1 " +
			"55ec222b86bcae53:1 cc97dc7b1d7d8f7b:1 c129715d7a2bc9a3:1]"},
	} {
		if got := fmt.Sprint(lineHashes(c.content)); got != c.want {
			t.Errorf("%q: %s, want %s", c.content, got, c.want)
		}
	}
}

// Vectors of our own, reckoned apart from this program by the definition of the
// hash with numbers of any size.
func TestLineHashVectors(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"tabs":           {"kind:\tmodel-card\n\towner:\t lead\t\n", "[4690d2a2d493fc92:1 a548aa39be7b2e94:1 c129715d7a2bc9a3:1]"},
		"CRLF":           {"kind: model-card\r\nowner: lead\r\n\r\nend", "[2030cd526d1d95ff:1 a745241f2a8f8ec1:1 165fbdbbce84915c:1 43b6461eda086fe2:1]"},
		"non-ASCII":      {"título: é\n名前: 模型 😀\n", "[d4e157b8bdc383dc:1 1f2cca51a20d2922:1 c129715d7a2bc9a3:1]"},
		"repeated lines": {strings.Repeat("owner: "+strings.Repeat("x", 53)+"\n", 4), "[7e32412de1c58d24:1 7e32412de1c58d24:2 7e32412de1c58d24:3 df6913bd5085cd06:1 c129715d7a2bc9a3:1]"},
		"end of file":    {"a: 1\nb: 2", "[4252bb1e9b1a3153:1 a2e0b3ce8782bc7d:1]"},
		"last line feed": {"a: 1\nb: 2\n", "[132b7ee912c57691:1 5d56533273a3bbdb:1 c129715d7a2bc9a3:1]"},
	} {
		if got := fmt.Sprint(lineHashes(c.content)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestLineHashesIgnoreIndentationAndLineBreaks(t *testing.T) {
	want := lineHashes("a: 1\nb:\n  c: 2\n")
	for _, content := range []string{"a: 1\r\nb:\r\n  c: 2\r\n", "a:  1\nb: \n\tc:2\n"} {
		if got := lineHashes(content); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q: %v, want %v", content, got, want)
		}
	}
}

func TestLineHashesOfInvalidUTF8(t *testing.T) {
	// A WHATWG decoder puts one U+FFFD for the two bytes of a broken character.
	got, want := lineHashes("a\xE2\x82b\n\xFF"), reference("a\uFFFDb\n\uFFFD")
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestLineHashesOfRandomText(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // repeatable on purpose
	alphabet := []rune("ab \t\r\n\n:é名😀-")
	for range 200 {
		content := make([]rune, random.IntN(400))
		for i := range content {
			content[i] = alphabet[random.IntN(len(alphabet))]
		}
		got, want := lineHashes(string(content)), reference(string(content))
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%q:\n%v, want\n%v", string(content), got, want)
		}
	}
}

func TestLineHashesOutside(t *testing.T) {
	hash := finding.LineHashes(syntax.NewText("x", []byte("a\nb")))
	for _, line := range []int{-1, 0, 3} {
		if hash(line) != "" {
			t.Errorf("line %d has the hash %s", line, hash(line))
		}
	}
}

func BenchmarkLineHashes(b *testing.B) {
	content := bytes.Repeat([]byte("  - id: risk-1 # a line of a register\n"), 270_000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		finding.LineHashes(syntax.NewText("x", content))(1)
	}
}
