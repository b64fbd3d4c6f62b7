# METADATA
# title: The computing resources of the system are listed with place and capacity
# description: >-
#   Where a system computes decides under which law and whose control its data are, and how much there
#   is decides whether it still works under load. Both also show what it costs the environment.
# custom:
#   severity: warning
#   requirements: [A.4.2, A.4.5]
#   evidence: attested
#   remediation: >-
#     List under resources.computing what trains and runs the system, where it stands or in which region
#     the service runs, and its capacity.
package aimslint.rules.ai_system.computing_resources

import data.aimslint.lib.system

report contains found if {
	system.asked
	group := system.group(["resources", "computing"], "computing resource", ["what"])
	some found in system.listed(group, "the computing resources that it runs on", object.union({"where": "the place where it stands"}, of_makers))
}

# Whoever only uses a system seldom knows the capacity of its provider.
of_makers := {"capacity": "its capacity"} if {
	system.makes
} else := {}
