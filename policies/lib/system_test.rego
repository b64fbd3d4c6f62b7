package aimslint.lib.system_test

import data.aimslint.lib.system

test_subject if {
	system.subject == `The system "Sepsis alert"` with input as {"name": "Sepsis alert", "metadata": {"id": "a"}}
	system.subject == `The system "a"` with input as {"metadata": {"id": "a"}}
	system.subject == "A system" with input as {}
}

test_section if {
	fields := {"who": "who oversees it"}
	system.section(["human_oversight"], "human oversight", fields) == {{"path": ["human_oversight"], "message": "A system lacks human oversight"}} with input as {}
	system.section(["human_oversight"], "human oversight", fields) == {{"path": ["human_oversight", "who"], "message": "A system lacks who oversees it"}} with input as {"human_oversight": "us"}
	system.section(["human_oversight"], "human oversight", fields) == set() with input as {"human_oversight": {"who": "us"}}
}

test_listed if {
	found := system.listed(system.criteria, "release criteria", {"criterion": "what has to be so"}) with input as {"name": "A", "release_criteria": [{"id": "C"}, {"id": "D", "criterion": "x"}, null]}
	found == {
		{"path": ["release_criteria", 0, "criterion"], "message": `The release criterion "C" lacks what has to be so`},
		{"path": ["release_criteria", 2], "message": "A release criterion must be a map of its fields"},
	}
	system.listed(system.criteria, "release criteria", {}) == {{"path": ["release_criteria"], "message": `The system "A" lacks release criteria`}} with input as {"name": "A"}
}

test_named if {
	system.evaluations_named("E-1 ") == {1} with input as {"evaluations": [null, {"id": "E-1"}, {"id": "E-2"}]}
	system.requirements_named("") == set() with input as {"requirements": [{"id": ""}]}
}

test_asked if {
	every document in [{}, {"in_scope": true}, {"in_scope": "no"}, {"stage": 7}] {
		system.asked with input as document
	}
	every document in [{"in_scope": false}, {"excluded": {"reason": "no AI"}}, {"stage": "Retirement"}] {
		not system.asked with input as document
	}
}

test_reached if {
	every stage in ["deployment", "Operation and monitoring", "soon", 7] {
		system.reached("verification-and-validation") with input as {"stage": stage}
	}
	not system.reached("verification-and-validation") with input as {"stage": "inception"}
	not system.reached("inception") with input as {"stage": "retirement"}
	system.reached("deployment") with input as {}
}

test_in_use if {
	every stage in ["deployment", "operation-and-monitoring", "continuous-validation", "re-evaluation"] {
		system.in_use with input as {"stage": stage}
	}
	system.in_use with input as {"deployment": {"on": "2026-06-01"}} with data.as_of as "2026-06-01"
	every document in [{}, {"deployment": {"on": "2026-06-02"}}, {"stage": "inception", "deployment": {"on": "2026-01-01"}}, {"in_scope": false, "stage": "deployment"}] {
		not system.in_use with input as document with data.as_of as "2026-06-01"
	}
}

test_makes if {
	every role in ["developer", ["user", "provider"], [], 7] {
		system.makes with input as {"role": role}
	}
	not system.makes with input as {"role": ["customer", "user"]}
}

test_version if {
	system.version({"version": "V2.3"}, ["version"]) == "2.3"
	system.version({"version": 2.3}, ["version"]) == "2.3"
	system.version({}, ["version"]) == ""
}

test_eu if {
	system.high_risk with input as {"regulation": {"eu_ai_act": {"class": "High risk"}}}
	not system.high_risk with input as {"regulation": {"eu_ai_act": "high-risk"}}
	system.passes_on with input as {"regulation": {"eu_ai_act": {"role": ["deployer", "Importer"]}}}
	not system.passes_on with input as {"regulation": {"eu_ai_act": {"role": ["deployer", "provider"]}}}
	not system.passes_on with input as {"regulation": {"eu_ai_act": {"role": []}}}
	not system.passes_on with input as {}
}

test_deployed if {
	system.deployed with input as {"stage": "deployment"} with data.as_of as "2026-06-01"
	system.deployed with input as {"stage": "deployment", "deployment": {"on": "2026-06-01"}} with data.as_of as "2026-06-01"
	every document in [{}, {"stage": "deployment", "deployment": {"on": "2026-06-02"}}] {
		not system.deployed with input as document with data.as_of as "2026-06-01"
	}
}

test_serves if {
	every role in ["provider", ["user", "Product or service provider"], "developer", null] {
		system.serves with input as {"role": role}
	}
	every role in ["user", ["developer", "user"]] {
		not system.serves with input as {"role": role}
	}
}

test_section_leaves_out_what_the_law_demands if {
	high := {"stage": "deployment", "regulation": {"eu_ai_act": {"class": "high-risk"}}}
	fields := {"who": "who oversees it", "training": "training"}
	system.section(["human_oversight"], "human oversight", fields) == set() with input as high
	system.section(["human_oversight"], "human oversight", fields) == {{"path": ["human_oversight", "training"], "message": "A system lacks training"}} with input as object.union(high, {"human_oversight": {"can_override": true}})
}
