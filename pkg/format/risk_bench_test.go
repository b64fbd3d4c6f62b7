package format

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// BenchmarkRiskRegister reads a register of 10,000 risks that is parsed already.
func BenchmarkRiskRegister(b *testing.B) {
	var content strings.Builder
	content.WriteString("Risk ID,Title,Description,Category,Likelihood,Impact,Score,Owner,Status,Mitigation,Due,Review date\n")
	for i := range 10_000 {
		fmt.Fprintf(&content, "R-%d,Drift,What was learnt no longer holds,model,3,4,12,ml-lead,open,Retrain,2026-01-01,2026-02-02\n", i)
	}
	tree := syntax.Parse(syntax.NewText("risks.csv", []byte(content.String())), syntax.CSV, syntax.DefaultLimits())
	for b.Loop() {
		if recognition := Recognise(tree, riskRegister); len(recognition.Documents) != 1 {
			b.Fatal(recognition.Rejections)
		}
	}
}
