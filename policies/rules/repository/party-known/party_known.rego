# METADATA
# title: The parties of the responsibility matrix are known
# description: |
#   A duty is allocated to a role of the organization, to a supplier or to another party that the
#   management system knows. Somebody whom nothing else names may not know of the duty.
# custom:
#   severity: note
#   requirements: [A.10.2]
#   evidence: verified
#   kinds: [management-system]
#   remediation: Name a role of the role register, a supplier of the supplier register or an interested party, or add the party there.
#   proof:
#     mutants:
#       "management-system:responsibility_matrix.*.party": [unknown]
package aimslint.rules.repository.party_known

import data.aimslint.lib.grouping
import data.aimslint.lib.inventory
import data.aimslint.lib.people
import data.aimslint.lib.register
import data.aimslint.lib.text
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

# One objection for each party that a matrix names in vain.
report contains violation.on(system, ["responsibility_matrix", min(places), "party"], message) if {
	some [m, party], places in strangers
	system := systems[m]
	message := sprintf("The party \"%s\" of the responsibility matrix is no role, no supplier and no interested party", [party])
}

systems := register.current("management-system")

strangers := grouping.by_key({[[m, party], i] |
	count(people.roles) + count(inventory.suppliers_by_name) > 0
	some m, system in systems
	some i, duty in system.duties
	some party in duty.parties
	not known(party, system)
})

known(party, _) if count(people.meant(party)) > 0

known(party, _) if count(inventory.suppliers(party)) > 0

known(party, system) if text.same(party, system.organization)

known(party, system) if {
	some other in system.parties
	singular(party) == singular(other)
}

# Words for sides, as everybody uses them.
known(party, _) if singular(party) in {
	"us", "we", "our-organization", "the-organization", "organization", "management", "top-management",
	"provider", "producer", "customer", "user", "deployer", "developer", "supplier", "partner", "data-provider", "third-party",
}

singular(party) := regex.replace(vocabulary.word(party), `(\pL{2})s$`, "$1")
