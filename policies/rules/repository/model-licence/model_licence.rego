# METADATA
# title: A model is not licensed more freely than its training data
# description: |
#   A model that is given away for any use, trained on data that is licensed for non-commercial
#   or research use only, promises rights that its maker may not have.
# custom:
#   severity: warning
#   requirements: [A.7.3, A.10.4]
#   evidence: verified
#   kinds: [model-card]
#   remediation: Restrict the licence of the model, or state in the manifest by which rights the model may be licensed so.
#   parameters:
#     - name: free_licences
#       default: [apache-2.0, mit, bsd-2-clause, bsd-3-clause, isc, 0bsd, unlicense, cc0-1.0, cc-by-4.0, cc-by-sa-4.0, mpl-2.0, gpl-3.0, gpl-3.0-only, gpl-3.0-or-later, agpl-3.0, lgpl-3.0]
#       description: Licences that permit commercial use.
#     - name: restricting_terms
#       default: [nc, noncommercial, non-commercial, research-only, research-use, academic-use, academic-only, personal-use, evaluation-only]
#       description: Parts of the name of a licence that exclude commercial use, compared word by word.
#   proof:
#     mutants:
#       "model-card:model.licence": [Apache-2.0]
package aimslint.rules.repository.model_licence

import data.aimslint.lib.catalogue
import data.aimslint.lib.dataset
import data.aimslint.lib.text
import data.aimslint.lib.violation
import data.aimslint.lib.vocabulary

report contains violation.with_related(found, [licence]) if {
	config := data.config["repository/model-licence"]
	some use in catalogue.uses
	some entry in use.entries
	vocabulary.word(use.card.model.licence) in config.free_licences
	text.same(use.use.role, "training")
	registered := catalogue.dataset(entry)
	registered.rights == ""
	count(dataset.licence_terms(registered.licences, config.restricting_terms)) > 0
	message := sprintf("The licence of the model permits more than that of its training dataset \"%s\"", [catalogue.called(use.use)])
	found := violation.on(use.card, ["model", "licence"], message)
	licence := violation.related(catalogue.manifests[entry[0]], ["datasets", entry[1], "acquisition", "licence"], "The licence of the dataset")
}
