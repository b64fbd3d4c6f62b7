# Sourced by the other scripts. They run under bash 3.2, which macOS has: no
# mapfile, and an array that may be empty is written ${a[@]+"${a[@]}"}.
# shellcheck shell=bash
set -euo pipefail

# annotate LEVEL TEXT: an annotation of the run; TEXT may hold anything.
# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
annotate() {
	local text=$2
	text=${text//'%'/%25}
	text=${text//$'\r'/%0D}
	text=${text//$'\n'/%0A}
	printf '::%s title=aimslint::%s\n' "$1" "$text"
}

# wrong_use TEXT: ends a script. Workflow commands count on both outputs, so
# this one is seen from within $(...) as well.
wrong_use() {
	annotate error "$1" >&2
	exit 2
}

# output NAME VALUE: an output of the step. No value of ours has two lines.
output() {
	case $2 in *$'\n'* | *$'\r'*) wrong_use "the output $1 has more than one line" ;; esac
	printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
}

# show FILE: prints text in which no line is taken for a workflow command.
show() {
	[ -s "$1" ] || return 0
	local word
	word=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
	printf '::stop-commands::%s\n' "$word"
	cat -- "$1"
	printf '\n::%s::\n' "$word"
}

# split TEXT: puts its lines, but not the blank ones, into the array lines.
split() {
	local line
	lines=()
	while IFS= read -r line || [ -n "$line" ]; do
		line=${line%$'\r'}
		case $line in *[![:space:]]*) lines+=("$line") ;; esac
	done <<<"$1"
}

# selection: puts into the array selection the flags that say what is judged,
# and how. Each flag and its value are one word, so that a value that begins
# with a dash is none.
selection() {
	selection=()
	[ -z "${CONFIG-}" ] || selection+=("--config=$CONFIG")
	[ -z "${PROFILE-}" ] || selection+=("--profile=$PROFILE")
	[ -z "${AS_OF-}" ] || selection+=("--as-of=$AS_OF")
	split "${PATHS-}"
	paths=(${lines[@]+"${lines[@]}"})
	[ ${#paths[@]} -gt 0 ] || paths=(.)
}
