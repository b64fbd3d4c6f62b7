# METADATA
# title: AI systems are kept as an inventory
# description: |
#   A management system is about AI systems. Which they are, who answers for them and what they consist of
#   is kept in one document for each system.
# custom:
#   severity: error
#   requirements: [A.4.2, 4.3]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new ai-system` gives you a start with comments.
#   proof:
#     mutants:
#       "ai-system:": [deleted]
package aimslint.rules.repository.ai_system_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("ai-system", "inventory of its AI systems", [])
