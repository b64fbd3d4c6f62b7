# METADATA
# title: Each control that applies has a status
# description: The statement says of the controls that are needed whether they are implemented.
# custom:
#   severity: error
#   requirements: [6.1.3, "8.3"]
#   evidence: attested
#   remediation: State the status as planned, implemented or not-implemented.
package aimslint.rules.statement_of_applicability.status

import data.aimslint.lib.annex
import data.aimslint.lib.fault

report contains found if some found in fault.unstated(annex.included(annex.rows), {"status": "a status"})
