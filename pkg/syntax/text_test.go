package syntax

import (
	"strings"
	"sync"
	"testing"
)

const mixedLines = "\uFEFFa é\r\n日本\n\nend"

func TestPosition(t *testing.T) {
	text := NewText("test", []byte(mixedLines))
	for offset, want := range map[int]string{
		-1: "1:1", 0: "1:1", 3: "1:1", 4: "1:2", 5: "1:3", 7: "1:4", 8: "1:5", 9: "2:1", 12: "2:2", 15: "2:3",
		16: "3:1", 17: "4:1", 20: "4:4", 99: "4:4",
	} {
		if got := text.Position(offset).String(); got != want {
			t.Errorf("offset %d lies at %s, want %s", offset, got, want)
		}
	}
}

func TestOffsetIsTheInverse(t *testing.T) {
	text := NewText("test", []byte(mixedLines))
	for offset, char := range string(text.Bytes) {
		if char == '\uFEFF' || char == '\n' && offset > 0 && text.Bytes[offset-1] == '\r' {
			continue // no characters of their own
		}
		if got := text.Offset(text.Position(offset)); got != offset {
			t.Errorf("%s gives the offset %d, want %d", text.Position(offset), got, offset)
		}
	}
}

// Places in long lines are found by way of counts that are kept; they must be
// those that counting from the start gives.
func TestPlacesInLongLines(t *testing.T) {
	line := strings.Repeat("a é 日本 😀 ", 2000)
	content := "\uFEFF" + line + "\r\n" + line + "\n" + strings.Repeat("x", 3*stride) + line
	text := NewText("test", []byte(content))
	want := Position{Line: 1, Column: 1}
	for offset, char := range content {
		if char == '\uFEFF' {
			continue
		}
		if got := text.Position(offset); got != want {
			t.Fatalf("offset %d lies at %s, want %s", offset, got, want)
		}
		if got := text.Offset(want); got != offset && char != '\n' {
			t.Fatalf("%s gives the offset %d, want %d", want, got, offset)
		}
		want.Column++
		if char == '\n' {
			want = Position{Line: want.Line + 1, Column: 1}
		}
	}
	if got, end := text.Offset(Position{Line: 1, Column: 9 * stride}), 3+len(line); got != end {
		t.Errorf("a column behind the end of the line gives the offset %d, want %d", got, end)
	}
}

func TestPlaceOfAFaultInALongLine(t *testing.T) {
	text := NewText("test", []byte(strings.Repeat("é", 2*stride)+"\xff\xff"))
	if got, want := text.Position(len(text.Bytes)-1), (Position{Line: 1, Column: 2*stride + 2}); got != want {
		t.Errorf("the fault lies at %s, want %s", got, want)
	}
}

// BenchmarkPosition asks for places far into a line of 8 MB.
func BenchmarkPosition(b *testing.B) {
	text := NewText("test", []byte(strings.Repeat("é", 4<<20)))
	for b.Loop() {
		if text.Offset(text.Position(len(text.Bytes)-1000)) == 0 {
			b.Fatal("not found")
		}
	}
}

func TestOffsetOutsideTheText(t *testing.T) {
	text := NewText("test", []byte(mixedLines))
	for _, c := range []struct {
		position Position
		want     int
	}{
		{Position{0, 1}, 0}, {Position{1, 0}, 3}, {Position{1, 99}, 7}, {Position{3, 5}, 16}, {Position{5, 1}, 20},
	} {
		if got := text.Offset(c.position); got != c.want {
			t.Errorf("%s gives the offset %d, want %d", c.position, got, c.want)
		}
	}
}

func TestLines(t *testing.T) {
	text := NewText("test", []byte(mixedLines))
	want := []string{"", "a é", "日本", "", "end", ""}
	for n := range want {
		if got := text.Line(n); got != want[n] {
			t.Errorf("line %d is %q, want %q", n, got, want[n])
		}
	}
	for content, lines := range map[string]int{"": 1, "\n": 2, "a": 1, "a\n": 2, "a\r\nb": 2, mixedLines: 4} {
		if got := NewText("test", []byte(content)).Lines(); got != lines {
			t.Errorf("%q has %d lines, want %d", content, got, lines)
		}
	}
}

func TestEmptyText(t *testing.T) {
	text := NewText("test", nil)
	if text.Position(0).String() != "1:1" || text.Offset(Position{1, 1}) != 0 || text.Line(1) != "" {
		t.Error("an empty text has no first position")
	}
}

func TestTextIsSafeForGoroutines(t *testing.T) {
	text := NewText("test", []byte(mixedLines))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if text.Lines() != 4 {
				t.Error("the index is not whole")
			}
		})
	}
	group.Wait()
}

func TestPositionOrder(t *testing.T) {
	order := []Position{{1, 1}, {1, 2}, {2, 1}, {10, 1}}
	for i, p := range order {
		for j, q := range order {
			if p.Before(q) != (i < j) {
				t.Errorf("%s before %s is %v", p, q, p.Before(q))
			}
		}
	}
}
