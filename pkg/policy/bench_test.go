package policy

import (
	"testing"
)

// BenchmarkNew measures the start-up: from nothing to the first judgement of a
// document of one kind.
func BenchmarkNew(b *testing.B) {
	d := card(b, cardText)
	b.ReportAllocs()
	for b.Loop() {
		e, err := New(b.Context(), Options{AsOf: "2026-06-01", Kinds: []string{"model-card"}})
		if err != nil {
			b.Fatal(err)
		}
		if _, err = e.Evaluate(b.Context(), d); err != nil {
			b.Fatal(err)
		}
		if _, err = e.EvaluateRepository(b.Context(), nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkEvaluate measures one document on one core: one of whose like nothing is
// known, and one of which everything is.
func BenchmarkEvaluate(b *testing.B) {
	for name, enough := range map[string]int64{"new": 0, "known": 1} {
		b.Run(name, func(b *testing.B) {
			e, err := New(b.Context(), Options{AsOf: "2026-06-01"})
			if err != nil {
				b.Fatal(err)
			}
			e.enough = enough
			d := card(b, cardText)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := e.Evaluate(b.Context(), d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkInput(b *testing.B) {
	d := card(b, cardText)
	b.ReportAllocs()
	for b.Loop() {
		Input(d)
	}
}

// BenchmarkRepository measures the rules over 1,000 records of each kind.
func BenchmarkRepository(b *testing.B) {
	e, err := New(b.Context(), Options{AsOf: "2026-06-01"})
	if err != nil {
		b.Fatal(err)
	}
	result, err := e.Evaluate(b.Context(), card(b, cardText))
	if err != nil {
		b.Fatal(err)
	}
	records := map[string][]Record{}
	for i := range 1000 {
		records["model-card"] = append(records["model-card"], Record{Document: i, Value: result.Record.Value})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.EvaluateRepository(b.Context(), records); err != nil {
			b.Fatal(err)
		}
	}
}

// cardText is a complete card of a common size.
const cardText = `kind: model-card
metadata:
  id: sepsis-alert
  title: Sepsis early warning model
  version: 2.3.0
  owner: clinical-ml-lead
  author: clinical-data-scientist
  approved: {by: medical-director, on: 2026-03-02}
  next_review: 2026-09-02
  classification: internal
  language: en
system: sepsis-warning
model:
  name: sepsis-alert
  version: 2.3.0
  type: gradient boosted trees
  architecture: 400 trees of depth 6 over 62 features of the last 24 hours
  task: tabular-classification
  licence: proprietary
  developed_by: clinical-ml-team
  base_models: []
intended_use:
  users: [ward physicians, rapid response nurses]
  decisions: Whether a nurse reviews the patient at the bedside within the hour.
  setting: Adult general wards with hourly vital signs.
  out_of_scope:
    - Patients under 18 years of age
    - Intensive care, where the features are sampled otherwise
    - Automatic prescription of antibiotics
limitations:
  - Sensitivity falls when lactate has not been measured within 12 hours
  - Not evaluated in pregnancy
  - Scores are not calibrated after a change of the laboratory analyser
assumptions:
  - Vital signs arrive at least every four hours
  - The admission record states the reason for admission
datasets:
  - {id: ward-stays-2019-2023, role: training}
  - {id: ward-stays-2024-h1, role: validation}
  - {id: ward-stays-2024-h2, role: test}
evaluation:
  - {metric: AUROC, value: 0.871, threshold: 0.85, dataset: ward-stays-2024-h2, slice: all, confidence_interval: 0.861 to 0.880, on: 2026-02-10, version: 2.3.0}
  - {metric: sensitivity at 5 % alerts, value: 0.62, threshold: 0.6, dataset: ward-stays-2024-h2, slice: all, confidence_interval: 0.59 to 0.65, on: 2026-02-10, version: 2.3.0}
  - {metric: expected calibration error, value: 0.021, threshold: 0.03, dataset: ward-stays-2024-h2, slice: all, confidence_interval: 0.017 to 0.026, on: 2026-02-10, version: 2.3.0}
fairness:
  - {group: women, metric: sensitivity, value: 0.61, threshold: 0.57, mitigation: none needed}
  - {group: older than 80, metric: sensitivity, value: 0.58, threshold: 0.57, mitigation: threshold by age band}
  - {group: interpreter needed, metric: sensitivity, value: 0.57, threshold: 0.57, mitigation: nurses are told to review earlier}
ethical_considerations:
  - {name: Alert fatigue, harm: A true alert is ignored, mitigation: Alerts are capped at five per ward and shift}
  - {name: Missed sepsis, harm: Delayed treatment, mitigation: Usual rounds continue whatever the score says}
explainability: The five features that moved the score most are shown with their direction.
robustness: Missing features are imputed; the score is withheld when more than a third are missing.
security: The service has no outside interface; inputs are range-checked.
environmental: {energy_kwh: 12.5, carbon_kg: 3.1, hardware: one server with 32 cores, region: eu-central}
human_oversight: A nurse judges every alert at the bedside and may dismiss it with a reason.
contact: sepsis-model@example.org
`
