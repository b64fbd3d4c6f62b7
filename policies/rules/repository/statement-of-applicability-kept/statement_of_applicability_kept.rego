# METADATA
# title: There is a statement of applicability
# description: |
#   The statement says of each control whether it applies and why. Without it nobody can tell what the
#   management system consists of.
# custom:
#   severity: error
#   requirements: [6.1.3]
#   evidence: attested
#   kinds: [management-system, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new statement-of-applicability` gives you a start with comments.
#   proof:
#     mutants:
#       "statement-of-applicability:": [deleted]
package aimslint.rules.repository.statement_of_applicability_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("statement-of-applicability", "statement of applicability", [])
