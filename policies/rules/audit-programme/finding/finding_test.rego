package aimslint.rules.audit_programme.finding_test

import data.aimslint.rules.audit_programme.finding

of(fields) := {"audits": [{"id": "IA-1", "findings": [object.union({"id": "F-1"}, fields)]}]}

complete := {"type": "minor", "requirement": "8.2", "text": "Two risks were not assessed."}

test_silent_when_complete if {
	every fields in [complete, object.union(complete, {"type": "Observation", "requirement": "A.6.2.4"})] {
		count(finding.report) == 0 with input as of(fields)
	}
}

test_silent_without_findings if {
	every document in [{}, null, {"audits": "IA-1"}, {"audits": [null, 7, {"id": "IA-1"}, {"findings": []}]}] {
		count(finding.report) == 0 with input as document
	}
}

test_reports_absence if {
	finding.report == {
		{"path": ["audits", 0, "findings", 0, "type"], "message": `The finding "F-1" of the audit "IA-1" lacks its type`},
		{"path": ["audits", 0, "findings", 0, "requirement"], "message": `The finding "F-1" of the audit "IA-1" lacks its requirement`},
		{"path": ["audits", 0, "findings", 0, "text"], "message": `The finding "F-1" of the audit "IA-1" lacks a text that says what was found`},
	} with input as of({})
}

test_reports_what_is_no_finding if {
	finding.report == {{
		"path": ["audits", 0, "findings", 0],
		"message": `A finding of the audit "IA-1" must be a map of its fields`,
	}} with input as {"audits": [{"id": "IA-1", "findings": ["All well"]}]}
}

test_reports_unknown_types if {
	finding.report == {{
		"path": ["audits", 0, "findings", 0, "type"],
		"message": `The finding "F-1" of the audit "IA-1" has the type "grave" where one of major, minor, observation is expected`,
	}} with input as of(object.union(complete, {"type": "grave"}))
}

test_reports_unknown_requirements if {
	every value in ["8.9", "A.11", "6", "clause 8.2"] {
		finding.report == {{
			"path": ["audits", 0, "findings", 0, "requirement"],
			"message": sprintf(`The finding "F-1" of the audit "IA-1" is about "%s", which is no requirement of ISO/IEC 42001`, [value]),
		}} with input as of(object.union(complete, {"requirement": value}))
	}
}

test_reports_wrong_types if {
	every key in ["type", "requirement", "text"] {
		every value in [8.2, true, ["8.2"], {"x": "y"}] {
			{found.path | some found in finding.report} == {["audits", 0, "findings", 0, key]} with input as of(object.union(object.remove(complete, {key}), {key: value}))
		}
	}
}
