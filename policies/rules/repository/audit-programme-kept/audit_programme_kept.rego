# METADATA
# title: The internal audits are planned
# description: |
#   Internal audits at planned intervals show whether the management system is what it says it is.
# custom:
#   severity: error
#   requirements: [9.2.1, 9.2.2]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, management-review, certification]
#   remediation: Write one. The command `aimslint new audit-programme` gives you a start with comments.
#   proof:
#     mutants:
#       "audit-programme:": [deleted]
package aimslint.rules.repository.audit_programme_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("audit-programme", "programme of internal audits", [])
