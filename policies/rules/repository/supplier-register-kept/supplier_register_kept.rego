# METADATA
# title: The suppliers are kept in a register
# description: |
#   Models, data and services that others supply are part of the AI systems. Who supplies what, and when
#   that was last looked at, is kept in a register.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new supplier-register` gives you a start with comments.
#   proof:
#     mutants:
#       "supplier-register:": [deleted]
package aimslint.rules.repository.supplier_register_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("supplier-register", "supplier register", ["A.10.3"])
