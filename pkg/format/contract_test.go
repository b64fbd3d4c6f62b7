package format

import "testing"

const odcsFull = `apiVersion: v3.1.0
kind: DataContract
id: urn:contract:orders
name: Orders
version: 1.10
status: active
description:
  purpose: Forecasts of demand.
  usage: Reports.
  limitations: Not for billing.
team:
  name: sales-data
  members:
  - {username: first, role: Data Owner, dateOut: 2024-01-01}
  - {username: second, role: Data Owner}
  - {username: third, role: Data Steward}
roles:
- {role: analyst, access: read}
- {role: loader, access: write}
slaProperties:
- {property: retention, value: 3, unit: y}
- {property: frequency, value: daily}
- {property: availability, value: 99.9%}
- {property: latency, value: P1D}
servers:
- {server: here, type: local, path: data/orders.csv}
customProperties:
- {property: dataSource, value: x}
- {property: legalBasis, value: contract}
schema:
- name: orders
  description: One row per order.
  quality:
  - {type: sql, description: Enough rows., dimension: completeness, mustBeGreaterThan: 1000, unit: rows}
  properties:
  - name: email
    classification: PII
    transformSourceObjects: [crm.people, crm.people]
    transformDescription: Folded to lower case.
    quality:
    - {type: library, metric: duplicateValues, dimension: uniqueness, mustBe: 0}
    - {type: custom, engine: soda, implementation: {a: b}}
    - {type: text, description: "Looks like an address."}
  - name: address
    properties:
    - {name: street, tags: [personal_data]}
- name: lines
  description: One row per line.
  authoritativeDefinitions:
  - {type: transformationImplementation, url: "https://code.example/lines.sql"}
`

func TestODCS(t *testing.T) {
	d, recognition := readOne(t, odcsName, "orders.odcs.yaml", odcsFull)
	if len(recognition.Problems) > 0 {
		t.Errorf("problems %v", recognition.Problems)
	}
	stands(t, d, map[string]string{
		"metadata.id":                           "urn:contract:orders",
		"metadata.title":                        "Orders",
		"metadata.version":                      "1.10",
		"metadata.owner":                        "second",
		"datasets.0.id":                         "urn:contract:orders",
		"datasets.0.purpose":                    "Forecasts of demand.",
		"datasets.0.limitations.0":              "Not for billing.",
		"datasets.0.owner":                      "second",
		"datasets.0.steward":                    "third",
		"datasets.0.access":                     "analyst: read; loader: write < - {role: analyst, access: read}\n- {role: loader, access: write}",
		"datasets.0.retention":                  "3 y < 3",
		"datasets.0.update_cadence":             "daily",
		"datasets.0.description":                "One row per order. lines: One row per line. < One row per order.",
		"datasets.0.acquisition.source":         "crm.people",
		"datasets.0.acquisition.lawful_basis":   "contract",
		"datasets.0.provenance.derived_from.0":  "crm.people",
		"datasets.0.provenance.derived_from.1":  "",
		"datasets.0.provenance.generated_by":    "https://code.example/lines.sql",
		"datasets.0.provenance.path":            "data/orders.csv",
		"datasets.0.personal_data.present":      "true < PII",
		"datasets.0.personal_data.categories.0": "email",
		"datasets.0.personal_data.categories.1": "street",
		"datasets.0.preparation.0.step":         "transformation of email < email",
		"datasets.0.preparation.0.method":       "Folded to lower case.",
		"datasets.0.quality.0.characteristic":   "availability",
		"datasets.0.quality.0.threshold":        "99.9 < 99.9%",
		"datasets.0.quality.0.unit":             "% < 99.9%",
		"datasets.0.quality.0.direction":        "at-least < value",
		"datasets.0.quality.1.characteristic":   "timeliness < latency",
		"datasets.0.quality.1.threshold":        "",
		"datasets.0.quality.2.measure":          "Enough rows.",
		"datasets.0.quality.2.characteristic":   "completeness",
		"datasets.0.quality.2.threshold":        "1000",
		"datasets.0.quality.2.direction":        "at-least < mustBeGreaterThan",
		"datasets.0.quality.2.unit":             "rows",
		"datasets.0.quality.3.measure":          "duplicateValues of email < duplicateValues",
		"datasets.0.quality.3.characteristic":   "",
		"datasets.0.quality.3.threshold":        "0",
		"datasets.0.quality.4.measure":          "soda check of email < soda",
		"datasets.0.quality.5.measure":          "Looks like an address.",
	})
	silent(t, d, map[string]bool{
		"datasets.*.role": true, "datasets.*.labelling": true, "datasets.*.quality.*.result": true, "datasets.*.acquisition.source": false,
		"datasets.0.quality.1.threshold": true, "datasets.0.quality.2.threshold": false, "datasets.0.quality.3.characteristic": true,
		"datasets.0.quality.4.threshold": true, "datasets.0.quality.4.characteristic": false, "datasets.*.provenance": false,
	})
}

func TestODCSVariants(t *testing.T) {
	const head = "apiVersion: v3.0.2\nkind: DataContract\nid: x\nschema: []\n"
	for name, test := range map[string]struct {
		content string
		want    map[string]string
	}{
		"version 2": {`kind: DataContract
apiVersion: v2.2.2
uuid: 53581432
version: 1.0.0
datasetName: access_views
quantumName: views
sourceSystem: crm
description: {purpose: Views., limitations: Late.}
stakeholders: [{username: someone, role: Data Owner}]
dataset:
- table: views
  description: Views of the data.
  columns:
  - {column: txn, classification: public, transformSourceTables: [table_a]}
  quality:
  - {code: nullCheck, description: No nulls., dimension: completeness}
slaProperties: [{property: retention, value: 3, unit: y}]
`, map[string]string{
			"metadata.id": "53581432", "metadata.title": "access_views", "datasets.0.owner": "someone", "datasets.0.acquisition.source": "crm",
			"datasets.0.provenance.derived_from.0": "table_a", "datasets.0.quality.0.characteristic": "completeness", "datasets.0.personal_data": "",
			"datasets.0.description": "Views of the data.",
		}},
		"team as a list":   {head + "team:\n- {username: a, role: developer}\n- {username: b, name: data-office, role: owner}\n", map[string]string{"datasets.0.owner": "data-office"}},
		"nobody's role":    {head + "team:\n- {username: a, role: developer}\n", map[string]string{"datasets.0.owner": ""}},
		"team by name":     {head + "team: {name: data-office}\n", map[string]string{"datasets.0.owner": "data-office"}},
		"owner aside":      {head + "customProperties: [{property: owner, value: data-office}]\n", map[string]string{"datasets.0.owner": "data-office"}},
		"description text": {head + "description: Words.\n", map[string]string{"datasets.0.description": "Words.", "datasets.0.purpose": ""}},
		"usage alone":      {head + "description: {usage: For reports.}\n", map[string]string{"datasets.0.purpose": "For reports."}},
		"says pii":         {head + "customProperties: [{property: containsPII, value: false}]\n", map[string]string{"datasets.0.personal_data.present": "false"}},
		"as JSON":          {`{"kind": "DataContract", "apiVersion": "v3.0.0", "id": "x", "name": "y", "schema": []}`, map[string]string{"metadata.title": "y"}},
		"between":          {head[:len(head)-3] + "\n- {name: t, quality: [{mustBeBetween: [1, 5], rule: rowCount}]}\n", map[string]string{"datasets.0.quality.0.threshold": "1", "datasets.0.quality.0.measure": "rowCount of t < rowCount"}},
	} {
		t.Run(name, func(t *testing.T) {
			d, recognition := readOne(t, odcsName, "contract.yaml", test.content)
			if len(recognition.Problems) > 0 {
				t.Errorf("problems %v", recognition.Problems)
			}
			stands(t, d, test.want)
		})
	}
}

const datacontractFull = `dataContractSpecification: 1.2.1
id: orders-latest
info:
  title: Orders
  version: 2.0.0
  description: Orders of a year.
  owner: checkout-team
  contact: {name: somebody}
servers:
  production:
    type: local
    path: data/orders.csv
    roles:
    - {name: analyst, description: may read}
    - {name: auditor}
terms:
  usage: Reports and forecasts.
  limitations: Not for billing.
  policies:
  - {type: privacy, url: "https://policies.example/privacy"}
models:
  orders:
    description: One row per order.
    fields:
      id:
        type: string
        lineage:
          inputFields:
          - {namespace: crm, name: people, field: id}
          transformationDescription: Hashed.
      mail: {$ref: '#/definitions/mail'}
      note: {type: string, pii: false}
    quality:
    - {type: sql, description: Enough rows., mustBeLessThan: 10}
definitions:
  mail: {type: string, pii: true}
servicelevels:
  retention: {period: P1Y}
  frequency: {type: batch, interval: daily}
  availability: {percentage: 99.9%}
  freshness: {threshold: 25h}
quality:
  type: SodaCL
  specification:
    checks for orders:
    - row_count >= 5
    - duplicate_count(id) = 0: {name: no twins}
`

func TestDatacontract(t *testing.T) {
	d, recognition := readOne(t, datacontractName, "datacontract.yaml", datacontractFull)
	if len(recognition.Problems) > 0 {
		t.Errorf("problems %v", recognition.Problems)
	}
	stands(t, d, map[string]string{
		"metadata.id":                           "orders-latest",
		"metadata.title":                        "Orders",
		"metadata.version":                      "2.0.0",
		"metadata.owner":                        "checkout-team",
		"datasets.0.description":                "Orders of a year. orders: One row per order. < Orders of a year.",
		"datasets.0.purpose":                    "Reports and forecasts.",
		"datasets.0.acquisition.rights":         "Reports and forecasts.",
		"datasets.0.limitations.0":              "Not for billing.",
		"datasets.0.access":                     "analyst: may read; auditor < roles",
		"datasets.0.retention":                  "P1Y",
		"datasets.0.update_cadence":             "daily",
		"datasets.0.provenance.derived_from.0":  "crm/people < people",
		"datasets.0.provenance.path":            "data/orders.csv",
		"datasets.0.acquisition.source":         "crm/people < people",
		"datasets.0.personal_data.present":      "true",
		"datasets.0.personal_data.categories.0": "mail",
		"datasets.0.personal_data.categories.1": "",
		"datasets.0.preparation.0.method":       "Hashed.",
		"datasets.0.quality.0.threshold":        "99.9 < 99.9%",
		"datasets.0.quality.1.characteristic":   "currentness < freshness",
		"datasets.0.quality.1.unit":             "h < 25h",
		"datasets.0.quality.2.direction":        "at-most < mustBeLessThan",
		"datasets.0.quality.3.measure":          "row_count >= 5",
		"datasets.0.quality.4.measure":          "duplicate_count(id) = 0",
	})
	silent(t, d, map[string]bool{
		"datasets.*.acquisition.licence": false, "datasets.*.personal_data.present": false, "datasets.0.quality.3.threshold": true,
		"datasets.0.quality.2.characteristic": false,
	})
}

func TestDatacontractVariants(t *testing.T) {
	const head = "dataContractSpecification: 0.9.3\nid: x\n"
	for name, test := range map[string]struct {
		content string
		want    map[string]string
	}{
		"bare":           {head, map[string]string{"metadata.id": "x", "metadata.title": "x", "datasets.0.personal_data": ""}},
		"contact":        {head + "info: {title: y, contact: {email: data@office.example}}\n", map[string]string{"datasets.0.owner": "data@office.example", "metadata.title": "y"}},
		"all deny":       {head + "models: {m: {fields: {a: {pii: false}, b: {pii: false}}}}\n", map[string]string{"datasets.0.personal_data.present": "false"}},
		"one denies":     {head + "models: {m: {fields: {a: {pii: false}, b: {type: text}}}}\n", map[string]string{"datasets.0.personal_data": ""}},
		"deep":           {head + "models: {m: {fields: {a: {fields: {b: {pii: true}}}}}}\n", map[string]string{"datasets.0.personal_data.categories.0": "b"}},
		"unlimited":      {head + "servicelevels: {retention: {unlimited: true}}\n", map[string]string{"datasets.0.retention": "unlimited < true"}},
		"policies only":  {head + "terms: {policies: [{url: 'https://policies.example/1'}]}\n", map[string]string{"datasets.0.acquisition.rights": "https://policies.example/1"}},
		"checks as text": {head + "quality: {type: great-expectations, specification: 'a check'}\n", map[string]string{"datasets.0.quality.0.measure": "a check"}},
	} {
		t.Run(name, func(t *testing.T) {
			d, recognition := readOne(t, datacontractName, "datacontract.yaml", test.content)
			if len(recognition.Problems) > 0 {
				t.Errorf("problems %v", recognition.Problems)
			}
			stands(t, d, test.want)
		})
	}
}
