# METADATA
# title: Suppliers of systems in operation were reviewed and approved
# description: |
#   Suppliers change their models, terms and owners. Whoever contributes to a system in use is
#   assessed, approved, and looked at again before the review is out of date.
# custom:
#   severity: error
#   requirements: [A.10.3]
#   evidence: verified
#   kinds: [supplier-register]
#   remediation: Review the supplier, record the day, the result and the next review under assessment, or replace the supplier.
#   parameters:
#     - name: max_age_days
#       default: 730
#       description: Days after which an assessment is out of date, if it does not say when the next one is due.
#       profiles: {eu-high-risk: 365, medical-device: 365}
#   proof:
#     optional: ["supplier-register:suppliers.*.assessment.next"]
#     mutants:
#       "supplier-register:suppliers.*.assessment.next": [stale]
#       "supplier-register:suppliers.*.assessment.on": [future]
#       "supplier-register:suppliers.*.assessment.result": [rejected]
package aimslint.rules.repository.supplier_review_current

import data.aimslint.lib.catalogue
import data.aimslint.lib.date
import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.with_related(found, uses) if {
	some entry in {entry | some [entry, _] in relied_on}
	[r, i] := entry
	supplier := inventory.supplier(entry)
	some key, fault in faults(supplier)
	message := sprintf("The supplier \"%s\" of an AI system in operation %s", [catalogue.called(supplier), fault])
	found := violation.on(inventory.supplier_registers[r], ["suppliers", i, "assessment", key], message)
	uses := [violation.related(inventory.systems[s], ["metadata", "id"], "A system in operation that relies on the supplier") |
		some [other, s] in relied_on
		other == entry
	]
}

faults(supplier) := {key: fault | some key in ["on", "next", "result"]; fault := complaint(supplier, key)}

complaint(supplier, "on") := "has not been assessed" if {
	supplier.assessed_on == ""
} else := "was assessed on a day that lies in the future" if {
	date.future(supplier.assessed_on)
} else := "must be assessed anew, since its assessment is out of date" if {
	supplier.next == ""
	date.older(supplier.assessed_on, data.config["repository/supplier-review-current"].max_age_days)
}

complaint(supplier, "next") := "must be assessed anew, since the review is overdue" if date.past(supplier.next)

complaint(supplier, "result") := "was rejected when it was assessed" if supplier.result == "rejected"

# The suppliers of each system in operation, as [entry, system].
relied_on := {[entry, s] |
	some s, system in inventory.asked
	inventory.operating(system)
	some name in names(s, system)
	some entry in inventory.suppliers(name)
} | {[[r, i], s] |
	some r, register in inventory.supplier_registers
	some i, supplier in register.suppliers
	some name in supplier.systems
	some s in inventory.meant(name)
	some other, system in inventory.asked
	other == s
	inventory.operating(system)
}

names(s, system) := ({name | some name in system.suppliers} | {model.supplier | some model in system.models}) | {model.supplier |
	some c in inventory.cards(s)
	some model in catalogue.cards[c].base_models
}
