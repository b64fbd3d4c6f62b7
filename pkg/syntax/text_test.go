package syntax

import (
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
