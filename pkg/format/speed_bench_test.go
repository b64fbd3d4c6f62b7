package format

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// bomOf is a bill of materials of n models and n datasets, of about 1.6 kB each
// pair.
func bomOf(n int) []byte {
	var b strings.Builder
	b.WriteString(`{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `
{"type": "data", "bom-ref": "d%[1]d", "name": "Ward data %[1]d", "version": "7", "description": "Vital signs of a ward", "hashes": [{"alg": "SHA-256", "content": "00ff"}],
 "data": [{"type": "dataset", "contents": {"url": "https://data.example/ward/%[1]d"}, "governance": {"owners": [{"organization": {"name": "Ward office"}}]}}]},
{"type": "machine-learning-model", "bom-ref": "m%[1]d", "name": "Sepsis %[1]d", "version": "1.0", "manufacturer": {"name": "Clinical ML"}, "licenses": [{"license": {"id": "MIT"}}],
 "modelCard": {"modelParameters": {"task": "classification", "architectureFamily": "trees", "datasets": [{"ref": "d%[1]d"}]},
  "quantitativeAnalysis": {"performanceMetrics": [{"type": "AUROC", "value": "0.910", "slice": "age 80+", "confidenceInterval": {"lowerBound": "0.88", "upperBound": "0.94"}}, {"type": "recall", "value": "0.82"}]},
  "considerations": {"users": ["nurses", "physicians"], "useCases": ["Call a nurse"], "technicalLimitations": ["Weak under 16"], "ethicalConsiderations": [{"name": "Alarm fatigue", "mitigationStrategy": "Cap of alarms"}]}},
 "properties": [{"name": "vendor:model:note", "value": "none"}]}`, i)
	}
	b.WriteString("]}")
	return []byte(b.String())
}

// speedFiles are files in JSON of each format, the small ones as they are in the
// examples.
func speedFiles(b *testing.B) map[string][]byte {
	b.Helper()
	files := map[string][]byte{
		"cyclonedx/16kB": bomOf(12), "cyclonedx/160kB": bomOf(120), "cyclonedx/1600kB": bomOf(1200),
		"croissant": []byte(croissantFull), "spdx3-ai": []byte(spdxGraphText), "model-card-toolkit": []byte(toolkitNew), "oscal-poam": []byte(poamText),
		"model-card-file": []byte(flatCard), "frictionless": []byte(`{"name": "air", "version": "1.10", "resources": [{"name": "air", "path": "a.csv", "schema": {"fields": []}}]}`),
	}
	for name, file := range map[string]string{
		"model-card-file/7kB": "model-card-structured/amehraj+model-card-odrl-converter/examples__example_model_cards_json__model_card_2.json",
		"croissant/28kB":      "croissant/mlcommons+croissant/datasets__1.0__huggingface-lmms-eval-lite__metadata.json",
		"cyclonedx/26kB":      "cyclonedx-mlbom/CycloneDX+sbom-utility/test__cyclonedx__1.7__ml-bom__cyclonedx-granite_4.1_30b_base.json",
		"cyclonedx/99kB":      "cyclonedx-mlbom/CycloneDX+cyclonedx-core-java/src__test__resources__1.6__valid-machine-learning-1.6.json",
		"risk-register/6kB":   "risk-register/DefectDojo+django-DefectDojo/unittests__scans__threagile__risks.json",
		"frictionless/10kB":   "frictionless/datasets+co2-ppm/datapackage.json",
	} {
		if content, err := os.ReadFile(filepath.Join(corpus, file)); err == nil { //nolint:gosec // below the corpus
			files[name] = content
		}
	}
	return files
}

// BenchmarkReading parses a file, and parses and recognises it, in turn, and gives
// the ratio of the two; and how long a plain json.Unmarshal takes as measure.
func BenchmarkReading(b *testing.B) {
	for name, content := range speedFiles(b) {
		format, _, _ := strings.Cut(name, "/")
		file := speedNames[format]
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(content)))
			var plain, read, unmarshal time.Duration
			for b.Loop() {
				start := time.Now()
				parse(file, content)
				parsed := time.Now()
				formats := Nominated(file, content)
				if recognition := Recognise(parse(file, content), formats...); len(recognition.Documents) == 0 {
					b.Fatal(recognition.Rejections, recognition.Problems)
				}
				done := time.Now()
				var value any
				if err := json.Unmarshal(content, &value); err != nil {
					b.Fatal(err)
				}
				plain, read, unmarshal = plain+parsed.Sub(start), read+done.Sub(parsed), unmarshal+time.Since(done)
			}
			b.ReportMetric(float64(read)/float64(plain), "times-parse")
			b.ReportMetric(float64(read)/float64(unmarshal), "times-unmarshal")
		})
	}
}

// speedNames are the names of the files by their format.
var speedNames = map[string]string{
	cyclonedxName: "bom.json", croissantName: "croissant.json", spdx3Name: "ai.spdx3.json", modelCardToolkitName: "model_card.json",
	oscalPOAMName: "poam.json", modelCardFileName: "model_card.json", riskRegisterName: "risks.json", frictionlessName: "datapackage.json",
}

func parse(file string, content []byte) *syntax.Tree {
	return syntax.Parse(syntax.NewText(file, content), syntax.JSON, syntax.DefaultLimits())
}
