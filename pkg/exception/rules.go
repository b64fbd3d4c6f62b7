package exception

import "github.com/aimslint/aimslint/pkg/rule"

// Category is that of the rules about exceptions. What they find cannot be
// accepted by an exception in turn.
const Category = "exception"

// Rules are the rules that an exception breaks which cannot be followed, or no
// longer holds, or accepts nothing.
func Rules() []*rule.Rule {
	return []*rule.Rule{malformed, ruleKnown, incomplete, expired, tooLong, selfApproved, unused, stale}
}

var (
	malformed = &rule.Rule{
		ID: "exception/malformed", Title: "A waiver, an ignore comment or the baseline can be read",
		Description: "An exception that cannot be read accepts nothing, though whoever wrote it believes that it does.",
		Remediation: "Write it as docs/exceptions.md shows: a waiver with rule, place, reason, approver and until; a comment as `aimslint:ignore RULE reason until DATE`; the baseline with 'aimslint baseline write'.",
		Severity:    rule.Error, Evidence: rule.Attested,
	}
	ruleKnown = &rule.Rule{
		ID: "exception/rule", Title: "The rule that an exception names exists, and can be accepted",
		Description: "A misspelt rule accepts nothing. What the categories syntax and exception find cannot be accepted: a file that nobody can read hides all else that is wrong with it, and an exception does not approve itself.",
		Remediation: "Name a rule that 'aimslint rules list' shows; mend a file that cannot be read, or exclude it in .aimslint.yaml.",
		Severity:    rule.Error, Evidence: rule.Attested,
	}
	incomplete = &rule.Rule{
		ID: "exception/incomplete", Title: "An exception says why, and a waiver by whom",
		Description:  "An acceptance without a reason cannot be reviewed, and one without an approver was made by nobody. Until both are there it accepts nothing.",
		Remediation:  "State the reason so that an auditor can follow it, and the role or person who accepted the finding.",
		Severity:     rule.Error,
		Requirements: []string{"6.1.3"},
		Evidence:     rule.Attested,
	}
	expired = &rule.Rule{
		ID: "exception/expired", Title: "What an exception accepted was mended before it ended",
		Description:  "A finding was accepted until a day that has come, and is still there. It counts again from that day on.",
		Remediation:  "Mend what the finding says, or have it accepted anew, with a reason why the time did not suffice.",
		Severity:     rule.Error,
		Requirements: []string{"6.1.3"},
		Evidence:     rule.Verified,
	}
	tooLong = &rule.Rule{
		ID: "exception/too-long", Title: "An exception holds for no longer than the configuration allows",
		Description: "What is accepted for years is accepted for good, and nobody looks at it again. The most days ahead of the day of the check are `exceptions.max_days` in the configuration, 180 by default.",
		Remediation: "Choose an earlier day and renew the acceptance then, or raise exceptions.max_days in .aimslint.yaml.",
		Severity:    rule.Error, Evidence: rule.Attested,
	}
	selfApproved = &rule.Rule{
		ID: "exception/self-approved", Title: "Nobody accepts a finding about a document of their own",
		Description:  "The owner of a document answers for it, and so does not decide that what is wrong with it may stay. Of documents that are merged every owner counts.",
		Remediation:  "Have it accepted by somebody who does not own the document, as the role that accepts risks.",
		Severity:     rule.Error,
		Requirements: []string{"6.1.3"},
		Evidence:     rule.Verified,
	}
	unused = &rule.Rule{
		ID: "exception/unused", Title: "Every exception accepts a finding",
		Description: "An exception that fits no finding is a leftover, or misses what it was meant for. A later finding that it happens to fit would be accepted unseen.",
		Remediation: "Remove it if the matter is mended; else correct the rule, the document, the path or the place of the comment.",
		Severity:    rule.Warning, Evidence: rule.Attested,
	}
	stale = &rule.Rule{
		ID: "exception/stale-baseline", Title: "Every finding of the baseline is still there",
		Description: "A finding of the baseline that is gone should leave it, so that it cannot return unseen.",
		Remediation: "Run 'aimslint baseline prune'.",
		Severity:    rule.Note, Evidence: rule.Attested,
	}
)
