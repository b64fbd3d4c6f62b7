# METADATA
# title: The design record and the last change are of the deployed version
# description: >-
#   A design record of another version describes a system that is not in use, and a version that no change
#   led to came into use without anybody recording why. A shorter version stands for all that begin with
#   it.
# custom:
#   severity: warning
#   requirements: [A.6.2.3, A.6.2.5]
#   evidence: attested
#   remediation: >-
#     Bring the design record and the list of changes up to the version that is deployed; if the version is
#     a slip, correct it.
#   proof:
#     optional: ["design.version"]
#     mutants:
#       version: ["2.4.0"]
#       "design.version": ["2.2"]
#       "changes.*.version": ["2.2.0"]
package aimslint.rules.ai_system.version_agrees

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.system

report contains system.at(["design", "version"], "has a design record of another version than the one that is deployed") if {
	system.deployed
	differs(system.version(input, ["design", "version"]))
}

report contains system.at(["version"], "is deployed in another version than its last change led to") if {
	system.deployed
	count(newest) > 0
	every version in newest {
		differs(version)
	}
}

# The versions of the last day on which a change came into use.
newest := {system.version(item, ["version"]) | some item in effective; item.on == max({other.on | some other in effective})}

effective := [item |
	some item in field.items(input, ["changes"])
	field.name(item, ["version"]) != ""
	day := field.value(item, ["on"])
	date.valid(day)
	not date.future(day)
]

differs(version) if {
	deployed := system.version(input, ["version"])
	deployed != ""
	version != ""
	not begins(deployed, version)
	not begins(version, deployed)
}

begins(version, part) if startswith(concat("", [version, "."]), concat("", [part, "."]))
