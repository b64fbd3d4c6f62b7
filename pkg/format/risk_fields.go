package format

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The meanings that a column or key of a risk register may have. Those with a
// canonical field are named as its path below a risk; the others are resolved
// when the whole register is known.
const (
	riskID          = "id"
	riskTitle       = "title"
	riskEvent       = "event"
	riskSource      = "source"
	riskCause       = "cause"
	riskConsequence = "consequence"
	riskLikelihood  = "likelihood"
	riskImpact      = "consequence_level"
	riskLevel       = "level"
	riskOwner       = "owner"
	riskControls    = "existing_controls"
	riskOption      = "treatment.option"
	riskActions     = "treatment.actions"
	riskRationale   = "treatment.rationale"
	riskRequired    = "treatment.controls"
	riskStatus      = "status"
	riskReviewed    = "reviewed_on"
	riskNextReview  = "next_review"
	riskSystem      = "system"
	riskAffected    = "affected"
	riskObjective   = "objective"
	riskTaxonomy    = "taxonomy"
	riskAssessment  = "impact_assessment"

	riskResidualLikelihood = "residual.likelihood"
	riskResidualImpact     = "residual.consequence_level"
	riskResidualLevel      = "residual.level"
	riskAcceptedBy         = "acceptance.by"
	riskAcceptedOn         = "acceptance.on"
	riskAcceptedUntil      = "acceptance.until"

	riskNumber       = "?number"    // an id if there is no better one
	riskName         = "?risk"      // a title, or a level beside a title
	riskSeverity     = "?severity"  // the impact, or the level beside an impact
	riskTreatment    = "?treatment" // an option, or a sentence
	riskReview       = "?review"    // the last review or the next one
	riskIdentified   = "?identified"
	riskActionOwner  = "treatment.actions.owner"
	riskActionDue    = "treatment.actions.due"
	riskActionStatus = "treatment.actions.status"
	riskEvidence     = "treatment.actions.evidence"
)

// riskAliases are the names under which registers state each field, seen in
// real ones; reference: collections of public registers. Names are compared in
// the form that [nameWords] gives.
var riskAliases = aliasTable(map[string]string{
	riskID:          "id, risk id, finding id, item id, entry id, record id, scenario id, threat id, hazard id, issue id, 번호, 番号, risk ref, risk reference, identifier, uuid, key, code, synthetic id, canonical risk id, risk number, risk no, riesgo id, id riesgo",
	riskNumber:      "no, nr, num, number, ref, reference, #, index",
	riskTitle:       "title, name, risk title, risk name, headline, short name, summary, risk summary, titulo, nombre, titel, bezeichnung, title description, risk headline, 风险名称, 标题",
	riskName:        "risk hotspot, risk item, risks, hazard description, 위험, リスク, риск, risk, risk event, riesgo, risco, risiko, risque, 风险",
	riskEvent:       "description, risk description, desc, statement, risk statement, event, scenario, risk scenario, threat scenario, details, detail, what can go wrong, descripcion, descricao, beschreibung, 描述, 风险描述, hazardous situation", //nolint:misspell // Spanish
	riskSource:      "source, risk source, threat, threat source, hazard, vulnerability, weakness, threat actor, amenaza, gefahr",
	riskCause:       "cause, causes, root cause, root causes, trigger, triggers, causa, ursache",
	riskConsequence: "why it matters, consequence description, what happens, consequences, potential consequence, potential consequences, effect, effects, harm, harms, impact description, impact details, potential impact, business impact, failure mode, failure effect, consecuencia, folge",
	riskLikelihood:  "발생 가능성, 가능성, 確率, 発生確率, вероятность, likelihood, probability, prob, chance, frequency, occurrence, likelihood of occurrence, probability of occurrence, exploitation likelihood, l, p, probabilidad, probabilidade, eintrittswahrscheinlichkeit, wahrscheinlichkeit, probabilite, vraisemblance, 概率, 可能性, 发生概率", //nolint:misspell // French
	riskImpact:      "영향, 影響, 影響度, влияние, воздействие, impact, consequence, consequence level, impact level, exploitation impact, i, magnitude, impacto, auswirkung, schadenshohe, 影响, 影响程度, max conseq level, max consequence level, conseq level",
	riskSeverity:    "schwere, gravidade, criticite, 심각도, 重大度, серьезность, severity, sev, criticality, severidad, severidade, gravite, schweregrad, gravedad, 严重程度, 严重性",
	riskLevel:       "niveau, niveau de risque, 등급, 위험도, уровень, уровень риска, level, risk level, score, risk score, rating, risk rating, risk value, rpn, exposure, risk exposure, inherent, inherent risk, initial risk, gross risk, current risk, band, risk band, overall risk, risk priority number, lxi, l x i, p x i, pxi, nivel, nivel de riesgo, nivel de risco, risikostufe, risikowert, 分值, 风险等级, 等级, 风险值",
	riskOwner:       "eigentumer, proprietaire, dono, 담당자, 책임자, 担当, 担当者, 責任者, владелец, ответственный, owner, owners, risk owner, owner role, responsible, responsible party, responsible person, responsibility, accountable, accountable owner, accountable role, assignee, assigned to, lead, owned by, control owner, dri, responsable, responsavel, propietario, verantwortlich, verantwortlicher, 责任人, 负责人",                 //nolint:misspell // Spanish and French
	riskControls:    "현재 통제, 통제, 現在の対策, controls, control, existing controls, existing control, current controls, current control, controls in place, existing mitigation, existing mitigations, current mitigations, safeguards, safeguard, existing safeguards, existing preventive controls, existing detective controls, preventive controls, detective controls, control measures, control measure, key controls, controles", //nolint:misspell // Spanish
	riskTreatment:   "traitement, 대응 전략, treatment, response, risk response, risk treatment, strategy, response strategy, treatment option, treatment strategy, risk strategy, treatment type, treatment decision, response type, decision, handling, tratamiento, tratamento, behandlung, 策略, 应对策略",
	riskActions: "suggested mitigations, fix plan, fix, resolution, resolution plan, how we mitigate, how to mitigate, plano de acao, plan d action, attenuation, 대응, 대응 방안, 완화, 완화 방안, 対策, 対応, 対応策, меры, меры по снижению, митигация, смягчение, mitigation, mitigations, mitigation plan, mitigation plans, mitigation strategy, mitigation strategies, mitigation action, mitigation actions, mitigation measure, mitigation measures, mitigation controls, suggested mitigation, proposed mitigation, planned mitigation, planned controls, proposed control, proposed controls, recommended controls, recommended control, " +
		"action, actions, action plan, action plans, planned actions, next action, next steps, treatment plan, treatment plans, treatment action, treatment actions, treatment measures, response plan, remediation, remediation plan, remediations, countermeasure, countermeasures, contingency, contingency plan, measures, recommended action, recommended actions, mitigacion, mitigacao, massnahme, massnahmen, acciones, medidas, mesures, next actions, mitigation treatment plan, recommended remediation, 应对计划, 应对措施, 缓解措施",
	riskRationale:    "rationale, justification, treatment rationale, acceptance rationale, treatment justification",
	riskRequired:     "iso controls, iso 42001 controls, iso42001 controls, iso 27001 controls, annex a controls, control ids, control id, control refs, control references, control reference, control mapping, mapped controls, related controls, treatment controls, framework controls, nist controls",
	riskStatus:       "statut, situacao, 상태, 状態, ステータス, статус, status, state, risk status, current status, treatment state, estado, stand, 状态",
	riskReviewed:     "last review, last reviewed, last review date, last reviewed on, reviewed, reviewed on, reviewed at, date reviewed, last assessed, assessed on, assessment date, updated, last updated, last update",
	riskNextReview:   "next review, next review date, next review due, review due, review due date, review by, next assessment, reassess by, reassessment date",
	riskReview:       "review date, review, date of review, risk review date",
	riskIdentified:   "created, created date, created at, date created, identified, date identified, identified on, identified date, raised, date raised, raised on, opened, open date, date logged, date added, registered",
	riskActionDue:    "due, due date, deadline, target date, target completion, target completion date, completion date, target resolution, due by, mitigation due, mitigation due date, mitigation deadline, mitigation date, treatment due, treatment due date, treatment deadline, action due, action due date, implementation date, target, fecha limite, frist",
	riskActionOwner:  "action owner, mitigation owner, treatment owner, response owner, control operator",
	riskActionStatus: "action status, mitigation status, treatment status, implementation status, control status",
	riskEvidence:     "evidence, evidences, evidence link, evidence links, evidence path, proof, evidencia, nachweis",
	riskSystem:       "system, ai system, system id, ai system id, affected system, system name, ai system name",
	riskAffected:     "affected, affected parties, affected party, affected groups, affected stakeholders, stakeholders affected, who is affected",
	riskObjective:    "objective, objectives, objective affected, affected objective",
	riskTaxonomy:     "category, categories, risk category, type, risk type, domain, risk domain, area, risk area, class, classification, taxonomy, tags, stride category, family, risk family, theme, categoria, kategorie, 类别, 分类",
	riskAssessment:   "impact assessment, aia, impact assessment id",

	riskResidualLevel:      "residual, residual risk, net risk, target risk, residual exposure, residual band, riesgo residual, risco residual, restrisiko",
	riskResidualLikelihood: "residual probability",
	riskAcceptedBy:         "accepted by, risk accepted by, acceptance by, acceptor, risk acceptor, acceptance authority, signed off by",
	riskAcceptedOn:         "accepted on, accepted at, acceptance date, acceptance on, date accepted",
	riskAcceptedUntil:      "accepted until, acceptance until, acceptance expiry, acceptance expires, acceptance valid until",
})

func aliasTable(byField map[string]string) map[string]string {
	table := map[string]string{}
	for field, names := range byField {
		for name := range strings.SplitSeq(names, ", ") {
			table[strings.Join(nameWords(name), " ")] = field
		}
	}
	return table
}

// ratedFields are the fields of which a register has at least one.
var ratedFields = []string{
	riskLikelihood, riskImpact, riskSeverity, riskLevel,
	riskResidualLikelihood, riskResidualImpact, riskResidualLevel,
}

// managedFields are the fields that set a register, in which risks are dealt
// with, apart from a catalogue, in which they are described.
var managedFields = []string{
	riskLikelihood, riskOwner, riskStatus, riskTreatment, riskActions, riskNextReview, riskReview, riskActionDue,
	riskResidualLikelihood, riskResidualImpact, riskResidualLevel, riskAcceptedBy,
}

// riskField is the meaning of a column or key of a risk register, and whether
// the name is known. Case, spaces, "_", "-", camelCase, accents and a scale in
// parentheses do not matter: "Likelihood (1-5)" is likelihood. The meaning is
// one of the constants above; a canonical path unless it starts with "?".
func riskField(name string) (string, bool) {
	words := nameWords(name)
	if field, ok := plainRiskField(words); ok {
		return field, true
	}
	for _, phase := range riskPhases {
		rest, ok := cutWords(words, phase.words)
		if !ok {
			continue
		}
		if field, ok := plainRiskField(rest); ok && slices.Contains(ratedFields, field) {
			return phase.field(field), true
		}
	}
	return firstOfSeveral(name)
}

// firstOfSeveral is the meaning of the first known name in one that joins
// several: "Chosen controls / mitigation".
func firstOfSeveral(name string) (string, bool) {
	parts := joint().Split(parenthesised().ReplaceAllString(name, " "), 4)
	for _, part := range parts {
		if field, ok := plainRiskField(nameWords(part)); len(parts) > 1 && ok {
			return field, true
		}
	}
	return "", false
}

var joint = lazily(`(?i)\s*[/&+|,;]\s*|\s+(?:and|or|und|et|y|e)\s+`)

// plainRiskField looks words up as they are, then without "risk" before them,
// then, for a rating, without what only says that it is one.
func plainRiskField(words []string) (string, bool) {
	if field, ok := riskAliases[strings.Join(words, " ")]; ok {
		return field, true
	}
	if len(words) > 1 && (words[0] == "risk" || words[0] == "ai") {
		return plainRiskField(words[1:])
	}
	if last := len(words) - 1; last > 0 && ratingNoise().MatchString(words[last]) {
		if field, ok := plainRiskField(words[:last]); ok && slices.Contains(ratedFields, field) {
			return field, true
		}
	}
	return "", false
}

var ratingNoise = lazily(`^(?:score|rating|level|value|label|category|band|class|scale|rank|\d+|\d+to\d+|to|of|x|l|i)$`)

// riskPhase is a moment for which a register rates a risk.
type riskPhase struct {
	words []string
	field func(rated string) string
}

// riskPhases: before treatment is the rating itself, after it the residual one.
var riskPhases = slices.Concat(
	phases(func(rated string) string { return rated },
		"inherent", "initial", "gross", "raw", "current", "unmitigated", "untreated",
		"pre", "before", "pre mitigation", "pre treatment", "pre control", "before mitigation", "before treatment", "before controls"),
	phases(residualField,
		"residual", "net", "target", "mitigated", "treated", "post", "after", "post mitigation", "post treatment", "post control",
		"after mitigation", "after treatment", "after controls"),
)

func phases(field func(string) string, names ...string) []riskPhase {
	list := make([]riskPhase, 0, len(names))
	for _, name := range names {
		list = append(list, riskPhase{strings.Fields(name), field})
	}
	return list
}

func residualField(rated string) string {
	switch rated {
	case riskLikelihood:
		return riskResidualLikelihood
	case riskImpact, riskSeverity:
		return riskResidualImpact
	}
	return riskResidualLevel
}

// cutWords takes words away from the front or the end of others.
func cutWords(words, cut []string) ([]string, bool) {
	n := len(words) - len(cut)
	switch {
	case n <= 0:
		return nil, false
	case slices.Equal(words[:len(cut)], cut):
		return words[len(cut):], true
	case slices.Equal(words[n:], cut):
		return words[:n], true
	}
	return nil, false
}

var parenthesised = lazily(`[(\[{][^)\]}]*[)\]}]`)

// nameWords takes a key, column or heading apart into lower-case words without
// accents and without what stands in parentheses.
func nameWords(name string) []string {
	if strings.ContainsAny(name, "([{") {
		if bare := parenthesised().ReplaceAllString(name, " "); strings.TrimSpace(bare) != "" {
			name = bare
		}
	}
	var words []string
	var word strings.Builder
	flush := func() {
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
	}
	var previous rune
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r == '#' && word.Len() == 0:
			words = append(words, "#")
		case r == 'ß':
			word.WriteString("ss")
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			if r != '\'' && r != '’' {
				flush()
			}
		default:
			if unicode.IsUpper(r) && unicode.IsLower(previous) {
				flush()
			}
			word.WriteRune(unicode.ToLower(r))
		}
		previous = r
	}
	flush()
	return words
}
