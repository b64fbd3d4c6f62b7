# METADATA
# title: Each audit that was held has a report that reached management
# description: |
#   The results of an audit are kept as evidence and told to the managers concerned. An audit
#   without a report, or with one that nobody read, has no consequences.
# custom:
#   severity: error
#   requirements: [9.2.2]
#   evidence: attested
#   remediation: Name the file of the report as report, and the roles that were told the results as reported_to.
package aimslint.rules.audit_programme.audit_report

import data.aimslint.lib.audit
import data.aimslint.lib.fault

report contains found if {
	faults := {i: fault.text(item, ["report"], "its report") | some i, item in audit.held.items}
	some found in fault.spread(audit.held, ["report"], faults)
}

report contains found if {
	faults := {i: fault.texts(item, ["reported_to"], "the roles that were told its results") | some i, item in audit.held.items}
	some found in fault.spread(audit.held, ["reported_to"], faults)
}
