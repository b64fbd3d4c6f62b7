# METADATA
# title: The AI risks are kept in a register
# description: |
#   The assessment and treatment of AI risks is the heart of the management system, and its results are
#   to be kept.
# custom:
#   severity: error
#   requirements: [6.1.2, "8.2"]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new risk-register` gives you a start with comments.
#   proof:
#     mutants:
#       "risk-register:": [deleted]
package aimslint.rules.repository.risk_register_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("risk-register", "risk register", [])
