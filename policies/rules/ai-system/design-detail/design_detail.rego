# METADATA
# title: The design record says how the system learns, what it runs on, and of which version and day it is
# description: >-
#   An auditor compares the design record with the system. That takes a version and a day, and enough
#   detail about learning, hardware and software to find differences.
# custom:
#   profile: certification
#   severity: warning
#   requirements: [A.6.2.3]
#   evidence: attested
#   remediation: State under design the learning, the hardware, the software, the version that the record describes, and the day (on).
#   proof:
#     mutants:
#       "design.on": [future]
package aimslint.rules.ai_system.design_detail

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.management
import data.aimslint.lib.system

report contains found if {
	expected
	some found in system.section(["design"], "a record of its design", {
		"learning": "an account of how its models learn",
		"hardware": "the hardware that its design assumes",
		"software": "the software that its design assumes",
	})
}

report contains system.at(["design", key], predicate) if {
	expected
	some key, predicate in {
		"version": management.scalar(input, ["design", "version"], "the version that its design record describes"),
	}
}

report contains system.at(["design", "on"], predicate) if {
	expected
	predicate := fault.past_day(input, ["design", "on"], "the day of its design record")
}

# Where there is no record at all, another rule asks for it.
expected if {
	system.makes
	system.reached("verification-and-validation")
	field.present(input, ["design"])
}
