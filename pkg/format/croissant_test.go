package format

import (
	"strings"
	"testing"
)

const croissantFull = `{
  "@context": ["https://schema.org/", {"cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/"}],
  "@type": ["sc:Dataset", "prov:Entity"],
  "conformsTo": ["http://mlcommons.org/croissant/1.1"],
  "sc:name": "Ward observations",
  "version": 1.10,
  "description": {"@value": "Vital signs of a ward.", "@language": "en"},
  "license": [{"@type": "CreativeWork", "name": "CC-BY-4.0"}],
  "url": "https://data.example/ward",
  "creator": [{"@type": "Person", "name": "ward-team"}, {"@type": "Organization", "schema:name": "hospital"}],
  "rai:dataUseCases": ["Warning early", "Research"],
  "rai:dataLimitations": ["No children"],
  "rai:DataBiases": "Transfers are rare.",
  "rai:TimeFrame": ["2023-01-01T00:00:00Z", "2024-12-31T00:00:00Z"],
  "rai:dataCollection": "Exported nightly.",
  "rai:dataCollectionRawData": "Records of the ward.",
  "rai:dataCollectionMissingData": "Few gaps.",
  "rai:personalSensitiveInformation": ["age", "sex"],
  "rai:dataPreprocessingProtocol": ["Units unified"],
  "rai:dataAnnotationProtocol": "Guide 3",
  "rai:dataAnnotationPlatform": "in-house tool",
  "rai:annotatorDemographics": "two physicians",
  "rai:dataReleaseMaintenancePlan": "yearly",
  "prov:wasDerivedFrom": [{"@id": "https://data.example/raw", "name": "raw"}, {"@id": "#x", "sc:name": "register"}],
  "prov:wasGeneratedBy": [{"@type": "prov:Activity", "prov:label": "Cleaning", "sc:description": "Rows without a time left out"}],
  "distribution": [{"@type": "cr:FileObject", "contentUrl": "data/ward.csv", "sha256": "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08"}],
  "recordSet": []
}`

func TestCroissant(t *testing.T) {
	d, recognition := readOne(t, croissantName, "croissant.json", croissantFull)
	if len(recognition.Problems) > 0 {
		t.Errorf("problems %v", recognition.Problems)
	}
	stands(t, d, map[string]string{
		"metadata.id":                           "ward-observations < Ward observations",
		"metadata.title":                        "Ward observations",
		"metadata.version":                      "1.10",
		"datasets.0.id":                         "ward-observations < Ward observations",
		"datasets.0.description":                "Vital signs of a ward.",
		"datasets.0.acquisition.licence":        "CC-BY-4.0",
		"datasets.0.owner":                      `ward-team, hospital < [{"@type": "Person", "name": "ward-team"}, {"@type": "Organization", "schema:name": "hospital"}]`,
		"datasets.0.purpose":                    `Warning early, Research < ["Warning early", "Research"]`,
		"datasets.0.limitations.0":              "No children",
		"datasets.0.known_bias.0.what":          "Transfers are rare.",
		"datasets.0.acquisition.on":             "2024-12-31 < 2024-12-31T00:00:00Z",
		"datasets.0.acquisition.method":         "Exported nightly.",
		"datasets.0.acquisition.source":         "Records of the ward.",
		"datasets.0.quality.0.characteristic":   "completeness < rai:dataCollectionMissingData",
		"datasets.0.quality.0.measure":          "Few gaps.",
		"datasets.0.personal_data.present":      "true < rai:personalSensitiveInformation",
		"datasets.0.personal_data.categories.1": "sex",
		"datasets.0.preparation.0.step":         "preprocessing < rai:dataPreprocessingProtocol",
		"datasets.0.preparation.0.method":       "Units unified",
		"datasets.0.preparation.1.step":         "Cleaning",
		"datasets.0.preparation.1.method":       "Rows without a time left out",
		"datasets.0.labelling.instructions":     "Guide 3",
		"datasets.0.labelling.by.0":             "two physicians",
		"datasets.0.labelling.by.1":             "in-house tool",
		"datasets.0.update_cadence":             "yearly",
		"datasets.0.provenance.derived_from.0":  "https://data.example/raw",
		"datasets.0.provenance.derived_from.1":  "register",
		"datasets.0.provenance.generated_by":    "Cleaning",
		"datasets.0.provenance.path":            "data/ward.csv",
		"datasets.0.provenance.digest":          "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 < 9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08",
	})
	silent(t, d, map[string]bool{
		"datasets.*.role": true, "metadata.approved": true, "metadata.owner": false, "datasets.*.labelling": false,
		"datasets.*.known_bias.*.mitigation": true, "datasets.*.purpose": false, "datasets.*.limitations": false,
	})
}

// The same things are found under drifting keys, other shapes and versions.
func TestCroissantVariants(t *testing.T) {
	const head = `{"@context": "http://mlcommons.org/croissant/1.0", "@type": "https://schema.org/Dataset", "name": "x", `
	for name, test := range map[string]struct {
		content string
		want    map[string]string
	}{
		"0.8": {`{"@context": {"ml": "http://mlcommons.org/schema/"}, "@type": "sc:Dataset", "name": "x", "distribution": [{"@type": "sc:FileObject", "md5": "d41d8cd98f00b204e9800998ecf8427e"}]}`,
			map[string]string{"datasets.0.provenance.digest": "md5:d41d8cd98f00b204e9800998ecf8427e < d41d8cd98f00b204e9800998ecf8427e"}},
		"graph": {`{"@context": "http://mlcommons.org/croissant/1.0", "@graph": [{"@id": "#o", "@type": "Organization", "name": "data-office"}, {"@type": "Dataset", "name": "origin"}, {"@type": "Dataset", "name": "x", "publisher": {"@id": "#o"}, "recordSet": []}]}`,
			map[string]string{"metadata.title": "x", "datasets.0.owner": "data-office", "datasets.1": ""}},
		"list":            {`[` + head + `"datePublished": "2026-01-01"}]`, map[string]string{"datasets.0.name": "x"}},
		"nothing named":   {`{"@context": "http://mlcommons.org/croissant/1.0", "@type": "sc:Dataset", "recordSet": []}`, map[string]string{"metadata.id": "data-croissant < sc:Dataset", "metadata.title": "croissant < sc:Dataset"}},
		"no personal":     {head + `"rai:personalSensitiveInformation": "None. Names were replaced."}`, map[string]string{"datasets.0.personal_data.present": "false < None. Names were replaced."}},
		"no such data":    {head + `"personalSensitiveInformation": "The dataset contains no personally identifying information."}`, map[string]string{"datasets.0.personal_data.present": "false < The dataset contains no personally identifying information."}},
		"boolean":         {head + `"rai:personalSensitiveInformation": false}`, map[string]string{"datasets.0.personal_data.present": "false"}},
		"prose":           {head + `"rai:personalSensitiveInformation": "Some messages may hold names that their writers put there."}`, map[string]string{"datasets.0.personal_data.present": ""}},
		"social":          {head + `"rai:socialImpact": "a", "rai:dataSocialImpact": "b"}`, map[string]string{"datasets.0.known_bias": ""}},
		"not a digest":    {head + `"distribution": [{"@type": "cr:FileObject", "sha256": "` + strings.Repeat("a", 64) + `"}, {"@type": "cr:FileObject", "sha256": "main"}]}`, map[string]string{"datasets.0.provenance.digest": "main"}},
		"static":          {head + `"isLiveDataset": false}`, map[string]string{"datasets.0.update_cadence": "fixed: no live dataset < false"}},
		"interval":        {head + `"rai:dataCollectionTimeframe": "2020-01-01/2021-06-30"}`, map[string]string{"datasets.0.acquisition.on": "2021-06-30 < 2020-01-01/2021-06-30"}},
		"period in words": {head + `"rai:dataCollectionTimeframe": "spring 2021"}`, map[string]string{"datasets.0.acquisition.on": "spring 2021"}},
		"annotation":      {head + `"prov:wasGeneratedBy": {"name": "Annotation", "description": "by guide"}}`, map[string]string{"datasets.0.labelling.instructions": "by guide", "datasets.0.provenance.generated_by": "Annotation"}},
	} {
		t.Run(name, func(t *testing.T) {
			d, recognition := readOne(t, croissantName, "data/croissant.json", test.content)
			if len(recognition.Problems) > 0 {
				t.Errorf("problems %v", recognition.Problems)
			}
			stands(t, d, test.want)
		})
	}
}

// What is said in a way that has no place in the canonical shape is not asked
// for again.
func TestCroissantProse(t *testing.T) {
	d, _ := readOne(t, croissantName, "croissant.json", `{"@context": "http://mlcommons.org/croissant/1.0", "@type": "sc:Dataset", "name": "x",
"rai:personalSensitiveInformation": "Some messages may hold names that their writers put there.",
"prov:wasDerivedFrom": "Recordings of public sessions, which are not part of the release."}`)
	silent(t, d, map[string]bool{"datasets.0.personal_data.present": true, "datasets.0.provenance": true})
	stands(t, d, map[string]string{
		"datasets.0.acquisition.source":        "Recordings of public sessions, which are not part of the release.",
		"datasets.0.provenance.derived_from.0": "",
	})
}
