# METADATA
# title: Each control that applies has an owner
# description: Somebody answers for each control that is needed, implements it and keeps its evidence.
# custom:
#   severity: warning
#   requirements: [6.1.3, A.3.2]
#   evidence: attested
#   remediation: Name the role or person accountable for the control under owner.
package aimslint.rules.statement_of_applicability.owner

import data.aimslint.lib.annex
import data.aimslint.lib.fault

report contains found if some found in fault.unstated(annex.included(annex.rows), {"owner": "an owner"})
