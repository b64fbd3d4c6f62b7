package binding

import "github.com/aimslint/aimslint/pkg/rule"

// Rules are the rules that a reference breaks which leads nowhere or to
// something else than the document says.
func Rules() []*rule.Rule {
	return []*rule.Rule{sourceReadable, sourceLocal, valueAgrees, fileExists, digestAgrees, digestComparable}
}

var (
	sourceReadable = &rule.Rule{
		ID:    "binding/source-readable",
		Title: "The source of a value can be read",
		Description: "A value that names its source can be checked only if the file is there, can be read, and has one value at the place that is named. " +
			"A source that leads nowhere shows no more than no source at all, but looks like evidence.",
		Remediation:  "Correct the path and the JSON Pointer, as in metrics/eval.json#/test/auc, or commit the file.",
		Severity:     rule.Error,
		Requirements: []string{"A.6.2.4", "9.1", "7.5.3"},
		Evidence:     rule.Verified,
		Profile:      rule.Standard,
	}
	sourceLocal = &rule.Rule{
		ID:    "binding/source-local",
		Title: "The source of a value is at hand",
		Description: "A source that is a URL, or a file that Git LFS or DVC keeps elsewhere and that was not fetched, cannot be compared: nothing is fetched during a check. " +
			"The value then remains the document's own word.",
		Remediation:  "Keep the file with the measured values in the repository, or fetch it before the check (git lfs pull, dvc pull).",
		Severity:     rule.Warning,
		Requirements: []string{"A.6.2.4", "9.1"},
		Evidence:     rule.Attested,
		Profile:      rule.Standard,
	}
	valueAgrees = &rule.Rule{
		ID:    "binding/value-agrees",
		Title: "A value agrees with its source",
		Description: "A number agrees if the source, rounded to the digits that the document gives, is the same number; texts and days agree if they are equal. " +
			"A value that says something else than the file it was taken from is out of date or wrong.",
		Remediation:  "Take over the value from the source, or name the source that it was taken from.",
		Severity:     rule.Error,
		Requirements: []string{"A.6.2.4", "9.1"},
		Evidence:     rule.Verified,
		Profile:      rule.Standard,
	}
	fileExists = &rule.Rule{
		ID:    "binding/file-exists",
		Title: "A file that a document names exists",
		Description: "A model, a dataset, a procedure or a piece of evidence that a document names by its path is in the repository, or is kept there by Git LFS or DVC. " +
			"A reference to nothing is no evidence.",
		Remediation:  "Correct the path, relative to the document or to a folder above it, or commit the file.",
		Severity:     rule.Error,
		Requirements: []string{"7.5.3", "A.4.3"},
		Evidence:     rule.Verified,
		Profile:      rule.Standard,
	}
	digestAgrees = &rule.Rule{
		ID:    "binding/digest-agrees",
		Title: "A digest is that of its file",
		Description: "The digest that a document states is compared with the file, with its Git LFS pointer, or with what DVC recorded. " +
			"If they differ, the document describes another version of the file than the one in the repository.",
		Remediation:  "Find out which version the document describes; then correct the digest or the file.",
		Severity:     rule.Error,
		Requirements: []string{"A.7.5", "A.4.3"},
		Evidence:     rule.Verified,
		Profile:      rule.Standard,
	}
	digestComparable = &rule.Rule{
		ID:    "binding/digest-comparable",
		Title: "A digest can be compared with its file",
		Description: "Git LFS records the SHA-256 of a file and DVC its MD5. Where the file itself is not at hand, only that one can be compared; " +
			"a folder has a digest only if DVC tracks it; and the digest of a file above limits.digest_bytes is not computed.",
		Remediation:  "State the digest that the message names, fetch the file before the check, or raise limits.digest_bytes.",
		Severity:     rule.Warning,
		Requirements: []string{"A.7.5"},
		Evidence:     rule.Attested,
		Profile:      rule.Standard,
	}
)
