package format

import (
	"strings"
	"testing"

	"github.com/aimslint/aimslint/pkg/document"
)

// readCorroboration reads a file that holds one document that only corroborates.
func readCorroboration(t *testing.T, file, content string) *document.Document {
	t.Helper()
	recognition := recognise(file, []byte(content))
	if len(recognition.Documents) != 1 || !Named(recognition.Documents[0].Format).Corroborates {
		t.Fatalf("documents %v; %v", recognition.Documents, recognition.Rejections)
	}
	if err := checkPlaces(recognition); err != nil {
		t.Fatal(err)
	}
	return recognition.Documents[0]
}

func TestMLmodel(t *testing.T) {
	d := readCorroboration(t, "models/x/MLmodel", `artifact_path: model
flavors:
  python_function:
    env: {conda: conda.yaml}
    loader_module: mlflow.transformers
    python_version: 3.11.9
  transformers:
    code: null
    source_model_name: example/base
    task: text-classification
mlflow_version: 2.16.0
model_uuid: 8f2c4b19e0a7d3f1c6b8a2e4d7091f3b
run_id: calm_garden_gzd94mfzcr
utc_time_created: '2024-06-07 09:14:22.103'
`)
	stands(t, d, map[string]string{
		"model.path":               `/models/x < artifact_path`,
		"model.version":            `8f2c4b19e0a7d3f1c6b8a2e4d7091f3b < 8f2c4b19e0a7d3f1c6b8a2e4d7091f3b`,
		"model.task":               `text-classification < text-classification`,
		"model.type":               `transformers model < transformers`,
		"model.base_models.0.name": `example/base < example/base`,
		"model.trained_on":         ``, // the day of logging is not that of training
	})
	d = readCorroboration(t, "MLmodel", "flavors:\n  sklearn: {sklearn_version: 1.5.1}\nrun_id: calm_garden_gzd94mfzcr\n")
	stands(t, d, map[string]string{"model.path": `/. < flavors`, "model.version": ``, "model.type": `sklearn model < sklearn`})
}

func TestDVC(t *testing.T) {
	recognition := recognise("ml/dvc.yaml", []byte(`artifacts:
  ward-data: {path: data/raw.csv, type: dataset, desc: Raw ward data}
stages:
  prepare:
    wdir: ..
    cmd: python prepare.py
    deps: [ml/data/raw.csv, prepare.py, s3://bucket/x]
    outs:
    - data/prepared: {cache: false}
  train:
    cmd: python train.py
    deps: [../data/prepared, params.yaml]
    outs: [models/m.pkl, ../../outside.bin]
`))
	if len(recognition.Documents) != 3 {
		t.Fatalf("%d documents, %v", len(recognition.Documents), recognition.Rejections)
	}
	stands(t, recognition.Documents[0], map[string]string{
		"datasets.0.name":                      `ward-data < ward-data`,
		"datasets.0.provenance.path":           `/ml/data/raw.csv < data/raw.csv`,
		"datasets.0.description":               `Raw ward data < Raw ward data`,
		"datasets.3.provenance.path":           `/data/prepared < data/prepared`,
		"datasets.3.provenance.generated_by":   `python prepare.py < python prepare.py`,
		"datasets.3.provenance.derived_from.0": `/ml/data/raw.csv < ml/data/raw.csv`,
		"datasets.3.provenance.derived_from.1": ``,
	})
	stands(t, recognition.Documents[2], map[string]string{
		"model.path":    `/ml/models/m.pkl < models/m.pkl`,
		"datasets.0.id": `/data/prepared < ../data/prepared`,
		"datasets.1.id": ``,
	})
	locked := recognise("dvc.lock", []byte(`schema: '2.0'
stages:
  train:
    cmd: python train.py
    deps:
    - {path: data/prepared, md5: 20b786b6e6f80e2b3fcf17827ad18597.dir}
    outs:
    - {path: m.pkl, hash: md5, md5: 484fab565aec49c5f704a3783235d237, size: 1}
`))
	if len(locked.Documents) != 2 {
		t.Fatalf("%d documents, %v", len(locked.Documents), locked.Rejections)
	}
	stands(t, locked.Documents[1], map[string]string{
		"model.digest": `md5:484fab565aec49c5f704a3783235d237 < 484fab565aec49c5f704a3783235d237`,
	})
}

func TestDBT(t *testing.T) {
	d := readCorroboration(t, "models/schema.yml", `version: 2
models:
- name: orders
  description: All orders
  latest_version: 2
  config: {meta: {owner: {name: data-team}}}
  data_tests:
  - dbt_utils.unique_combination_of_columns: {combination_of_columns: [a, b]}
  columns:
  - name: id
    tests: [unique, not_null]
  - name: customer
    tests:
    - relationships: {to: ref('customers'), field: id}
- name: drafts
  description: '{{ doc("drafts") }}'
  meta: {owner: someone}
sources:
- name: erp
  tables:
  - name: invoices
`)
	stands(t, d, map[string]string{
		"datasets.0.id":                       `orders < orders`,
		"datasets.0.description":              `All orders < All orders`,
		"datasets.0.version":                  `2 < 2`,
		"datasets.0.owner":                    `data-team < data-team`,
		"datasets.0.quality.0.measure":        `unique combination of columns < dbt_utils.unique_combination_of_columns`,
		"datasets.0.quality.0.characteristic": ``,
		"datasets.0.quality.1.measure":        `unique of id < unique`,
		"datasets.0.quality.2.measure":        `not null of id < not_null`,
		"datasets.0.quality.2.characteristic": `completeness < not_null`,
		"datasets.0.quality.3.characteristic": `consistency < relationships`,
		"datasets.1.description":              ``,
		"datasets.1.owner":                    `someone < someone`,
		"datasets.2.id":                       `invoices < invoices`,
	})
}

// YAML that has models, sources or flavors of another sort is left alone.
func TestNothingToCorroborate(t *testing.T) {
	for name, content := range map[string]string{
		"docker-compose.yml":    "version: '2'\nservices:\n  web: {image: x}\nmodels:\n  llm: {model: ai/x}\n",
		"compose.yaml":          "services:\n  web: {image: x}\nmodels:\n- name: llm\n  description: x\n",
		"k8s.yaml":              "apiVersion: v1\nkind: ConfigMap\nmodels:\n- name: x\n  columns: []\n",
		"openapi.yaml":          "openapi: 3.1.0\nmodels:\n- name: x\n  description: y\n",
		"odcs.yaml":             "kind: DataContract\napiVersion: v3.0.0\nid: x\nversion: 2\nstatus: active\nschema: []\nmodels:\n- {name: a, columns: []}\n",
		"litellm.yaml":          "models:\n- name: gpt\n  description: y\n",
		"rasa.yml":              "version: '3.1'\nmodels:\n- name: x\n  columns: []\n",
		"ice-cream.yaml":        "flavors: {vanilla: {price: 2}}\n",
		"flavors.yaml":          "flavors: [a, b]\nrun_id: x\n",
		"datacontract.yaml":     "dataContractSpecification: 1.1.0\nid: x\nmodels:\n- {name: a, columns: []}\n",
		"a/dvc.yaml":            "vars: [x]\n",
		"pipelines/dvc.yaml":    "apiVersion: v1\nstages:\n  a: {outs: [x]}\n",
		"azure-pipelines.yml":   "stages:\n  a: {outs: [x]}\nsources: []\n",
		"kustomize/models.yaml": "models: x\ncolumns: y\ndescription: z\n",
	} {
		for _, d := range recognise(name, []byte(content)).Documents {
			if Named(d.Format).Corroborates {
				t.Errorf("%s is taken for %s", name, d.Format)
			}
		}
	}
}

func TestCorroborationOfTheCorpus(t *testing.T) {
	for file, recognition := range readCorpus(t, ".") {
		dbtFile := strings.HasPrefix(file, "dbt-schema/")
		corroborates := len(recognition.Documents) > 0 && Named(recognition.Documents[0].Format).Corroborates
		if corroborates != dbtFile {
			t.Errorf("%s: corroborates %t, want %t; %v", file, corroborates, dbtFile, recognition.Rejections)
		}
		if dbtFile && (recognition.Documents[0].Kind != document.DataManifest || recognition.Documents[0].Root.Get("datasets") == nil) {
			t.Errorf("%s: no datasets", file)
		}
	}
}
