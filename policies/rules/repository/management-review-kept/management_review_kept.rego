# METADATA
# title: The reviews by top management are kept
# description: |
#   Top management reviews the management system at planned intervals, and what it looked at and decided
#   is to be kept.
# custom:
#   severity: error
#   requirements: [9.3.1, 9.3.3]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, certification]
#   remediation: Write one. The command `aimslint new management-review` gives you a start with comments.
#   proof:
#     mutants:
#       "management-review:": [deleted]
package aimslint.rules.repository.management_review_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("management-review", "management review", [])
