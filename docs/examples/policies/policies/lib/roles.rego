# METADATA
# description: Names of roles, however they are written.
package acme.lib.roles

# METADATA
# description: The name in small letters with hyphens.
plain(name) := lower(replace(trim_space(name), " ", "-"))

# METADATA
# description: The name is one of the list.
among(name, list) if {
	some allowed in list
	plain(name) == plain(allowed)
}
