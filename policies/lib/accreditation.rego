# METADATA
# description: Where a certification stands, and what it consists of.
package aimslint.lib.accreditation

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

# METADATA
# description: The status as a word of the vocabulary; empty if none is stated as text.
status := vocabulary.word(field.text(input, ["status"]))

# METADATA
# description: A certification body is at work; whatever does not say that it is only planned counts as begun.
begun if status != "planned"

# METADATA
# description: There is a certificate, be it suspended.
issued if status in {"certified", "suspended"}

# METADATA
# description: The surveillance audits, as a group whose faults can be spread.
surveillance := fault.listed(input, "surveillance", "surveillance audit", ["due"])

# METADATA
# description: The findings of the certification body, as such a group.
findings := fault.listed(input, "findings", "finding", ["id"])

# METADATA
# description: The day so many years after another, as a text that compares with days.
years_after(day, years) := sprintf("%04d%s", [to_number(substring(day, 0, 4)) + years, substring(day, 4, 6)])
