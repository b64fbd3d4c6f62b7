# METADATA
# title: The incidents are kept in a log
# description: |
#   A log shows that incidents are noticed, told to those who must know, and learned from. One without
#   incidents says until when there were none.
# custom:
#   severity: error
#   requirements: [A.8.4]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new incident-log` gives you a start with comments.
#   proof:
#     mutants:
#       "incident-log:": [deleted]
package aimslint.rules.repository.incident_log_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("incident-log", "incident log", ["A.8.4"])
