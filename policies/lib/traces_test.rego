package aimslint.lib.traces_test

import data.aimslint.lib.inventory_test
import data.aimslint.lib.traces

# A file with traces, for tests.
file(fields) := object.union({"document": 100, "file": "services/triage/requirements.txt", "project": "services/triage", "traces": []}, fields)

dependency(fields) := object.union({"name": "openai", "product": "OpenAI", "form": "dependency", "scope": "runtime", "implies": "model-service", "suppliers": ["OpenAI", "Microsoft"]}, fields)

library := dependency({"name": "scikit-learn", "product": "scikit-learn", "implies": "training", "suppliers": []})

model := dependency({"name": "note-triage.onnx", "product": "ONNX", "form": "model file", "implies": "model", "suppliers": [], "target": "models/triage/note-triage.onnx"})

system(fields) := object.union(inventory_test.system({"file": "systems/a.yaml"}), fields)

# METADATA
# description: A repository with one trace and the documents given.
with_trace(trace, documents) := inventory_test.repository(object.union({"trace": [file({"traces": [trace]})]}, documents))

claimed_by(fields, trace) if {
	traces.claimed([0, 0]) with input as with_trace(trace, {"ai-system": [system(fields)]})
}

test_a_tool_claims if {
	every tool in ["scikit-learn", "Scikit Learn", "scikit_learn 1.7", " SCIKIT-LEARN "] {
		claimed_by({"tooling": [{"name": tool, "version": ""}]}, library)
	}
	every tool in ["scikit", "learn", "", "my scikit-learn"] {
		not claimed_by({"tooling": [{"name": tool, "version": ""}]}, library)
	}
}

test_a_product_and_its_aliases_claim if {
	trace := dependency({"name": "@ai-sdk/openai", "aliases": ["ChatGPT"]})
	every tool in ["OpenAI API", "chatgpt", "@ai-sdk/openai"] {
		claimed_by({"tooling": [{"name": tool, "version": ""}]}, trace)
	}
	claimed_by({"tooling": [{"name": "openai-java", "version": ""}]}, dependency({"name": "com.openai:openai-java", "product": "x"}))
}

test_a_model_claims_its_file if {
	every id in ["note-triage", "Note Triage", "note-triage.onnx", "acme/note-triage", "triage"] {
		claimed_by({"models": [{"id": id, "version": "", "supplier": ""}]}, model)
	}
	not claimed_by({"models": [{"id": "note", "version": "", "supplier": ""}]}, model)
	not claimed_by({"models": [{"id": "note-triage", "version": "", "supplier": ""}]}, library)
}

test_a_supplier_claims_its_service if {
	claimed_by({"suppliers": ["openai"]}, dependency({}))
	claimed_by({"models": [{"id": "gpt", "version": "", "supplier": "Microsoft Ireland"}]}, dependency({}))
	not claimed_by({"suppliers": ["openaire"]}, dependency({}))
	not claimed_by({"suppliers": ["openai"]}, dependency({"implies": "orchestration"}))
}

test_a_supplier_register_says_who_supplies if {
	every supplier in [{"name": "OpenAI Ltd"}, {"supplies": [{"what": "api", "name": "the OpenAI API", "version": ""}]}] {
		traces.claimed([0, 0]) with input as with_trace(dependency({}), {
			"ai-system": [system({"suppliers": ["s-1"]})],
			"supplier-register": [inventory_test.suppliers([inventory_test.supplier(object.union({"id": "s-1"}, supplier))])],
		})
	}
	traces.claimed([0, 0]) with input as with_trace(dependency({}), {
		"ai-system": [system({})],
		"supplier-register": [inventory_test.suppliers([inventory_test.supplier({"id": "openai", "systems": ["sepsis-alert"]})])],
	})
}

test_a_path_claims if {
	every path in [
		"services/triage", "services/triage/", "services/**", "**/requirements.txt", "services/*/requirements.txt",
		"services/**/requirements.txt", "../services/triage", "./services/triage", "services/triage/requirements.txt", "**",
	] {
		claimed_by({"traces": [{"path": path, "name": ""}]}, library)
	}
	every path in ["services/other", "services/tri", "../../services/triage", "triage", "[", concat("", ["*a" | some _ in numbers.range(0, 20)])] {
		not claimed_by({"traces": [{"path": path, "name": ""}]}, library)
	}
}

test_a_path_is_relative_to_the_document_too if {
	claimed_by({"file": "services/triage/docs/system.yaml", "traces": [{"path": "requirements.txt", "name": ""}]}, library)
	claimed_by({"file": "services/triage/docs/system.yaml", "traces": [{"path": "../requirements.txt", "name": ""}]}, library)
	not claimed_by({"file": "services/triage/docs/system.yaml", "traces": [{"path": "../../requirements.txt", "name": ""}]}, library)
}

test_a_path_claims_the_file_that_a_pointer_leads_to if {
	claimed_by({"traces": [{"path": "models/**", "name": ""}]}, model)
}

test_a_name_claims if {
	claimed_by({"traces": [{"path": "", "name": "OpenAI"}]}, dependency({}))
	claimed_by({"traces": [{"path": "services", "name": "openai"}]}, dependency({}))
	not claimed_by({"traces": [{"path": "services", "name": "cohere"}]}, dependency({}))
	not claimed_by({"traces": [{"path": "other", "name": "openai"}]}, dependency({}))
	not claimed_by({"traces": [{"path": "", "name": ""}]}, dependency({}))
}

card(fields) := object.union(inventory_test.card({"file": "models/triage/README.md"}), fields)

carded(fields, trace) if {
	traces.claimed([0, 0]) with input as with_trace(trace, {"model-card": [card(fields)]})
}

test_a_card_claims_the_model if {
	carded({}, model) # which lies beside it
	carded({"file": "README.md"}, model)
	carded({"file": "docs/card.yaml", "model": {"name": "note-triage", "version": "", "licence": "", "path": ""}}, model)
	carded({"file": "docs/card.yaml", "model": {"name": "x", "version": "", "licence": "", "path": "../models/triage/note-triage.onnx"}}, model)
	not carded({"file": "docs/card.yaml"}, model)
	not carded({"file": "docs/card.yaml", "model": {"name": "x", "version": "", "licence": "", "path": "triage.onnx"}}, model)
}

test_a_card_claims_the_libraries_of_its_folder if {
	carded({"file": "services/triage/README.md"}, library)
	not carded({"file": "services/triage/README.md"}, dependency({}))
	not carded({"file": "services/README.md"}, library)
	traces.claimed([0, 0]) with input as inventory_test.repository({
		"trace": [{"document": 1, "file": "requirements.txt", "traces": [library]}],
		"model-card": [card({"file": "README.md"})],
	})
}

test_a_card_of_a_system_claims_for_it if {
	traces.claims == {[100, 0, 10], [100, 0, 30]} with input as with_trace(model, {
		"ai-system": [system({"models": [{"id": "card", "version": "", "supplier": ""}]})],
		"model-card": [card({})],
	})
}

test_what_bears_no_name_is_claimed_by_nobody if {
	every name in ["", null, 7, {"of": "x"}] {
		not claimed_by({"traces": [{"path": "**", "name": ""}]}, object.union(library, {"name": name}))
	}
}

test_only_what_is_for_use_counts if {
	count(traces.used) == 1 with input as with_trace(library, {})
	every fields in [{"scope": "test"}, {"scope": "development"}, {"scope": "optional"}, {"weight": "low"}] {
		count(traces.used) == 0 with input as with_trace(dependency(fields), {})
	}
	every repository in inventory_test.bare {
		count(traces.used) == 0 with input as repository
	}
}
