# METADATA
# description: How severe an incident of an incident log is, of which category, and whether it is over.
package aimslint.lib.incident

import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

# METADATA
# description: The severity as a word of the vocabulary; empty if none is stated as text.
severity(item) := vocabulary.word(field.text(item, ["severity"]))

# METADATA
# description: The category as a word of the vocabulary; empty if none is stated as text.
category(item) := vocabulary.word(field.text(item, ["category"]))

# METADATA
# description: The incident is rated as serious.
serious(item) if severity(item) == "serious"

# METADATA
# description: The incident is closed and was severe enough to learn from.
to_learn_from(item) if {
	field.present(item, ["resolved"])
	severity(item) in {"major", "serious"}
}
