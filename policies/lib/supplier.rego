# METADATA
# description: What the assessment of a supplier came to.
package aimslint.lib.supplier

import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

# METADATA
# description: The result of the assessment as a word of the vocabulary; empty if none is stated as text.
result(item) := vocabulary.word(field.text(item, ["assessment", "result"]))

# METADATA
# description: The supplier was rejected, so that it should supply nothing.
rejected(item) if result(item) == "rejected"
