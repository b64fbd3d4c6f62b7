# METADATA
# title: The management system is described
# description: |
#   Context, interested parties, scope, processes and objectives are what makes a management system of
#   documents that would otherwise stand alone.
# custom:
#   severity: error
#   requirements: ["4.1", 4.2, 4.3, 6.2]
#   evidence: attested
#   kinds: [statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new management-system` gives you a start with comments.
#   proof:
#     mutants:
#       "management-system:": [deleted]
package aimslint.rules.repository.management_system_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("management-system", "description of that management system", [])
