# METADATA
# title: The certificate covers the systems that are in use
# description: |
#   Customers take a certificate as a statement about the systems they use. A system in scope and in
#   use that it does not name deserves a look.
# custom:
#   severity: note
#   requirements: [4.3]
#   evidence: verified
#   kinds: [certification]
#   remediation: Ask the certification body to extend the scope to the system, or tell its customers that it is not covered.
#   proof:
#     mutants:
#       "certification:systems": [[sepsis-alert]]
package aimslint.rules.repository.certificate_covers_systems

import data.aimslint.lib.inventory
import data.aimslint.lib.register
import data.aimslint.lib.violation

report contains violation.with_related(found, [other]) if {
	some certification in register.current("certification")
	certification.status == "certified"
	count(certification.systems) > 0
	covered := {s | some name in certification.systems; some s in inventory.meant(name)}
	some s, system in inventory.asked
	register.deployed(system)
	not s in covered
	message := sprintf("The certificate does not cover the system \"%s\", which is in scope and in use", [inventory.called(system)])
	found := violation.on(certification, ["systems"], message)
	other := violation.related(system, ["stage"], "The system is in use")
}
