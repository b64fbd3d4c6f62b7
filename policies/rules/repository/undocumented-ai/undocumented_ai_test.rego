package aimslint.rules.repository.undocumented_ai_test

import data.aimslint.lib.inventory_test
import data.aimslint.lib.traces_test
import data.aimslint.rules.repository.undocumented_ai

test_silent_without_traces if {
	every repository in inventory_test.bare {
		undocumented_ai.report == set() with input as repository
	}
}

test_silent_when_claimed if {
	undocumented_ai.report == set() with input as traces_test.with_trace(
		traces_test.library,
		{"ai-system": [traces_test.system({"tooling": [{"name": "scikit-learn", "version": ""}]})]},
	)
}

test_one_finding_for_a_project_at_the_service_first if {
	undocumented_ai.report == {{
		"document": 100,
		"path": ["traces", 1, "name"],
		"message": `No document claims the AI that the project "services/triage" uses: openai, scikit-learn, the model file note-triage.onnx; expected is an ai-system that names it under resources.tooling, models or suppliers, or claims the folder under traces`,
		"related": [
			{"document": 100, "path": ["traces", 0, "name"], "message": "Here is scikit-learn"},
			{"document": 101, "path": ["traces", 0, "name"], "message": "Here is the model file note-triage.onnx"},
		],
	}} with input as inventory_test.repository({"trace": [
		traces_test.file({"traces": [traces_test.library, traces_test.dependency({})]}),
		traces_test.file({"document": 101, "file": "services/triage/note-triage.onnx", "traces": [traces_test.model]}),
	]})
}

test_names_a_few_and_calls_the_root_by_no_name if {
	undocumented_ai.report[found] with input as inventory_test.repository({"trace": [{
		"document": 5, "file": "requirements.txt",
		"traces": [traces_test.dependency({"name": name, "implies": "orchestration"}) | some name in ["a", "b", "c", "a", "d", "e", "f", "g"]],
	}]})
	startswith(found.message, "No document claims the AI that this repository uses: a, b, c, d, e, f, and more; expected")
}

test_what_bears_no_name_is_reported if {
	undocumented_ai.report[found] with input as traces_test.with_trace(object.union(traces_test.library, {"name": null}), {})
	contains(found.message, "something without a name")
}
