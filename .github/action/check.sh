#!/usr/bin/env bash
# Checks the documents: annotations on standard output, the job summary, and
# the reports as files. Succeeds whatever is found: the gate comes last, so that
# the reports reach GitHub first.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# count NAME prints a count of the JSON report's summary, the only member of
# that name at that depth.
count() { sed -n 's/^    "'"$1"'": \([0-9][0-9]*\),\{0,1\}$/\1/p' "$folder/aimslint.json"; }

# controls STATE prints how many of the 38 controls are in a state: the first such
# member below "controls".
controls() { sed -n '/^    "controls": {$/,/^    }/s/^        "'"$1"'": \([0-9][0-9]*\),\{0,1\}$/\1/p' "$folder/aimslint.json"; }

folder=$(mktemp -d "$RUNNER_TEMP/aimslint.XXXXXX")
selection
arguments=(--format=github --assess "--category=$CATEGORY")
for form in sarif json; do arguments+=("--report=$form=$folder/aimslint.$form"); done
arguments+=("--report=summary=$folder/summary.md")
[ -z "${FAIL_ON-}" ] || arguments+=("--fail-on=$FAIL_ON")
[ -z "${CHANGED_SINCE-}" ] || arguments+=("--changed-since=$CHANGED_SINCE")
[ -z "${POLICIES-}" ] || arguments+=("--policies=$POLICIES")
[ -z "${POLICIES_BASE-}" ] || arguments+=("--policies-base=$POLICIES_BASE")
split "${REPORTS-}"
for report in ${lines[@]+"${lines[@]}"}; do arguments+=("--report=$report"); done

code=0
aimslint check "${arguments[@]}" ${selection[@]+"${selection[@]}"} -- "${paths[@]}" 2>"$folder/errors" || code=$?
show "$folder/errors"
output exit-code "$code"

case $code in
0 | 1)
	output complete true
	;;
*)
	annotate error "$(cat "$folder/errors")"
	printf '**aimslint** ended with exit code %s; the log says why.\n' "$code" >>"$GITHUB_STEP_SUMMARY"
	exit 0
	;;
esac

output sarif "$folder/aimslint.sarif"
output json "$folder/aimslint.json"
cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"
for state in verified attested gap "no evidence" "human review" excluded waived; do
	output "controls-${state// /-}" "$(controls "$state")"
done
total=0
for severity in errors warnings notes; do
	number=$(count "$severity")
	output "$severity" "$number"
	total=$((total + number))
done
output findings "$total"
