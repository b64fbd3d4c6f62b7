# METADATA
# title: No model is trained on data whose licence forbids it
# description: |
#   Training makes something new from data. A licence that forbids derived works, or allows the
#   data for evaluation alone, does not cover that unless other rights do.
# custom:
#   severity: error
#   requirements: [A.7.3, A.10.3]
#   evidence: verified
#   kinds: [model-card]
#   remediation: State in the manifest by which rights the data is used for training, or train on other data.
#   parameters:
#     - name: forbidding_terms
#       default: [nd, no-derivatives, noderivatives, evaluation-only, test-only, no-training]
#       description: Parts of the name of a licence that forbid training, compared word by word.
#   proof:
#     mutants:
#       "data-manifest:datasets.*.acquisition.licence": [CC-BY-ND-4.0]
package aimslint.rules.repository.training_licence

import data.aimslint.lib.catalogue
import data.aimslint.lib.dataset
import data.aimslint.lib.text
import data.aimslint.lib.violation

report contains violation.with_related(found, [licence]) if {
	terms := data.config["repository/training-licence"].forbidding_terms
	some use in catalogue.uses
	some entry in use.entries
	text.same(use.use.role, "training")
	registered := catalogue.dataset(entry)
	registered.rights == ""
	count(dataset.licence_terms(registered.licences, terms)) > 0
	message := sprintf("The card trains on the dataset \"%s\", whose licence forbids it, and no rights allow it", [catalogue.called(use.use)])
	found := violation.on(use.card, ["datasets", use.place, "id"], message)
	licence := violation.related(catalogue.manifests[entry[0]], ["datasets", entry[1], "acquisition", "licence"], "The licence of the dataset")
}
