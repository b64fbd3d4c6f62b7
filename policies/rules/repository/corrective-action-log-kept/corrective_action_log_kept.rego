# METADATA
# title: The corrective actions are kept in a log
# description: |
#   Nonconformities are corrected and their causes removed. A log shows what was done and whether it
#   worked.
# custom:
#   severity: error
#   requirements: ["10.2"]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new corrective-action-log` gives you a start with comments.
#   proof:
#     mutants:
#       "corrective-action-log:": [deleted]
package aimslint.rules.repository.corrective_action_log_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("corrective-action-log", "log of corrective actions", [])
