# METADATA
# title: The impact of the AI systems is assessed
# description: |
#   What the systems may do to people and to society is assessed, and the result is kept and feeds the
#   risk assessment.
# custom:
#   severity: error
#   requirements: [6.1.4, "8.4", A.5.3]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new impact-assessment` gives you a start with comments.
#   proof:
#     mutants:
#       "impact-assessment:": [deleted]
package aimslint.rules.repository.impact_assessment_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("impact-assessment", "impact assessment of an AI system", [])
