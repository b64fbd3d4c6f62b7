# METADATA
# title: The certificate runs for three years at most
# description: |
#   Accredited certification of management systems runs in cycles of three years (ISO/IEC 17021-1,
#   9.1.3). A certificate for longer, or one that ends before it begins, is none. One that was renewed
#   early may count its years from the end of the one before it (9.6.3).
# custom:
#   severity: error
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: >-
#     Correct the days under issued and expires, or ask the certification body. For a certificate that was
#     renewed early, state under renews the last day of the one before it.
#   parameters:
#     - name: max_years
#       default: 3
#       description: The longest term of a certificate, in whole years.
#     - name: early_days
#       default: 184
#       description: Days before the end of a certificate in which it may be renewed and the new years still count from that end.
#   proof:
#     mutants:
#       expires: [stale, future]
#       issued: [stale, future]
package aimslint.rules.certification.term

import data.aimslint.lib.accreditation
import data.aimslint.lib.date
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["expires"], message) if {
	issued := field.value(input, ["issued"])
	expires := field.value(input, ["expires"])
	date.valid(issued)
	date.valid(expires)
	message := fault(issued, expires)
}

fault(issued, expires) := "The certificate expires before it is issued" if {
	expires <= issued
} else := sprintf("The certificate runs for longer than the %v years that certificates may", [config.max_years]) if {
	expires > accreditation.years_after(first(issued), config.max_years)
}

# The day from which the years count.
first(issued) := renews if {
	renews := field.value(input, ["renews"])
	days := date.between(issued, renews)
	days >= 0
	days <= config.early_days
} else := issued

config := data.config["certification/term"]
