#!/usr/bin/env bash
# Decides from the inputs and the event what is installed, what the run is
# compared with, and what may be sent to GitHub; says what is left out and why.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# one_of INPUT VALUE ALLOWED...
one_of() {
	local input=$1 value=$2 word
	shift 2
	for word in "$@"; do [ "$value" != "$word" ] || return 0; done
	wrong_use "the input $input is \"$value\"; allowed are: $*"
}

# version prints which release to install, or source.
version() {
	local wanted=${VERSION#v}
	if [ -z "$wanted" ]; then
		wanted=source
		[[ ${ACTION_REF-} =~ ^v[0-9]+\.[0-9]+\.[0-9]+ ]] && wanted=${ACTION_REF#v}
	fi
	[[ $wanted == source || $wanted =~ ^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$ ]] ||
		wrong_use "the input version is \"$VERSION\"; write it as 1.2.3, or source"
	printf '%s' "$wanted"
}

# a_fork: is this a pull request whose token may only read?
a_fork() {
	[ "${GITHUB_EVENT_NAME-}" = pull_request ] && [ "${HEAD_REPOSITORY-}" != "$GITHUB_REPOSITORY" ]
}

# merged is true of the merge of a pull request that GitHub makes for a run,
# when it is checked out.
merged() {
	[[ ${GITHUB_REF-} =~ ^refs/pull/[0-9]+/merge$ ]] && [ "$(git rev-parse HEAD 2>/dev/null)" = "${GITHUB_SHA-}" ]
}

fetch() { git fetch --quiet --no-tags --no-recurse-submodules "$@"; }

# base prints the commit that the change began at; nothing if there is none, as
# in a scheduled run or on a new branch, or if it cannot be had. Workflows mostly
# check out a single commit, so it may have to be fetched.
base() {
	local commit=${BASE-}
	if merged; then # the event's base may be older
		git rev-parse --quiet --verify HEAD^1 >/dev/null || fetch --depth=2 origin "$GITHUB_SHA" || return 0
		commit=$(git rev-parse HEAD^1)
	fi
	[[ $commit =~ ^[0-9a-f]{40,64}$ && ! $commit =~ ^0+$ ]] || return 0
	git cat-file -e "$commit^{commit}" 2>/dev/null || fetch --depth=1 origin "$commit" || return 0
	git merge-base HEAD "$commit" || { fetch --unshallow origin && git merge-base HEAD "$commit"; } || return 0
}

one_of upload "$UPLOAD" true false required
one_of comment "$COMMENT" true false
one_of only-changed "$ONLY_CHANGED" true false
one_of policies "${POLICIES:=config}" config none
[[ $CATEGORY =~ ^[A-Za-z0-9][A-Za-z0-9._/-]*$ ]] ||
	wrong_use "the input category is \"$CATEGORY\"; use letters, digits and . _ / -"

wanted=$(version)
output version "$wanted"
if [ "$wanted" = source ] && ! go -C "$GITHUB_ACTION_PATH" version; then
	output go missing
fi

may_upload=true
[ "$UPLOAD" != false ] || may_upload=false
may_comment=false
[ "$COMMENT" = false ] || [ "${GITHUB_EVENT_NAME-}" != pull_request ] || may_comment=true
if a_fork && { [ $may_upload = true ] || [ $may_comment = true ]; }; then
	annotate notice "This pull request comes from a fork, whose token may only read: the findings are annotations and the job summary, with no upload and no comment."
	may_upload=false may_comment=false
fi
output upload $may_upload
output comment $may_comment

if [ "$ONLY_CHANGED" = true ] || [ $may_comment = true ]; then
	commit=$(base)
	output base "$commit"
	if [ "$ONLY_CHANGED" = true ] && [ -n "$commit" ]; then
		output changed-since "$commit"
	elif [ "$ONLY_CHANGED" = true ]; then
		annotate warning "There is no earlier commit to compare with, or it could not be fetched: all findings are shown. Check out with fetch-depth: 0 to have it."
	fi
fi

# A fork must not have policies of its own run: the base names those that are.
if [ "$POLICIES" = config ] && a_fork; then
	: "${commit:=$(base)}"
	output policies-base "$commit"
	[ -n "$commit" ] || POLICIES=none
fi
output policies "$POLICIES"
