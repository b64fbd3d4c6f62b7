# METADATA
# title: The models are described in model cards
# description: |
#   What a model is for, where it fails and how well it does is what users, reviewers and auditors read
#   first, and nothing else in the repository says it.
# custom:
#   severity: error
#   requirements: [A.6.2.7]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new model-card` gives you a start with comments.
#   proof:
#     mutants:
#       "model-card:": [deleted]
package aimslint.rules.repository.model_card_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("model-card", "model card", ["A.6.2.7"])
