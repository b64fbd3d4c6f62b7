# METADATA
# title: The data is described in a data manifest
# description: |
#   Where data comes from, what may be done with it and how good it is decides what may be built on it.
#   That is kept in a manifest of the datasets.
# custom:
#   severity: error
#   requirements: [A.4.3, A.7.2]
#   evidence: attested
#   kinds: [management-system, statement-of-applicability, audit-programme, management-review, certification]
#   remediation: Write one. The command `aimslint new data-manifest` gives you a start with comments.
#   proof:
#     mutants:
#       "data-manifest:": [deleted]
package aimslint.rules.repository.data_manifest_kept

import data.aimslint.lib.expected

report contains found if some found in expected.missing("data-manifest", "data manifest", ["A.4.3", "A.7.2"])
