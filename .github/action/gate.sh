#!/usr/bin/env bash
# Fails the job if the findings ask for it; says what GitHub did not allow.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

code=$EXIT_CODE
if [ "${COMMENT_OUTCOME-}" = failure ]; then
	annotate warning "The comment could not be written; its step says why. The job needs the permission pull-requests: write."
fi
if [ "${UPLOAD_OUTCOME-}" = failure ]; then
	text="The findings could not be uploaded to code scanning; the upload step says why. The job needs the permission security-events: write (in a private repository also actions: read, and code scanning switched on)."
	if [ "$UPLOAD" = required ]; then
		annotate error "$text"
		[ "$code" -ne 0 ] || code=3
	else
		annotate warning "$text The findings are in the annotations and the job summary; upload: false silences this."
	fi
fi
exit "$code"
