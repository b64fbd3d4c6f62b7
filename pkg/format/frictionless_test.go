package format

import "testing"

func TestFrictionless(t *testing.T) {
	d, recognition := readOne(t, frictionlessName, "datapackage.json", `{
  "name": "ward-air", "title": "Air of a ward", "version": "1.10", "description": "Hourly.", "created": "2025-02-03T10:00:00Z",
  "licenses": [{"name": "CC-BY-4.0", "path": "https://licences.example/by"}],
  "sources": [{"title": "Sensors", "path": "https://data.example/sensors"}, {"title": "Log book"}],
  "contributors": [{"title": "first", "role": "author"}, {"title": "second", "roles": ["maintainer"]}],
  "resources": [{"name": "air", "path": "data/air.csv", "hash": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "schema": {"fields": []}}]
}`)
	if len(recognition.Problems) > 0 {
		t.Errorf("problems %v", recognition.Problems)
	}
	stands(t, d, map[string]string{
		"metadata.id":                          "ward-air",
		"metadata.title":                       "Air of a ward",
		"metadata.version":                     "1.10",
		"datasets.0.owner":                     "second",
		"datasets.0.acquisition.licence":       "CC-BY-4.0",
		"datasets.0.acquisition.on":            "2025-02-03 < 2025-02-03T10:00:00Z",
		"datasets.0.acquisition.source":        "Sensors, Log book < Sensors",
		"datasets.0.provenance.derived_from.0": "https://data.example/sensors",
		"datasets.0.provenance.derived_from.1": "Log book",
		"datasets.0.provenance.path":           "data/air.csv",
		"datasets.0.provenance.digest":         "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
	})
	silent(t, d, map[string]bool{"datasets.*.purpose": true, "datasets.*.acquisition.source": false, "datasets.*.acquisition.licence": false})
}

func TestFrictionlessVariants(t *testing.T) {
	for name, test := range map[string]struct {
		file, content string
		want          map[string]string
	}{
		"by the tables":  {"air.json", `{"name": "x", "resources": [{"path": "a.csv", "schema": {"fields": [{"name": "a"}]}}]}`, map[string]string{"metadata.id": "x", "metadata.title": "x"}},
		"by the profile": {"air.yaml", "$schema: https://datapackage.org/profiles/2.0/datapackage.json\nresources: [{name: a, path: [a.csv, b.csv]}]\n", map[string]string{"metadata.id": "air < $schema", "datasets.0.provenance": ""}},
		"plain MD5":      {"x.package.yaml", "resources: [{name: a, path: a.csv, hash: d41d8cd98f00b204e9800998ecf8427e}]\n", map[string]string{"datasets.0.provenance.digest": "md5:d41d8cd98f00b204e9800998ecf8427e < d41d8cd98f00b204e9800998ecf8427e"}},
		"early sources":  {"datapackage.json", `{"sources": ["a"], "license": "ODC-BY", "resources": [{"path": "https://data.example/a.csv"}]}`, map[string]string{"datasets.0.acquisition.source": "a", "datasets.0.acquisition.licence": "ODC-BY", "datasets.0.provenance.path": ""}},
		"of a resource":  {"datapackage.json", `{"resources": [{"path": "a.csv", "sources": [{"title": "b"}], "licenses": [{"path": "https://licences.example/by"}]}]}`, map[string]string{"datasets.0.acquisition.source": "b", "datasets.0.acquisition.licence": "https://licences.example/by"}},
	} {
		t.Run(name, func(t *testing.T) {
			d, recognition := readOne(t, frictionlessName, test.file, test.content)
			if len(recognition.Problems) > 0 {
				t.Errorf("problems %v", recognition.Problems)
			}
			stands(t, d, test.want)
		})
	}
}
