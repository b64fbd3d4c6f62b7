# METADATA
# title: Stage 1 precedes stage 2, and both precede the certificate
# description: Stage 2 builds on what stage 1 found, and the certificate on both. Days in another order are wrong, or the audit was.
# custom:
#   severity: error
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: Correct the days under stage1, stage2 and issued.
#   proof:
#     mutants:
#       stage1.held: [future]
#       stage2.held: [stale, future]
#       issued: [stale]
#     optional: [stage2.held, issued]
package aimslint.rules.certification.stage_order

import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(later.path, sprintf("%s lies before %s", [later.called, earlier.name])) if {
	some i, earlier in steps
	some j, later in steps
	i < j
	first := field.value(input, earlier.path)
	second := field.value(input, later.path)
	date.valid(first)
	date.valid(second)
	second < first
}

steps := [
	{"path": ["stage1", "held"], "name": "stage 1 of the audit", "called": "Stage 1 of the audit"},
	{"path": ["stage2", "held"], "name": "stage 2 of the audit", "called": "Stage 2 of the audit"},
	{"path": ["issued"], "name": "the certificate", "called": "The first day of the certificate"},
]
