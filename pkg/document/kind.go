package document

import "slices"

// The kinds of document that are known. Each has a schema of the same name.
const (
	AISystem                 = "ai-system"
	ModelCard                = "model-card"
	DataManifest             = "data-manifest"
	RiskRegister             = "risk-register"
	ImpactAssessment         = "impact-assessment"
	StatementOfApplicability = "statement-of-applicability"
	AIPolicy                 = "ai-policy"
	ManagementSystem         = "management-system"
	RoleRegister             = "role-register"
	SupplierRegister         = "supplier-register"
	IncidentLog              = "incident-log"
	AuditProgramme           = "audit-programme"
	ManagementReview         = "management-review"
	CorrectiveActionLog      = "corrective-action-log"
	Certification            = "certification"
)

// Trace is the kind of what stands for the traces of AI use in a file, so that
// rules over the repository see them as they see documents. Nobody writes one.
const Trace = "trace"

// Kinds are all kinds, in the order in which they are shown: what describes
// systems first, then what manages them.
func Kinds() []string { return slices.Clone(kinds) }

var kinds = []string{
	AISystem, ModelCard, DataManifest, RiskRegister, ImpactAssessment,
	StatementOfApplicability, AIPolicy, ManagementSystem, RoleRegister, SupplierRegister,
	IncidentLog, AuditProgramme, ManagementReview, CorrectiveActionLog, Certification,
}

// IsKind reports whether a kind is known.
func IsKind(name string) bool { return slices.Contains(kinds, name) }
