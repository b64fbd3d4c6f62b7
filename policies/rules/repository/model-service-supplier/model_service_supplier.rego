# METADATA
# title: A system that uses somebody else's model service names its supplier
# description: |
#   What a service of others does with data and how its models change is decided by its supplier. A system
#   that claims a dependency on such a service is under control only if it names who supplies it, so that
#   the supplier register can say on which terms and how they were assessed.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: verified
#   kinds: [ai-system, trace]
#   remediation: |
#     Name the supplier under suppliers, or beside the model under models, and keep it in the supplier register
#     with what it supplies.
#   proof:
#     mutants:
#       "ai-system:suppliers.*": [unknown]
package aimslint.rules.repository.model_service_supplier

import data.aimslint.lib.grouping
import data.aimslint.lib.inventory
import data.aimslint.lib.traces
import data.aimslint.lib.violation

report contains found if {
	some [s, product], places in unsupplied
	[_, i, f] := min(places)
	file := traces.files[f]
	message := sprintf("The system uses %s, a service of somebody else's, but names no supplier of it", [product])
	found := violation.with_related(
		violation.on(inventory.systems[s], ["suppliers"], message),
		[violation.related(file, ["traces", i, "name"], sprintf("Here it depends on %s", [file.traces[i].name]))],
	)
}

# Where the services stand that a system uses and names no supplier of.
unsupplied := grouping.by_key({[[s, trace.product], [traces.files[at[0]].file, at[1], at[0]]] |
	some at, trace in traces.used
	traces.service(trace)
	some s in traces.systems_of[at]
	inventory.asked[s]
	lacks_supplier(s, trace)
})

lacks_supplier(s, trace) if {
	count(trace.suppliers) > 0
	not traces.supplied(s, trace)
}

# A service that anybody may supply.
lacks_supplier(s, trace) if {
	count(object.get(trace, "suppliers", [])) == 0
	count(traces.supplier_names(s)) == 0
}
