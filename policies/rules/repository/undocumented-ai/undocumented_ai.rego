# METADATA
# title: What a project uses of AI is claimed by a document
# description: |
#   An inventory is only worth something if it is complete. A dependency on an AI library or service, or a
#   model file, shows that a system uses AI; somebody has to answer for it. The catalogue of what counts is
#   in docs/traces.md. What only development or tests need is no such sign. Of one project, the folder of a
#   manifest, all that nobody claims is one finding.
# custom:
#   severity: error
#   requirements: [A.4.2, A.4.4]
#   evidence: verified
#   profile: starter
#   kinds: [trace]
#   remediation: |
#     Describe the system in an ai-system. `aimslint init` writes one, with what it found filled in, and the
#     documents that belong to it. Name libraries under resources.tooling, models under models and services
#     under suppliers, or claim whole folders under traces, as in traces: [{path: "services/triage/**"}].
#     Declare what only development or tests need as such.
#   proof:
#     mutants:
#       "ai-system:resources.tooling.*.name": [unknown]
#       "ai-system:models.*.id": [unknown]
#       "ai-system:suppliers.*": [unknown]
#       "ai-system:traces.*.path": [unknown]
#       "ai-system:": [deleted]
package aimslint.rules.repository.undocumented_ai

import data.aimslint.lib.field
import data.aimslint.lib.grouping
import data.aimslint.lib.traces
import data.aimslint.lib.violation

report contains found if {
	some project, places in unclaimed
	sorted := sort(places)
	[_, _, i, f] := sorted[0]
	message := sprintf("No document claims the AI that %s uses: %s; expected is an ai-system that names it under resources.tooling, models or suppliers, or claims the folder under traces", [
		called(project),
		listed(sorted),
	])
	found := violation.with_related(
		violation.on(traces.files[f], ["traces", i, "name"], message),
		[violation.related(traces.files[g], ["traces", k, "name"], concat("", ["Here is ", shown([g, k])])) |
			some [_, _, k, g] in array.slice(sorted, 1, most_related)
		],
	)
}

most_related := 20

# The places of the unclaimed traces of each project, services first.
unclaimed := grouping.by_key({[traces.project(traces.files[at[0]]), [rank(trace), traces.files[at[0]].file, at[1], at[0]]] |
	some at, trace in traces.used
	not traces.claimed(at)
})

rank(trace) := 0 if {
	traces.service(trace)
} else := 1 if {
	trace.implies == "orchestration"
} else := 3 if {
	trace.form != "dependency"
} else := 2

called("") := "this repository"

called(project) := sprintf("the project \"%s\"", [project]) if project != ""

# The first few, each once.
listed(sorted) := concat(", ", array.concat(array.slice(distinct, 0, most_listed), rest)) if {
	all_shown := [shown([f, i]) | some [_, _, i, f] in sorted]
	distinct := [name | some n, name in all_shown; not name in array.slice(all_shown, 0, n)]
	rest := ["and more" | count(distinct) > most_listed]
}

most_listed := 6

shown([f, i]) := sprintf("%s%s", [prefix, name]) if {
	trace := traces.all_traces[[f, i]]
	prefix := object.get({"model file": "the model file ", "pointer": "the model file "}, trace.form, "")
	name := named(trace)
}

named(trace) := name if {
	name := field.text(trace, ["name"])
	name != ""
} else := "something without a name"
