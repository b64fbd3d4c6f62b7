# METADATA
# description: |
#   The one way to report. A path is a list of keys and 0-based indexes into the
#   canonical document; it may lead to something absent. A message is a plain
#   sentence without a full stop that names the thing and says what is expected;
#   it holds no count and no date that changes from run to run.
package aimslint.lib.violation

# METADATA
# description: A violation by the document in input.
at(path, message) := {"path": path, "message": message}

# METADATA
# description: A violation by the document of a record, for rules over the whole repository.
on(record, path, message) := {"document": record.document, "path": path, "message": message}

# METADATA
# description: The violation with other places that it is about, made with related.
with_related(violation, places) := object.union(violation, {"related": places})

# METADATA
# description: Another place that a violation is about, and what is there.
related(record, path, message) := {"document": record.document, "path": path, "message": message}
