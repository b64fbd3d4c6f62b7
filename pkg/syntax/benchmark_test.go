package syntax

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// benchmarkYAML is a model card of about 3 KB in block style.
func benchmarkYAML() string {
	var b strings.Builder
	b.WriteString("kind: model-card\nmetadata:\n  id: sepsis-alert\n  title: Sepsis early warning model\n  version: 2.3.0\n" +
		"  owner: clinical-ml-lead\n  approved: {by: medical-director, on: 2026-03-02}\nintended_use: |\n")
	for range 8 {
		b.WriteString("  Alerts nurses on two wards to patients whose vital signs suggest sepsis.\n")
	}
	b.WriteString("evaluation:\n")
	for i := range 14 {
		fmt.Fprintf(&b, "  - metric: auroc\n    slice: \"ward %d\"\n    result: 0.8%d\n    threshold: 0.80\n"+
			"    dataset: metavision-2025\n    on: 2026-02-%02d\n    confidence_interval: [0.81, 0.88]\n", i, i%10, i+1)
	}
	return b.String()
}

// toJSON is a tree as indented JSON.
func toJSON(tb testing.TB, n *Node) string {
	tb.Helper()
	var value func(n *Node) any
	value = func(n *Node) any {
		switch n.Kind {
		case Map:
			m := map[string]any{}
			for _, f := range n.Fields {
				m[f.Key.Scalar] = value(f.Value)
			}
			return m
		case List:
			list := []any{}
			for _, item := range n.Items {
				list = append(list, value(item))
			}
			return list
		case Number:
			return json.Number(n.Scalar)
		default:
			return n.Scalar
		}
	}
	text, err := json.MarshalIndent(value(n), "", "  ")
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

func benchmarkParse(b *testing.B, language Language, content string) {
	b.Helper()
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		tree := Parse(NewText("bench", []byte(content)), language, DefaultLimits())
		if len(tree.Values) != 1 || len(tree.Problems) != 0 {
			b.Fatalf("got %d values and the problems %v", len(tree.Values), tree.Problems)
		}
	}
}

func BenchmarkYAML(b *testing.B) { benchmarkParse(b, YAML, benchmarkYAML()) }

func BenchmarkJSON(b *testing.B) {
	benchmarkParse(b, JSON, toJSON(b, parseString(YAML, benchmarkYAML()).Values[0]))
}

func BenchmarkCSV(b *testing.B) {
	benchmarkParse(b, CSV, "id,title,owner,likelihood,impact\n"+strings.Repeat("R1,\"Drift, unseen\",clinical-ml-lead,3,4\n", 75))
}
