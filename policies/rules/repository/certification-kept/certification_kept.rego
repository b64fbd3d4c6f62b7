# METADATA
# title: The certification is kept as a record
# description: |
#   Who certifies the management system, for which systems, and what they found is followed up like the
#   results of any audit.
# custom:
#   severity: error
#   requirements: [9.2.1]
#   evidence: attested
#   profile: certification
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review]
#   remediation: Write one. The command `aimslint new certification` gives you a start with comments.
#   proof:
#     mutants:
#       "certification:": [deleted]
package aimslint.rules.repository.certification_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("certification", "record of the certification", [])
