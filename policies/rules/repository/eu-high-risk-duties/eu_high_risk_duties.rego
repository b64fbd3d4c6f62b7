# METADATA
# title: A high-risk system has the documents of its class
# description: |
#   A system that the EU AI Act classes as high-risk brings duties: its risks are managed (Article 9),
#   its data governed (Article 10), its technology documented (Article 11), and a deployer assesses
#   what it means for fundamental rights (Article 27). The other documents must show them.
# custom:
#   severity: error
#   requirements: [6.1.2, A.5.3, A.5.4, A.7.2]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Add the document that is missing and name the system in it, or correct the class if the system is not high-risk.
#   proof:
#     mutants:
#       "risk-register:risks.*.system": [unknown]
#       "data-manifest:datasets.*.id": [unknown]
#       "impact-assessment:": [deleted]
#       "model-card:": [deleted]
package aimslint.rules.repository.eu_high_risk_duties

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.violation

report contains violation.with_related(found, duty.related) if {
	some s, system in inventory.asked
	system.eu.class == "high-risk"
	some duty in missing(s, system)
	message := sprintf("The system \"%s\" is classed as high-risk, but %s", [inventory.called(system), duty.words])
	found := violation.on(system, ["regulation", "eu_ai_act", "class"], message)
}

missing(s, system) := ((unmanaged(s, system) | ungoverned(s, system)) | undocumented(s, system)) | unassessed(s, system)

unmanaged(s, system) := {{"words": "no risk register names a risk of it (Article 9 of the EU AI Act)", "related": []}} if {
	names := inventory.names(system) | {name | some c in inventory.cards(s); some name in catalogue.own_names(catalogue.cards[c])}
	count(names & catalogue.assessed) == 0
} else := set()

ungoverned(s, system) := {{"words": "no data manifest knows a dataset of it (Article 10 of the EU AI Act)", "related": []}} if {
	builds(system)
	count({entry | some dataset in system.datasets; some entry in catalogue.meant(dataset.id)}) == 0
	count({c | some c in inventory.cards(s); catalogue.cards[c].document in governed}) == 0
} else := set()

# The cards of which a data manifest knows a dataset.
governed := {use.card.document | some use in catalogue.uses; count(use.entries) > 0}

undocumented(s, system) := {{"words": "neither a model card nor technical documentation describes it (Article 11 of the EU AI Act)", "related": []}} if {
	builds(system)
	not system.eu.technical_documentation == true
	count(inventory.cards(s)) == 0
} else := set()

unassessed(s, _) := {{"words": "it has no impact assessment", "related": []}} if {
	count(inventory.assessments_of(s)) == 0
} else := {{"words": "no impact assessment of it names the fundamental rights it touches (Article 27 of the EU AI Act)", "related": related}} if {
	deploys(inventory.systems[s])
	assessments := [inventory.assessments[a] | some a in inventory.assessments_of(s)]
	every assessment in assessments {
		assessment.rights == false
	}
	related := [violation.related(assessment, ["rights"], "The fundamental rights") | some assessment in assessments]
} else := set()

# Those who only use or pass on the system do not build it.
builds(system) if count(system.eu.roles) == 0

builds(system) if count({role | some role in system.eu.roles} - {"deployer", "importer", "distributor", "authorised-representative"}) > 0

# Article 27 leaves out critical infrastructure, and what is high-risk as a product.
deploys(system) if {
	"deployer" in system.eu.roles
	not system.eu.area in {"critical-infrastructure", "product-law"}
}
