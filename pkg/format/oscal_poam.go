package format

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const oscalPOAMName = "oscal-poam"

// oscalPOAM is a plan of action and milestones in OSCAL 1
// (https://pages.nist.gov/OSCAL-Reference/models/latest/plan-of-action-and-milestones/):
// the risks that it follows make a risk register. The results of an assessment
// hold risks too, but nobody keeps them up to date there.
var oscalPOAM = &Format{
	Name:      oscalPOAMName,
	Title:     "OSCAL plan of action and milestones",
	Kinds:     []string{document.RiskRegister},
	Languages: []syntax.Language{syntax.JSON, syntax.YAML},
	Nominate:  func(_ string, content []byte) bool { return mentions(content, poamRoot) },
	Read:      readOSCALPOAM,
}

const poamRoot = "plan-of-action-and-milestones"

func readOSCALPOAM(tree *syntax.Tree) Reading {
	reading := Reading{Rejection: "it is empty"}
	for i, value := range tree.Values {
		if value.IsBlank() {
			continue
		}
		p, rejection := findPOAM(tree, value)
		if rejection != "" {
			reading.Rejection = rejection
			continue
		}
		d := p.document()
		d.Index = i
		reading.Documents = append(reading.Documents, d)
		reading.Problems = append(reading.Problems, p.problems...)
	}
	if len(reading.Documents) > 0 {
		reading.Rejection = ""
	}
	return reading
}

// findPOAM makes a plan of a value, or says why it is none.
func findPOAM(tree *syntax.Tree, value *syntax.Node) (*poam, string) {
	plan := value.Get(poamRoot)
	if plan == nil || plan.Kind != syntax.Map {
		return nil, "it has no map under `" + poamRoot + "`"
	}
	p := &poam{plan: plan, parties: map[string]*syntax.Node{}, risks: map[string]*syntax.Node{}}
	p.card = emptyCard(tree, document.RiskRegister, value.KeyOf(poamRoot), cmp.Or(plan.KeyOf("metadata"), value.KeyOf(poamRoot)))
	if len(p.under(plan, "risks"))+len(p.under(plan, "poam-items")) == 0 {
		return nil, "it holds no risks and no items"
	}
	p.problems = nil // they are met again
	return p, ""
}

// poam is a plan while it is read.
type poam struct {
	*card

	plan    *syntax.Node
	system  *syntax.Node            // the identifier of the system that the plan is for, or nil
	parties map[string]*syntax.Node // their names by UUID
	risks   map[string]*syntax.Node // canonical, by UUID
}

func (p *poam) document() *document.Document {
	metadata := p.nested(p.plan, "metadata")
	if metadata != nil {
		for _, party := range p.under(metadata, "parties") {
			p.parties[scalarOf(party, "uuid")] = firstText(party.Get("name"), party.Get("short-name"))
		}
		p.readMetadata(metadata)
	}
	if system := p.nested(p.plan, "system-id"); system != nil {
		p.system = firstText(system.Get("id"))
	}
	key, list := field(p.plan, "risks")
	key = cmp.Or(key, p.plan.KeyOf("poam-items"))
	p.root.Set("risks", key, cmp.Or(list, key).Derive(syntax.List))
	for _, risk := range p.under(p.plan, "risks") {
		p.add(p.readRisk(risk), scalarOf(risk, "uuid"))
	}
	for _, item := range p.under(p.plan, "poam-items") {
		p.readItem(item)
	}
	return &document.Document{
		Kind: document.RiskRegister, Format: oscalPOAMName, File: p.tree.Text.File, Root: p.root,
		Inexpressible: append(inexpressible(p.root), "risks.*.next_review"),
	}
}

// add takes a risk into the register.
func (p *poam) add(risk *syntax.Node, uuid string) {
	list := p.root.Get("risks")
	list.Items = append(list.Items, risk)
	if uuid != "" {
		p.risks[uuid] = risk
	}
	setOnce(risk, riskSystem, p.system, p.system)
}

// under are the Maps of the list under a key; anything else is a problem.
func (p *poam) under(m *syntax.Node, name string) []*syntax.Node {
	key, list := field(m, name)
	return p.maps(key, list)
}

// The roles by which a document names its parties
// (https://pages.nist.gov/OSCAL/learn/concepts/layer/assessment/poam/).
var poamRoles = [][2]string{
	{"system-owner", "metadata.owner"}, {"contact", "metadata.owner"}, {"information-system-security-officer", "metadata.owner"},
	{"prepared-by", "metadata.author"}, {"creator", "metadata.author"}, {"content-approver", "metadata.approved.by"},
}

func (p *poam) readMetadata(metadata *syntax.Node) {
	p.copyTexts(p.root, metadata, "metadata.title", "title", "metadata.version", "version")
	p.copyTexts(p.root, p.plan, "metadata.id", "uuid")
	p.set("metadata.classification", nil, p.prop(metadata, "marking"))
	responsible := p.under(metadata, "responsible-parties")
	for _, role := range poamRoles {
		for _, party := range responsible {
			if scalarOf(party, "role-id") == role[0] {
				name := p.partyOf(party)
				p.set(role[1], name, name)
			}
		}
	}
	var last *syntax.Node
	for _, observation := range p.under(p.plan, "observations") {
		last = later(last, dayOf(observation.Get("collected")))
	}
	p.set("assessed_on", last, last)
}

// partyOf is the name of the first known party among those that a Map names,
// at the place where it names it.
func (p *poam) partyOf(m *syntax.Node) *syntax.Node {
	list := m.Get("party-uuids")
	if list == nil {
		return nil
	}
	for _, id := range items(list) {
		if name := p.parties[id.Scalar]; name != nil && id.Kind == syntax.String {
			return id.DeriveString(name.Scalar)
		}
	}
	return nil
}

// prop is the value of a property of a Map, or nil
// (https://pages.nist.gov/OSCAL/learn/concepts/layer/extension/).
func (p *poam) prop(m *syntax.Node, name string) *syntax.Node {
	for _, property := range p.under(m, "props") {
		if scalarOf(property, "name") == name {
			return firstText(property.Get("value"))
		}
	}
	return nil
}

func (p *poam) readRisk(source *syntax.Node) *syntax.Node {
	risk := source.Derive(syntax.Map)
	p.copyTexts(risk, source, riskID, "uuid", riskTitle, "title", riskEvent, "description", riskConsequence, "statement", riskStatus, "status")
	p.readProps(risk, source)
	for _, characterization := range p.under(source, "characterizations") {
		for _, facet := range p.under(characterization, "facets") {
			p.readFacet(risk, facet)
		}
	}
	p.readThreats(risk, source)
	key := source.KeyOf("mitigating-factors")
	for _, factor := range p.under(source, "mitigating-factors") {
		if text := firstText(factor.Get("description")); text != nil {
			appendTo(risk, riskControls, key, text)
		}
	}
	for _, response := range p.under(source, "remediations") {
		if scalarOf(response, "lifecycle") != "recommendation" { // that of an assessor or a tool
			p.readResponse(risk, response)
		}
	}
	p.setDue(risk, source)
	p.readLog(risk, source)
	return risk
}

// readThreats takes the identifiers of threats for the names that the risk has
// in taxonomies.
func (p *poam) readThreats(risk, source *syntax.Node) {
	key := source.KeyOf("threat-ids")
	for _, threat := range p.under(source, "threat-ids") {
		if id := firstText(threat.Get("id")); id != nil {
			appendTo(risk, riskTaxonomy, key, id)
		}
	}
}

// propFields are the fields that properties of a risk or an item may name.
var propFields = slices.Concat(ratedFields, []string{riskOwner, riskStatus})

// readProps reads the properties under names that registers have too: OSCAL
// itself knows no owner of a risk.
func (p *poam) readProps(risk, source *syntax.Node) {
	for _, property := range p.under(source, "props") {
		name := scalarOf(property, "name")
		if field, ok := riskField(name); ok && slices.Contains(propFields, field) {
			p.copyTexts(risk, property, settledRating(field), "value")
		}
		if name == "poc" || name == "point-of-contact" {
			p.copyTexts(risk, property, riskOwner, "value")
		}
	}
}

// settledRating is the field of a rating: severity is the impact, and a rating of
// the whole the level.
func settledRating(field string) string {
	if field == riskSeverity {
		return riskImpact
	}
	return field
}

// readFacet reads one characteristic. An adjusted one is that of the risk that
// remains.
func (p *poam) readFacet(risk, facet *syntax.Node) {
	name := scalarOf(facet, "name")
	field, ok := riskField(name)
	if name == "risk" {
		field, ok = riskLevel, true
	}
	if !ok || !slices.Contains(ratedFields, field) {
		return
	}
	field = settledRating(field)
	if state := p.prop(facet, "state"); state != nil && state.Scalar == "adjusted" {
		field = residualField(field)
	}
	p.copyTexts(risk, facet, field, "value")
}

// readResponse reads what is done about a risk: the tasks, or else the response
// as a whole.
func (p *poam) readResponse(risk, response *syntax.Node) {
	option := p.prop(response, "type")
	setOnce(risk, riskOption, option, option)
	owner := p.originOf(response)
	tasks := p.under(response, "tasks")
	for _, task := range tasks {
		action := task.Derive(syntax.Map)
		p.copyTexts(action, task, "what", "title", "what", "description")
		p.act(risk, action, response, cmp.Or(p.responsible(task), owner), taskEnd(task))
	}
	if len(tasks) > 0 {
		p.copyTexts(risk, response, riskRationale, "description")
		return
	}
	action := response.Derive(syntax.Map)
	p.copyTexts(action, response, "what", "description", "what", "title")
	p.act(risk, action, response, owner, nil)
}

// act adds an action. Who is responsible for the first answers for the risk.
func (p *poam) act(risk, action, response, owner, due *syntax.Node) {
	setOnce(action, "owner", owner, owner)
	setOnce(risk, riskOwner, owner, owner)
	setOnce(action, "due", due, due)
	if key, lifecycle := field(response, "lifecycle"); lifecycle != nil {
		status := map[string]string{"planned": "planned", "completed": "done"}[lifecycle.Scalar]
		setOnce(action, "status", key, lifecycle.DeriveString(status))
	}
	appendTo(risk, riskActions, action, action)
}

// responsible is who carries a task out: a party, or else a role.
func (p *poam) responsible(task *syntax.Node) *syntax.Node {
	var role *syntax.Node
	for _, responsible := range p.under(task, "responsible-roles") {
		if name := p.partyOf(responsible); name != nil {
			return name
		}
		role = cmp.Or(role, firstText(responsible.Get("role-id")))
	}
	return role
}

// originOf is the party that something comes from, or nil.
func (p *poam) originOf(m *syntax.Node) *syntax.Node {
	for _, origin := range p.under(m, "origins") {
		for _, actor := range p.under(origin, "actors") {
			id := actor.Get("actor-uuid")
			if name := p.parties[scalarOf(actor, "actor-uuid")]; name != nil && scalarOf(actor, "type") == "party" {
				return id.DeriveString(name.Scalar)
			}
		}
	}
	return nil
}

// taskEnd is the day by which a task is to be done, or nil.
func taskEnd(task *syntax.Node) *syntax.Node {
	for _, path := range [][]string{{"within-date-range", "end"}, {"on-date", "date"}} {
		if end := dayOf(task.Lookup(syntax.Keys(append([]string{"timing"}, path...)...))); end != nil {
			return end
		}
	}
	return nil
}

// setDue takes the deadline of the risk for that of the actions that have none.
func (p *poam) setDue(risk, source *syntax.Node) {
	key, deadline := field(source, "deadline")
	due := dayOf(deadline)
	actions := risk.Lookup(syntax.Keys("treatment", "actions"))
	if due == nil || actions == nil {
		return
	}
	for _, action := range actions.Items {
		setOnce(action, "due", key, due)
	}
}

// readLog reads when the risk was last looked at, and who accepted it.
func (p *poam) readLog(risk, source *syntax.Node) {
	log := p.nested(source, "risk-log")
	if log == nil {
		return
	}
	var last *syntax.Node
	for _, logged := range p.under(log, "entries") {
		on := cmp.Or(dayOf(logged.Get("end")), dayOf(logged.Get("start")))
		last = later(last, on)
		if scalarOf(logged, "status-change") != "deviation-approved" {
			continue
		}
		setOnce(risk, riskAcceptedOn, on, on)
		for _, by := range p.under(logged, "logged-by") {
			if name := p.parties[scalarOf(by, "party-uuid")]; name != nil {
				at := by.Get("party-uuid").DeriveString(name.Scalar)
				setOnce(risk, riskAcceptedBy, at, at)
			}
		}
	}
	setOnce(risk, riskReviewed, last, last)
}

// readItem takes an item of the plan for the action on the risks that it refers
// to, where they have none. One that refers to no risk is a risk of its own.
func (p *poam) readItem(item *syntax.Node) {
	owner := p.originOf(item)
	related := append(p.under(item, "related-risks"), p.under(item, "associated-risks")...) // OSCAL 1.0 had the latter
	for _, reference := range related {
		risk := p.risks[scalarOf(reference, "risk-uuid")]
		if risk == nil {
			p.problems = append(p.problems, problemAt(reference, syntax.Keys("risk-uuid"), Unreadable,
				"`risk-uuid` is none of the risks of the plan; expected is the `uuid` of one"))
			continue
		}
		if actions := risk.Lookup(syntax.Keys("treatment", "actions")); actions == nil {
			action := item.Derive(syntax.Map)
			p.copyTexts(action, item, "what", "title", "what", "description")
			setOnce(action, "owner", owner, owner)
			appendTo(risk, riskActions, action, action)
		}
		setOnce(risk, riskOwner, owner, owner)
	}
	if len(related) > 0 {
		return
	}
	risk := item.Derive(syntax.Map)
	p.copyTexts(risk, item, riskID, "uuid", riskTitle, "title", riskEvent, "description")
	p.readProps(risk, item)
	setOnce(risk, riskOwner, owner, owner)
	p.add(risk, "")
}

// dayOf is the day of a moment such as 2024-01-01T05:00:00-04:00, or nil.
func dayOf(moment *syntax.Node) *syntax.Node {
	if moment == nil || !moment.IsScalar() || len(moment.Scalar) < 10 || !day().MatchString(moment.Scalar[:10]) ||
		len(moment.Scalar) > 10 && !strings.ContainsAny(moment.Scalar[10:11], "Tt ") {
		return nil
	}
	return moment.DeriveString(moment.Scalar[:10])
}

// later is the later one of two days, either of which may be nil.
func later(a, b *syntax.Node) *syntax.Node {
	if a == nil || b != nil && b.Scalar > a.Scalar {
		return b
	}
	return a
}
