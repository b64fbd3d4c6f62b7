#!/usr/bin/env bash
# Keeps the comment on the pull request: all findings, and what is new and what
# is mended since $BASE if that commit is there.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# report FOLDER FILE: all findings in a checkout.
report() {
	local code=0
	(cd "$1" && aimslint check --format=json --assess --fail-on=never --allow-empty "--policies=${POLICIES:-config}" \
		${selection[@]+"${selection[@]}"} -- "${paths[@]}") >"$2" 2>"$folder/errors" || code=$?
	show "$folder/errors"
	return "$code"
}

# base_report FILE: the findings at $BASE, judged in the same way.
base_report() {
	local prefix tree=$folder/base code=0
	prefix=$(git rev-parse --show-prefix)
	GIT_LFS_SKIP_SMUDGE=1 git -c core.hooksPath=/dev/null worktree add --quiet --detach "$tree" "$BASE" || return 1
	report "$tree/$prefix" "$1" || code=$?
	git worktree remove --force "$tree"
	return "$code"
}

folder=$(mktemp -d "$RUNNER_TEMP/aimslint.XXXXXX")
selection
options=("--category=$CATEGORY")
if [ -n "${CHANGED_SINCE-}" ]; then # that report holds only a part
	REPORT=$folder/all.json
	report . "$REPORT"
fi
if [ -n "${BASE-}" ] && base_report "$folder/base.json"; then
	options+=("--base-report=$folder/base.json")
fi
code=0
aimslint github comment "${options[@]}" -- "$REPORT" >"$folder/log" 2>&1 || code=$?
show "$folder/log"
exit "$code"
