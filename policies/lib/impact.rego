# METADATA
# description: The parts of an impact assessment, as groups whose faults can be spread.
package aimslint.lib.impact

import data.aimslint.lib.fault
import data.aimslint.lib.field
import data.aimslint.lib.vocabulary

# METADATA
# description: The impacts on individuals and groups.
individuals := fault.listed(input, "individuals", "impact", ["id", "group"])

# METADATA
# description: The effects on society, and the areas that are said to have none.
society := fault.listed(input, "society", "societal effect", ["id", "area"])

# METADATA
# description: The ways in which people may misuse the system.
misuse := fault.listed(input, "foreseeable_misuse", "misuse", ["id", "what"])

# METADATA
# description: Those who were heard.
parties := fault.listed(input, "interested_parties", "interested party", ["who"])

# METADATA
# description: What is still to be done.
measures := fault.listed(input, "measures", "measure", ["id", "what"])

# METADATA
# description: The fundamental rights that are touched.
rights := fault.listed(input, "rights", "right", ["right"])

# METADATA
# description: The severity of an impact as a word of the vocabulary; empty if none is stated as text.
severity(item) := vocabulary.word(field.text(item, ["severity"]))

# METADATA
# description: The decision as a word of the vocabulary; empty if none is stated as text.
decision := vocabulary.word(field.text(input, ["decision"]))

# METADATA
# description: The measure is done or given up.
finished(measure) if vocabulary.word(field.value(measure, ["status"])) in {"done", "cancelled"}
