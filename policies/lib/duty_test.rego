package aimslint.lib.duty_test

import data.aimslint.lib.duty
import data.aimslint.lib.register_test

calls(control, documents) := found if {
	found := duty.calls_for(control) with input as register_test.repository(documents)
}

words(control, documents) := {call.words | some call in calls(control, documents)}

test_every_control_is_shown_by_some_kind if {
	count(duty.shown_by) == 38
	every kinds in duty.shown_by {
		count(kinds) > 0
		every kind in kinds {
			kind in register_test.kinds
		}
	}
	object.keys(duty.reasons_for) - object.keys(duty.shown_by) == set()
}

test_datasets_call_for_the_controls_of_data if {
	manifest := {"kind": "data-manifest", "datasets": [{}, {"name": "Admissions"}]}
	every control in ["A.4.3", "A.7.2", "A.7.6"] {
		calls(control, [manifest]) == {{
			"place": {"document": 0, "path": ["datasets", 1], "message": `The dataset "Admissions" is registered`},
			"words": `the dataset "Admissions" is registered`,
		}}
	}
	words("A.2.2", [manifest]) == set()
}

test_incidents_call_for_their_communication if {
	words("A.8.4", [{"kind": "incident-log", "incidents": [{"id": "INC-1"}, {}]}]) == {`the incident "INC-1" is logged`}
}

test_suppliers_call_for_their_control if {
	words("A.10.3", [{"kind": "supplier-register", "suppliers": [{"id": "acme"}, {}]}]) == {`the supplier "acme" is registered`}
	words("A.10.2", [{"kind": "ai-system", "metadata": {"id": "s"}, "models": [{"id": "m", "supplier": "acme"}]}]) == {`the supplier "acme" supplies a model`}
}

test_roles_call_for_the_controls_of_makers_and_users if {
	system := {"kind": "ai-system", "metadata": {"id": "s"}, "role": ["Developer", "customer", "platform provider"]}
	words("A.6.2.4", [system]) == {`the organization is developer of the system "s"`, `the organization is platform-provider of the system "s"`}
	words("A.9.2", [system]) == {`the organization is customer of the system "s"`}
	words("A.10.4", [system]) == {`the organization is platform-provider of the system "s"`}
	words("A.6.2.4", [object.union(system, {"in_scope": false})]) == set()
}

test_nothing_calls_in_an_empty_repository if {
	every repository in register_test.bare {
		every control, _ in duty.shown_by {
			duty.calls_for(control) == set() with input as repository
		}
	}
}

test_documents_call_for_their_controls if {
	every control in ["A.2.2", "A.2.3", "A.2.4"] {
		words(control, [{"kind": "ai-policy", "metadata": {"id": "policy"}}]) == {`there is the AI policy "policy"`}
	}
	every control in ["A.5.2", "A.5.3", "A.5.4"] {
		words(control, [{"kind": "impact-assessment", "system": "s"}]) == {`the impact of the system "s" is assessed`}
	}
	words("A.3.2", [{"kind": "role-register", "roles": [{}, {"name": "ML lead"}]}]) == {`the role "ML lead" is laid down`}
}

test_channels_and_obligations_call_for_their_controls if {
	management := {"kind": "management-system", "concerns_channel": {"contact": "ombuds@clinic.example"}, "obligations": [{}, {"what": "serious incidents"}]}
	words("A.3.3", [management]) == {"there is a channel for concerns"}
	words("A.8.5", [management]) == {`the obligation "serious incidents" is listed`}
	words("A.8.3", [{"kind": "ai-system", "metadata": {"id": "s"}, "external_reporting": {"channel": "a form"}}]) == {`people outside can report on the system "s"`}
	words("A.8.3", [{"kind": "ai-system", "metadata": {"id": "s"}, "external_reporting": {"response_days": 7}}]) == set()
}

test_resources_call_for_their_controls if {
	system := {"kind": "ai-system", "metadata": {"id": "s"}, "resources": {"tooling": [{}, {"name": "tracker"}], "computing": [{"what": "servers"}], "human": [{"role": "nurse"}]}}
	words("A.4.4", [system]) == {`the system "s" uses the resource "tracker"`}
	words("A.4.5", [system]) == {`the system "s" uses the resource "servers"`}
	words("A.4.6", [system]) == {`the system "s" uses the resource "nurse"`}
	count(words("A.4.2", [system])) == 3
	calls("A.4.5", [system]) == {{
		"place": {"document": 0, "path": ["resources", "computing", 0], "message": `The system "s" uses the resource "servers"`},
		"words": `the system "s" uses the resource "servers"`,
	}}
}
