package syntax

import (
	"strings"
	"testing"
)

func TestCSVValues(t *testing.T) {
	testValues(t, CSV, []valueCase{
		{"cell", "id,title\nR1,Drift\n", at(0, "title"), String, "Drift", "Drift"},
		{"table", "id,title\nR1,Drift\n", nil, List, "", "id,title\nR1,Drift"},
		{"row", "id,title\nR1,Drift\nR2,Bias", at(1), Map, "", "R2,Bias"},
		{"quoted cell", "id,title\nR1,\"a, \"\"b\"\"\"\n", at(0, "title"), String, `a, "b"`, `"a, ""b"""`},
		{"cell over lines", "id,title\nR1,\"a\nb\"\nR2,c\n", at(0, "title"), String, "a\nb", "\"a\nb\""},
		{"after a cell over lines", "id,title,x\nR1,\"a\nb\",c\nR2,c,d\n", at(0, "x"), String, "c", "c"},
		{"row after a cell over lines", "id,title\nR1,\"a\nb\"\nR2,c\n", at(1, "title"), String, "c", "c"},
		{"empty quoted cell", "id,title\nR1,\"\"\n", at(0, "title"), String, "", `""`},
		{"empty cell", "id,title,x\nR1,,y\n", at(0, "title"), String, "", ""},
		{"number stays text", "id,score\nR1,1.10\n", at(0, "score"), String, "1.10", "1.10"},
		{"CRLF", "id,title\r\nR1,Drift\r\nR2,\"a\r\nb\"\r\n", at(1, "title"), String, "a\nb", "\"a\r\nb\""},
		{"byte order mark", "\uFEFFid,title\nR1,Drift\n", at(0, "id"), String, "R1", "R1"},
		{"semicolons", "id;title\nR1;a, b\n", at(0, "title"), String, "a, b", "a, b"},
		{"semicolons below empty lines", "\n\r\nid;title\nR1;a, b\n", at(0, "title"), String, "a, b", "a, b"},
		{"tabs", "id\ttitle\nR1\ta, b\n", at(0, "title"), String, "a, b", "a, b"},
		{"delimiter in a quoted name", "\"a;b;c\",d\n1,2\n", at(0, "a;b;c"), String, "1", "1"},
		{"one column", "id\nR1\n", at(0, "id"), String, "R1", "R1"},
		{"spaces around a name", " id , title \nR1, x\n", at(0, "title"), String, " x", " x"},
		{"column without a name", ",title\nR1,Drift\n", at(0, "column 1"), String, "R1", "R1"},
		{"wide characters", "título,é\nñandú,日本\n", at(0, "é"), String, "日本", "日本"},
		{"blank lines", "id\n\nR1\n\n\nR2\n", at(1, "id"), String, "R2", "R2"},
		{"row of delimiters", "id,x\nR1,a\n,\nR2,b\n,\n", at(1, "x"), String, "b", "b"},
		{"delimiters beyond the header", "id,x\nR1,a,,\n", at(0, "x"), String, "a", "a"},
		{"no rows", "id,title\n", nil, List, "", "id,title"},
	})
}

func TestCSVProblems(t *testing.T) {
	testProblems(t, CSV, []problemCase{
		{"row too short", "a,b,c\n1,2\n", Invalid, "2:1", "1,2", "is 2, but the header has 3"},
		{"row too long", "a,b\n1,2\n1,2,3,4\n", Invalid, "3:5", "3,4", "is 4, but the header has 2"},
		{"duplicate column", "a,b, a\n1,2,3\n", DuplicateKey, "1:5", " a", `"a" is already the one with number 1`},
		{"quote never closed", "a,b\n1,\"x\n2,3\n", Invalid, "2:3", `"`, "never closed"},
		{"quote never closed after good ones", "a,b\n\"1\"\"\",\"x\n2,3\n", Invalid, "2:7", `"`, "never closed"},
		{"quote within a cell", "a,b\n1,5\" screen\n", Invalid, "2:4", `"`, "twice"},
		{"text after a quoted cell", "a,b\n\"x\"y,2\n", Invalid, "2:3", `"`, "twice"},
		{"broken header", "a,b\"c\n1,2\n", Invalid, "1:4", `"`, "twice"},
	})
}

func TestCSVKeepsOtherRows(t *testing.T) {
	tree := parseString(CSV, "a,b\n1,x\"y\n2\n3,4,5\n6,7\n")
	checkTree(t, tree)
	got := make([]string, 0, len(tree.Values[0].Items))
	for _, row := range tree.Values[0].Items {
		got = append(got, row.Source())
	}
	if strings.Join(got, " ") != "2 3,4,5 6,7" || len(tree.Problems) != 3 {
		t.Errorf("the rows are %q and the problems %v", got, tree.Problems)
	}
	if tree.Values[0].Lookup(at(0, "b")) != nil {
		t.Error("a cell that is not there has a value")
	}
}

func TestCSVKeyHasThePlaceOfItsCell(t *testing.T) {
	tree := parseString(CSV, "id,owner\nR1,\nR2,x\n")
	if _, span := tree.Values[0].Locate(at(0, "owner")); span.Start.String() != "2:4" {
		t.Errorf("an empty cell lies at %s", span.Start)
	}
}

func TestCSVWithoutHeader(t *testing.T) {
	for _, text := range []string{"", "\n\n", "\uFEFF"} {
		if tree := parseString(CSV, text); len(tree.Values) != 0 || len(tree.Problems) != 0 {
			t.Errorf("%q gives %d values and the problems %v", text, len(tree.Values), tree.Problems)
		}
	}
}

func TestCSVLimit(t *testing.T) {
	text := NewText("test", []byte("a,b\n"+strings.Repeat("1,2\n", 1000)))
	tree := Parse(text, CSV, Limits{Depth: 100, Nodes: 100})
	checkTree(t, tree)
	if len(tree.Problems) != 1 || tree.Problems[0].Rule != Limit || len(tree.Values[0].Items) != 33 {
		t.Errorf("%d rows are kept and the problems are %v", len(tree.Values[0].Items), tree.Problems)
	}
}

func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"a,b\n1,2\n", "\uFEFFa;b\r\n\"1\r\n\"\"\";2\r\n", "a\tb\n\n1\t\n", "a,a,\n1,2,3,4\n", "a,\"b\n", "a,b\"c\n", "a\r", "\"\"\n\"\"", "a\n\"x\"y\n\"z",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		checkTree(t, Parse(NewText("fuzz", []byte(content)), CSV, Limits{Depth: 100, Nodes: 10_000}))
	})
}
