# METADATA
# title: There is an AI policy
# description: |
#   The policy says what the organization wants with AI and what it commits itself to. Objectives and
#   processes follow from it.
# custom:
#   severity: error
#   requirements: ["5.2", A.2.2]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new ai-policy` gives you a start with comments.
#   proof:
#     mutants:
#       "ai-policy:": [deleted]
package aimslint.rules.repository.ai_policy_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("ai-policy", "AI policy", [])
