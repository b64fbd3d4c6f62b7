# METADATA
# title: A system is evaluated on registered data that its models did not learn from
# description: |
#   A result on data that a model has seen says nothing about new cases, and one on data that no
#   manifest knows cannot be repeated.
# custom:
#   severity: error
#   requirements: [A.6.2.4]
#   evidence: verified
#   kinds: [ai-system]
#   remediation: Evaluate the system on a registered dataset that was kept apart from training, or list the part that was kept apart in the role of test data.
#   proof:
#     optional: ["ai-system:evaluations.*.dataset"]
#     mutants:
#       "ai-system:evaluations.*.dataset": [unknown, admissions-2019-2023]
package aimslint.rules.repository.system_evaluation_independent

import data.aimslint.lib.catalogue
import data.aimslint.lib.inventory
import data.aimslint.lib.label
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.on(system, ["evaluations", i, "dataset"], message) if {
	some s, system in inventory.asked
	some i, evaluation in system.evaluations
	evaluation.dataset != ""
	fault := complaint(s, system, evaluation.dataset)
	message := sprintf("%s of the AI system \"%s\" is on the dataset \"%s\", %s", [label.the("evaluation", evaluation, ["id", "metric"]), inventory.called(system), evaluation.dataset, fault])
}

complaint(s, system, name) := "which its models learned from" if {
	count(keys(name) & learned(s, system)) > 0
} else := "which is registered for training alone" if {
	some entry in catalogue.meant(name)
	{role | some role in catalogue.dataset(entry).roles} == {"training"}
} else := "which is in no data manifest" if {
	count(catalogue.manifests) > 0
	count(catalogue.meant(name)) == 0
	not text.fold(name) in {text.fold(use.id) | some use in system.datasets}
}

# The training data of the system and its models, but for data of which a part
# was kept apart.
learned(s, system) := used(s, system, {"training"}) - used(s, system, {"test", "validation"})

used(s, system, roles) := union({keys(use.id) | some use in system.datasets; use.role in roles}) | union({keys(catalogue.called(use)) |
	some c in inventory.cards(s)
	some use in catalogue.cards[c].datasets
	text.fold(use.role) in roles
})

# What the dataset is called here and in the manifests, folded.
keys(name) := {text.fold(name)} | {key |
	some entry in catalogue.meant(name)
	some other in [catalogue.dataset(entry).id, catalogue.dataset(entry).name]
	key := text.fold(other)
	key != ""
}
