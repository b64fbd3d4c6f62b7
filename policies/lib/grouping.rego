# METADATA
# description: |
#   Grouping in time proportional to what is grouped. Partial rules such as
#   `places[key] contains place` copy the whole object for each new key.
package aimslint.lib.grouping

# METADATA
# description: The members of each key, as a set, from a set of pairs [key, member].
by_key(pairs) := {sorted[start][0]: members |
	sorted := sort(pairs)
	repeats := {k | some k, pair in sorted; sorted[k - 1][0] == pair[0]}
	starts := [k | some k, _ in sorted; not k in repeats]
	ends := array.concat(array.slice(starts, 1, count(starts)), [count(sorted)])
	some n, start in starts
	members := {pair[1] | some pair in array.slice(sorted, start, ends[n])}
}
