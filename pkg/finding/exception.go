package finding

// ExceptionKind says where an exception is written.
type ExceptionKind string

// The kinds of exception: an entry of the waiver file, a comment in the
// document itself, an entry of the baseline, a row of the Statement of Applicability
// that leaves out the control.
const (
	ByWaiver    ExceptionKind = "waiver"
	ByIgnore    ExceptionKind = "ignore"
	ByBaseline  ExceptionKind = "baseline"
	ByStatement ExceptionKind = "statement-of-applicability"
)

// Exception is why a finding does not count, and for how long. One by a
// baseline has neither a reason of its own nor an end.
type Exception struct {
	Kind   ExceptionKind
	Reason string
	// Approver accepted the finding; empty for a comment, which has the
	// approval of whoever approved the change that brought it.
	Approver string
	// Until is the first day on which the exception no longer holds, ISO 8601.
	Until string
	// Ticket is where the matter is followed up, if anywhere.
	Ticket string
	// Location is the place where the exception is written.
	Location Location
}
