# METADATA
# title: The roles are kept in a register
# description: |
#   Owners, auditors and approvers are named all over the documents. Who that is, what they may decide
#   and what they have to know is kept in one place.
# custom:
#   severity: error
#   requirements: ["5.3", A.3.2, "7.2"]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new role-register` gives you a start with comments.
#   proof:
#     mutants:
#       "role-register:": [deleted]
package aimslint.rules.repository.role_register_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("role-register", "register of roles", [])
