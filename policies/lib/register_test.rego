package aimslint.lib.register_test

import data.aimslint.lib.register

# METADATA
# description: |
#   The records of documents, for the tests of rules that compare them. The place
#   of a document in the list is its handle.
repository(documents) := {"records": {kind: [record |
	some i, document in documents
	document.kind == kind
	record := object.union(recorded(document), {"document": i})
] |
	some kind in kinds
}}

kinds := {
	"ai-policy", "ai-system", "audit-programme", "certification", "corrective-action-log", "data-manifest",
	"impact-assessment", "incident-log", "management-review", "management-system", "model-card", "risk-register",
	"role-register", "statement-of-applicability", "supplier-register",
}

recorded(document) := record if {
	record := data.aimslint.records[replace(document.kind, "-", "_")].record with input as document
}

# METADATA
# description: Repositories with nothing to compare.
bare := [{}, {"records": {}}, repository([]), repository([{"kind": kind} | some kind in kinds])]

# METADATA
# description: Where a report points, as document and path.
places(report) := {[found.document, found.path] | some found in report}

# METADATA
# description: What a report says.
messages(report) := {found.message | some found in report}

# METADATA
# description: Where the related places of a report are.
related(report) := {[other.document, other.path] | some found in report; some other in found.related}

test_a_superseded_document_is_no_longer_in_force if {
	old := {"kind": "statement-of-applicability", "metadata": {"id": "soa-1"}}
	new := {"kind": "statement-of-applicability", "metadata": {"id": "soa-2", "supersedes": "SOA-1"}}
	[record.id | some record in register.current("statement-of-applicability")] == ["soa-2"] with input as repository([old, new])
	itself := {"kind": "ai-policy", "metadata": {"id": "a", "supersedes": "a"}}
	count(register.current("ai-policy")) == 1 with input as repository([itself])
	register.current("ai-policy") == [] with input as {}
}

test_documents_by_id if {
	register.documents == {"soa", "policy"} with input as repository([
		{"kind": "statement-of-applicability", "metadata": {"id": "SoA"}},
		{"kind": "ai-policy", "metadata": {"id": "policy"}},
		{"kind": "ai-policy"},
	])
}

test_references_that_lead_elsewhere if {
	every reference in ["docs/plan.md", "plan.pdf", "https://example.org", "mailto:x@example.org", "annual report.docx", "docs/", "docs/model.onnx2", "plan.md#scope", "dvx.lock", "labels.parquet", "training.mp4", "a.b"] {
		register.elsewhere(reference)
	}
	every reference in ["risk-register", "docs/plan", "ISO/IEC 42001", "A.8.4", "v1.2", "IA-2026-1", "the plan of 2026", "", "Audit: see the file", "ai-concerns@example.org", "e.g.", "plan.2026x", "C:x"] {
		not register.elsewhere(reference)
	}
}

test_risks_by_id if {
	records := repository([{"kind": "risk-register", "risks": [{"id": "R-1"}, {}, {"id": "R-2", "system": "s"}]}])
	register.risks(" r-2") == {[0, 2]} with input as records
	register.risks("R-3") == set() with input as records
	register.risks("") == set() with input as records
	register.risk([0, 2]).system == "s" with input as records
}

test_systems_that_differ if {
	records := repository([
		{"kind": "ai-system", "metadata": {"id": "sepsis"}, "name": "Sepsis alert"},
		{"kind": "model-card", "metadata": {"id": "falls-card"}, "system": "falls", "model": {"name": "Fall model"}},
	])
	every pair in [["sepsis", "falls"], ["Sepsis alert", "Fall model"], ["x", "y"]] {
		register.systems_differ(pair[0], pair[1]) with input as records
	}
	every pair in [["sepsis", "Sepsis Alert"], ["falls", "fall model"], ["x", "X "], ["", "x"], ["x", ""]] {
		not register.systems_differ(pair[0], pair[1]) with input as records
	}
}

test_systems_that_are_known if {
	card := {"kind": "model-card", "metadata": {"id": "card"}, "system": "falls"}
	system := {"kind": "ai-system", "metadata": {"id": "sepsis"}}
	register.system_known("Falls") with input as repository([card])
	not register.system_known("falls") with input as repository([card, system])
	register.system_known("sepsis") with input as repository([card, system])
	not register.system_known("x") with input as {}
	register.systems_listed with input as repository([card])
	register.systems_listed with input as repository([system])
	not register.systems_listed with input as repository([{"kind": "model-card"}])
}

test_deployed_systems if {
	every system in [{"stage": "deployment"}, {"stage": "re-evaluation"}, {"stage": "", "deployed_on": "2026-06-01"}] {
		register.deployed(system) with data.as_of as "2026-06-01"
	}
	every system in [{"stage": "inception", "deployed_on": "2026-01-01"}, {"stage": "retirement"}, {"stage": "", "deployed_on": "2026-06-02"}, {"stage": "", "deployed_on": ""}] {
		not register.deployed(system) with data.as_of as "2026-06-01"
	}
}

test_applicable_and_excluded_controls if {
	records := repository([{
		"kind": "statement-of-applicability",
		"controls": [{"id": "A.8.4", "applicable": true}, {"id": "A.10.4", "applicable": false}, {"id": "A.8.5"}, {}],
		"additional_controls": [{"id": "OWN-1"}],
	}])
	every control in ["A.8.4", "a.8.4", "own-1"] {
		register.applicable(control) with input as records
		not register.excluded(control) with input as records
	}
	register.excluded("A.10.4") with input as records
	every control in ["A.10.4", "A.8.5", "A.2.2", ""] {
		not register.applicable(control) with input as records
	}
	every control in ["A.8.5", "A.2.2", ""] {
		not register.excluded(control) with input as records
	}
}

test_audits_findings_incidents_and_actions if {
	records := repository([
		{"kind": "audit-programme", "audits": [{"id": "IA-1"}, {"id": "IA-2", "findings": [{"id": "F-1"}]}]},
		{"kind": "certification", "findings": [{"id": "CB-1"}]},
		{"kind": "incident-log", "incidents": [{"id": "INC-1"}]},
		{"kind": "corrective-action-log", "items": [{"id": "CA-1"}, {}]},
	])
	[[entry.programme.document, entry.place] | some entry in register.audits] == [[0, ["audits", 0]], [0, ["audits", 1]]] with input as records
	{[found.record.document, found.place, found.finding.id] | some found in register.findings} == {
		[0, ["audits", 1, "findings", 0], "F-1"],
		[1, ["findings", 0], "CB-1"],
	} with input as records
	[[entry.log.document, entry.place, entry.incident.id] | some entry in register.incidents] == [[2, ["incidents", 0], "INC-1"]] with input as records
	register.corrective_actions == {"ca-1"} with input as records
}
