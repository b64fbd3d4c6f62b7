package format

import (
	"cmp"
	"fmt"
	stdmaps "maps"
	"slices"
	"strings"
	"testing"
)

// The two labels of the corpus that are no formats, and what a file is said to be
// that is neither a document nor a template.
const (
	labelTemplate = "_template"
	labelNegative = "_negative"
	nothing       = "nothing"
)

// labels are the formats that the folders of the corpus hold, the most telling
// first: a card without metadata of the Hub is a Markdown card.
var labels = map[string][]string{
	"croissant": {croissantName}, "cyclonedx-mlbom": {cyclonedxName}, "datacontract-spec": {datacontractName}, "dataset-card-md": {markdownCardName},
	"dbt-schema": {dbtName}, "frictionless": {frictionlessName}, "hf-dataset-card": {huggingFaceName}, "hf-model-card": {huggingFaceName, markdownCardName},
	"impact-assessment": {impactAssessmentName}, "model-card-md": {markdownCardName}, "model-card-structured": {modelCardFileName},
	"model-card-toolkit": {modelCardToolkitName}, "odcs": {odcsName}, "risk-register": {riskRegisterName}, "risk-register-csv": {riskRegisterName},
	"risk-register-md": {markdownRegisterName}, "spdx3-ai": {spdx3Name}, "system-card-md": {systemCardName}, labelTemplate: {Template}, labelNegative: {nothing},
}

// wrongLabel is why a file of the corpus is not what its folder says, and what it
// is; "" if it is.
func wrongLabel(file string) (reason, is string) {
	file = strings.ReplaceAll(file, "__", "/")
	for _, table := range []map[string]string{mislabelled, catalogues} {
		for name, why := range table {
			if strings.Contains(file, strings.ReplaceAll(name, "__", "/")) {
				is = nothing
				if strings.HasPrefix(why, "a template") {
					is = Template
				}
				return why, is
			}
		}
	}
	switch {
	case slices.ContainsFunc(guides, func(name string) bool { return strings.HasSuffix(file, name) }):
		return "a guide to writing cards with a library of Python; there is nothing in it to fill in", nothing
	case strings.HasSuffix(file, strings.ReplaceAll(stubs[0], "__", "/")):
		return "a page of a site that loads its text from elsewhere", nothing
	case strings.HasPrefix(file, "impact-assessment/"):
		return "the questionnaire of a tool, without answers", nothing
	case strings.Contains(file, "valid-component-data-"):
		return "a bill of materials with configurations alone, and neither a model nor a dataset", nothing
	case strings.HasSuffix(file, "spdx-context.jsonld"):
		return "the JSON-LD context of SPDX, which describes nothing", nothing
	}
	return "", ""
}

// recognisedAs is what a file was taken for.
func recognisedAs(recognition Recognition) string {
	if len(recognition.Documents) > 0 {
		return recognition.Documents[0].Format
	}
	for _, problem := range recognition.Problems {
		return problem.Rule
	}
	return nothing
}

// The files of the corpus against what they were taken for, as a table, with
// what is wrong about the labels.
func TestConfusionOfTheCorpus(t *testing.T) {
	taken := map[string]map[string]int{}
	right, of, wrongly := map[string]int{}, map[string]int{}, map[string]int{}
	files := readCorpus(t, ".")
	for _, file := range slices.Sorted(stdmaps.Keys(files)) {
		folder, _, _ := strings.Cut(file, "/")
		if labels[folder] == nil {
			continue // the index
		}
		got := recognisedAs(files[file])
		if taken[folder] == nil {
			taken[folder] = map[string]int{}
		}
		taken[folder][got]++
		accepted := labels[folder]
		if why, is := wrongLabel(file); why != "" {
			t.Logf("%s is labelled wrongly: %s", file, why)
			accepted = []string{is}
		}
		of[accepted[0]]++
		if slices.Contains(accepted, got) {
			right[accepted[0]]++
		} else {
			wrongly[got]++
			t.Errorf("%s is taken for %s, not %s; %v", file, got, strings.Join(accepted, " or "), files[file].Rejections)
		}
	}
	t.Log("\n" + confusion(taken))
	for _, is := range slices.Sorted(stdmaps.Keys(of)) {
		recall := float64(right[is]) / float64(of[is])
		precision := float64(right[is]) / float64(max(1, right[is]+wrongly[is]))
		t.Logf("%-22s %3d files, precision %.2f, recall %.2f", is, of[is], precision, recall)
		if recall < 0.97 || precision < 0.97 {
			t.Errorf("%s: precision %.2f, recall %.2f; at least 0.97 of each is wanted", is, precision, recall)
		}
	}
}

// confusion is a table of the folders by what their files were taken for.
func confusion(taken map[string]map[string]int) string {
	var b strings.Builder
	for _, folder := range slices.Sorted(stdmaps.Keys(taken)) {
		fmt.Fprintf(&b, "%-22s", folder)
		as := slices.SortedFunc(stdmaps.Keys(taken[folder]), func(a, b string) int {
			return cmp.Or(taken[folder][b]-taken[folder][a], strings.Compare(a, b))
		})
		for _, name := range as {
			fmt.Fprintf(&b, " %s %d", name, taken[folder][name])
		}
		b.WriteByte('\n')
	}
	return b.String()
}
