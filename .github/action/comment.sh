#!/usr/bin/env bash
# Keeps the comment on the pull request, with what is new and what is mended
# since $BASE if that commit is there.
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# base_report FILE: the findings at $BASE, judged in the same way.
base_report() {
	local prefix tree code=0
	prefix=$(git rev-parse --show-prefix)
	tree=$folder/base
	GIT_LFS_SKIP_SMUDGE=1 git -c core.hooksPath=/dev/null worktree add --quiet --detach "$tree" "$BASE" >&2 || return 1
	selection
	(cd "$tree/$prefix" && aimslint check --format=json --fail-on=never --allow-empty \
		${selection[@]+"${selection[@]}"} -- "${paths[@]}" >"$1" 2>"$folder/errors") || code=$?
	show "$folder/errors"
	git worktree remove --force "$tree"
	return "$code"
}

folder=$(mktemp -d "$RUNNER_TEMP/aimslint.XXXXXX")
options=("--category=$CATEGORY")
if [ -n "${BASE-}" ] && base_report "$folder/base.json"; then
	options+=("--base-report=$folder/base.json")
fi
code=0
aimslint github comment "${options[@]}" -- "$REPORT" >"$folder/log" 2>&1 || code=$?
show "$folder/log"
exit "$code"
