# METADATA
# title: A surveillance audit is planned in each of the first two years
# description: |
#   Between the certificate and its renewal the certification body comes back in each calendar year, the
#   first time within twelve months (ISO/IEC 17021-1, 9.1.3). A certificate without surveillance is
#   suspended.
# custom:
#   severity: warning
#   requirements: ["4.4"]
#   evidence: attested
#   remediation: Agree on the audits with the certification body, and state the day by which each is due under surveillance.
#   proof:
#     mutants:
#       surveillance.*.due: [stale, future]
package aimslint.rules.certification.surveillance

import data.aimslint.lib.accreditation
import data.aimslint.lib.date
import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["surveillance"], sprintf("The certification %s", [message])) if {
	accreditation.status == "certified"
	message := fault.list(input, ["surveillance"], "surveillance audits")
}

report contains found if some found in fault.strays(input, ["surveillance"], ["surveillance"], "surveillance audit", "")

report contains violation.at(["surveillance"], sprintf("No surveillance audit is due in the %s year of the certificate", [name])) if {
	accreditation.status == "certified"
	count(accreditation.surveillance.items) > 0
	issued := field.value(input, ["issued"])
	date.valid(issued)
	some name, [after, until] in years(issued)
	not due_between(after, until)
}

# The second one may be due until the end of the calendar year.
years(issued) := {
	"first": [issued, accreditation.years_after(issued, 1)],
	"second": [accreditation.years_after(issued, 1), sprintf("%s-12-31", [substring(accreditation.years_after(issued, 2), 0, 4)])],
}

due_between(after, until) if {
	some item in accreditation.surveillance.items
	day := field.value(item, ["due"])
	date.valid(day)
	day > after
	day <= until
}
