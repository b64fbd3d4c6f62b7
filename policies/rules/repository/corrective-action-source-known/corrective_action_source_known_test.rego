package aimslint.rules.repository.corrective_action_source_known_test

import data.aimslint.lib.register_test
import data.aimslint.rules.repository.corrective_action_source_known

found(item) := report if {
	report := corrective_action_source_known.report with input as register_test.repository([
		{"kind": "corrective-action-log", "items": [object.union({"id": "CA-1"}, item)]},
		{"kind": "audit-programme", "audits": [{"id": "IA-2026-1", "findings": [{"id": "F-1"}]}, {"id": "7"}, {"id": "spring"}]},
		{"kind": "incident-log", "incidents": [{"id": "INC-2026-02"}]},
		{"kind": "risk-register", "metadata": {"id": "F-3"}, "risks": [{"id": "F-2"}]},
	])
}

test_silent_when_known_or_in_words if {
	every source in [
		"Internal audit IA-2026-1, finding F-1", "inc-2026-02", "Complaint of ward 7", "Review of 2026-03-01", "F-2", "see F-3", "CA-1",
		"ISO/IEC 42001, A.8.2", "autumn", "",
	] {
		found({"source": source}) == set()
	}
}

test_silent_when_closed if {
	found({"source": "IA-2019-1", "status": "closed"}) == set()
}

test_reports_a_source_that_is_not_there if {
	found({"source": "Internal audit IA-2026-2, finding F-1"}) == {{
		"document": 0,
		"path": ["items", 0, "source"],
		"message": `The item "CA-1" names the source "IA-2026-2", which is no audit, finding or incident of the repository`,
	}}
}

test_silent_in_an_empty_repository if {
	every repository in register_test.bare {
		corrective_action_source_known.report == set() with input as repository
	}
}

linked(item, incident, finding) := report if {
	report := corrective_action_source_known.report with input as register_test.repository([
		{"kind": "corrective-action-log", "items": [object.union({"id": "CA-1"}, item)]},
		{"kind": "audit-programme", "audits": [{"id": "IA-1", "findings": [object.union({"id": "F-1"}, finding), {"id": "F-2"}]}]},
		{"kind": "incident-log", "incidents": [object.union({"id": "INC-1"}, incident), {"id": "INC-2", "detected": "2026-05-01"}]},
	])
}

action := {"corrective_action": "ca-1"}

test_silent_when_the_source_names_them if {
	linked({"source": "INC-2 and inc-1"}, action, {}) == set()
	linked({"source": "Internal audit IA-1"}, {}, action) == set()
	linked({"source": "F-1, and INC-1 that came of it"}, action, action) == set()
	linked({"source": "Complaint of the ward"}, action, action) == set()
	linked({}, object.union(action, {"id": ""}), object.union(action, {"id": "first"})) == set()
}

test_reports_an_action_for_something_else if {
	linked({"source": "INC-2"}, action, {}) == {{
		"document": 0,
		"path": ["items", 0, "source"],
		"message": `The item "CA-1" names another source than the incident "INC-1", which is corrected by it`,
		"related": [{"document": 2, "path": ["incidents", 0, "corrective_action"], "message": "The corrective action that it names"}],
	}}
	register_test.messages(linked({"source": "F-2"}, {}, action)) == {`The item "CA-1" names another source than the finding "F-1", which is corrected by it`}
}

test_reports_an_action_before_its_source if {
	linked({"source": "INC-2", "raised": "2026-04-30"}, {}, {}) == {{
		"document": 0,
		"path": ["items", 0, "raised"],
		"message": `The item "CA-1" was raised before the incident that it names as its source was detected`,
	}}
	every item in [{"raised": "2026-05-01"}, {"raised": "soon"}, {}] {
		linked(object.union(item, {"source": "INC-2"}), {}, {}) == set()
	}
	linked({"source": "INC-1 and INC-2", "raised": "2026-04-30"}, {"detected": "2026-04-30"}, {}) == set()
	linked({"source": "INC-1", "raised": "2026-04-30"}, {"detected": "spring"}, {}) == set()
}
