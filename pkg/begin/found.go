package begin

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/scan"
	"github.com/aimslint/aimslint/pkg/syntax"
	"github.com/aimslint/aimslint/pkg/trace"
)

const nativeFormat = "native"

// begin drafts a document for each thing that was found and that no native
// document is about.
func (d *drafts) begin() {
	d.sidecars()
	d.models()
	systems := d.systems()
	d.suppliers(systems)
	d.datasets()
	d.risks(systems)
	d.impacts(systems)
}

// lacks reports whether the repository has no document of a kind.
func (d *drafts) lacks(kind string) bool {
	return !slices.ContainsFunc(d.before.Documents, func(s scan.Surveyed) bool { return s.Kind == kind })
}

// drafted are the drafts of a kind.
func (d *drafts) drafted(kind string) []*draft {
	var found []*draft
	for _, each := range d.list {
		if each.kind == kind {
			found = append(found, each)
		}
	}
	return found
}

// sidecars are the documents that complete one in another format.
func (d *drafts) sidecars() {
	perFile, perKind := map[string]int{}, map[string]int{}
	for i := range d.before.Documents {
		perFile[d.before.Documents[i].File]++
		perKind[d.before.Documents[i].File+" "+d.before.Documents[i].Kind]++
	}
	stems := map[string]string{}
	for i := range d.before.Documents {
		each := &d.before.Documents[i]
		if strings.Contains(each.Format, nativeFormat) {
			continue
		}
		id, name := each.ID(), stem(each.File)
		if other, taken := stems[name]; taken && other != each.File {
			name = each.File
		}
		stems[stem(each.File)] = each.File
		switch {
		case perKind[each.File+" "+each.Kind] > 1:
			if id == "" {
				continue // nothing says which of them is meant
			}
			name += "." + slug(id)
		case perFile[each.File] > 1:
			name += "." + each.Kind
		}
		made := d.add(name+".aims.yaml", each.Kind, "completes "+path.Base(each.File),
			fmt.Sprintf("Completes %s: both together are one document (%s).", path.Base(each.File), each.Kind),
			"Here stands what that file does not say and the rules ask for. "+howTo)
		if made == nil {
			continue
		}
		made.set(path.Base(each.File), "describes")
		if made.hasOwnID = id != ""; id == "" {
			id = d.id(nameOf(each))
		}
		made.set(id, "metadata", "id")
	}
}

const howTo = "Replace each TBD and remove what does not apply. `aimslint check` names what is still missing."

// nameOf is what a document is called, or else its file.
func nameOf(each *scan.Surveyed) string {
	for _, p := range [][]string{{"metadata", "title"}, {"model", "name"}, {"name"}} {
		if n := each.Root.Lookup(syntax.Keys(p...)); has(n) && n.IsScalar() {
			return n.Scalar
		}
	}
	base := path.Base(stem(each.File))
	if folder := path.Dir(each.File); strings.EqualFold(base, "readme") && folder != "." {
		return path.Base(folder)
	} else if strings.EqualFold(base, "readme") {
		return each.Kind
	}
	return base
}

// unclaimed are the traces that somebody has to claim and nobody does.
func unclaimed(s *scan.Survey) []*scan.TraceEntry {
	var found []*scan.TraceEntry
	for i := range s.Traces {
		if t := &s.Traces[i]; t.Counts && len(t.ClaimedBy) == 0 {
			found = append(found, t)
		}
	}
	return found
}

// mostModels is how many models of a folder have a card each; more are one thing.
const mostModels = 3

// models are cards of model files that no document claims.
func (d *drafts) models() {
	byFolder := map[string][]*scan.TraceEntry{}
	var folders []string
	for _, t := range unclaimed(d.before) {
		if t.Target == "" || t.Form == trace.Notebook {
			continue
		}
		folder := path.Dir(t.Target)
		if byFolder[folder] == nil {
			folders = append(folders, folder)
		}
		byFolder[folder] = append(byFolder[folder], t)
	}
	for _, folder := range folders {
		var stems []string
		for _, t := range byFolder[folder] {
			if name := modelName(t.Target); !slices.Contains(stems, name) {
				stems = append(stems, name)
			}
		}
		if len(stems) > mostModels && folder != "." {
			d.model(path.Join(folder, "model-card.yaml"), path.Base(folder), ".")
			continue
		}
		for _, name := range stems {
			i := slices.IndexFunc(byFolder[folder], func(t *scan.TraceEntry) bool { return modelName(t.Target) == name })
			d.model(path.Join(folder, name+".aims.yaml"), name, path.Base(byFolder[folder][i].Target))
		}
	}
}

// modelName is the name of a model file without the number of a part.
func modelName(file string) string {
	name := path.Base(stem(file))
	if at := strings.Index(name, "-of-"); at > 0 {
		name = strings.TrimRight(name[:at], "0123456789")
	}
	return strings.TrimRight(name, "-_.")
}

func (d *drafts) model(file, name, place string) {
	made := d.add(file, document.ModelCard, "model card of "+place, "The model card of "+place+".", howTo)
	if made == nil {
		return
	}
	id := d.id(name)
	made.set(id, "metadata", "id")
	made.set("Model card of "+name, "metadata", "title")
	made.set(name, "model", "name")
	made.set(place, "model", "path")
}

// card is what the cards say, those that are there and those that are drafted.
type card struct {
	root  *syntax.Node
	id    string
	draft *draft // nil for one that nothing is written about
}

func (d *drafts) cards() []card {
	var cards []card
	for i := range d.before.Documents {
		each := &d.before.Documents[i]
		if each.Kind == document.ModelCard {
			c := card{root: each.Root, id: each.ID(), draft: d.sidecarOf(each)}
			if c.id == "" && c.draft != nil {
				c.id = c.draft.id()
			}
			cards = append(cards, c)
		}
	}
	for _, made := range d.drafted(document.ModelCard) {
		if made.root.Get("describes") == nil {
			cards = append(cards, card{made.root, made.id(), made})
		}
	}
	return cards
}

// id is the identifier of the draft.
func (d *draft) id() string { return text(d.root.Get("metadata"), "id") }

// sidecarOf is the draft that completes a document, or nil.
func (d *drafts) sidecarOf(each *scan.Surveyed) *draft {
	for _, made := range d.drafted(each.Kind) {
		described := text(made.root, "describes")
		if described != "" && path.Join(path.Dir(made.file), described) == each.File && (each.ID() == "" || made.id() == each.ID()) {
			return made
		}
	}
	return nil
}

// system is an AI system, there or drafted.
type system struct {
	id, title, version string
	draft              *draft // its entry or what completes that; nil for one that is complete
}

// systems are those that are there, or drafts of those that the documents and
// traces show.
func (d *drafts) systems() []system {
	var found []system
	for i := range d.before.Documents {
		if each := &d.before.Documents[i]; each.Kind == document.AISystem {
			s := system{id: each.ID(), title: nameOf(each), version: text(each.Root, "version"), draft: d.sidecarOf(each)}
			if s.id == "" && s.draft != nil {
				s.id = s.draft.id()
			}
			found = append(found, s)
		}
	}
	cards := d.cards()
	if len(found) > 0 || len(cards)+len(unclaimed(d.before)) == 0 {
		return found
	}
	names := d.namedSystems()
	if len(names) == 0 {
		names = []string{d.projectName(cards)}
	}
	for i, name := range names {
		if made := d.system(name, len(names) > 1, i == 0, ofSystem(cards, name, i == 0)); made.draft != nil {
			found = append(found, made)
		}
	}
	return found
}

// ofSystem are the cards that name a system, and for the first those that name
// none.
func ofSystem(cards []card, name string, first bool) []card {
	return slices.DeleteFunc(slices.Clone(cards), func(c card) bool {
		named := c.root.Get("system")
		if !has(named) || !named.IsScalar() {
			return !first
		}
		return named.Scalar != name
	})
}

// namedSystems are the systems that documents refer to.
func (d *drafts) namedSystems() []string {
	var names []string
	for i := range d.before.Documents {
		each := &d.before.Documents[i]
		for _, pattern := range map[string][]document.Pattern{
			document.ModelCard: {"system"}, document.ImpactAssessment: {"system"}, document.RiskRegister: {"risks.*.system"},
		}[each.Kind] {
			for _, p := range pattern.Matches(each.Root) {
				if n := each.Root.Lookup(p); has(n) && n.IsScalar() && !slices.Contains(names, n.Scalar) {
					names = append(names, n.Scalar)
				}
			}
		}
	}
	return names
}

// projectName is what the project is called: by its folder, or by the only card.
func (d *drafts) projectName(cards []card) string {
	folder := filepath.Base(filepath.Join(d.before.Root, filepath.FromSlash(d.before.Folder)))
	if slug(folder) == "" && len(cards) > 0 {
		return cards[0].id
	}
	return folder
}

// system drafts the inventory entry of a system. Only the first takes what names no
// system.
func (d *drafts) system(name string, several, first bool, cards []card) system {
	file := "ai-system"
	if several {
		file += "-" + slug(name)
	}
	made := d.add(path.Join(d.folder, file+".yaml"), document.AISystem, "the AI system "+name,
		"The inventory entry of the AI system "+name+".", howTo)
	if made == nil {
		return system{}
	}
	id := d.id(name)
	s := system{id: id, title: name, draft: made}
	made.set(id, "metadata", "id")
	made.set(name, "metadata", "title")
	made.set(name, "name")
	var models, datasets []*syntax.Node
	for _, c := range cards {
		if c.id == "" {
			continue
		}
		models = append(models, modelOf(c))
		if c.draft != nil && !has(c.root.Get("system")) {
			c.draft.set(id, "system")
		}
	}
	made.setNode(newList(models...), "models")
	if !first {
		return s
	}
	for i := range d.before.Documents {
		if each := &d.before.Documents[i]; each.Kind == document.DataManifest {
			datasets = append(datasets, datasetsOf(each.Root)...)
		}
	}
	made.setNode(newList(datasets...), "datasets")
	made.setNode(d.tooling(), "resources", "tooling")
	return s
}

// modelOf is a model of a system, as its card has it.
func modelOf(c card) *syntax.Node {
	n := newMap()
	setText(n, "id", c.id)
	for _, key := range []string{"version", "licence"} {
		if value := c.root.Lookup(syntax.Keys("model", key)); has(value) && value.IsScalar() {
			n.Set(key, blank, copied(value))
		}
	}
	return n
}

func datasetsOf(root *syntax.Node) []*syntax.Node {
	var found []*syntax.Node
	for _, item := range items(root, "datasets") {
		if id := item.Get("id"); has(id) && id.IsScalar() {
			n := newMap()
			n.Set("id", blank, copied(id))
			if role := item.Get("role"); has(role) && role.IsScalar() {
				n.Set("role", blank, copied(role))
			}
			found = append(found, n)
		}
	}
	return found
}

// tooling are the packages that nobody claims.
func (d *drafts) tooling() *syntax.Node {
	list := newList()
	seen := map[string]bool{}
	for _, t := range unclaimed(d.before) {
		if t.Form != trace.Dependency || seen[t.Name] {
			continue
		}
		seen[t.Name] = true
		n := newMap()
		setText(n, "name", t.Name)
		if version := pinned(d.before.Root, t); version != "" {
			setText(n, "version", version)
		}
		list.Items = append(list.Items, n)
	}
	return list
}

// claimRest has the system claim the traces that it does not yet.
func (d *drafts) claimRest(after *scan.Survey) bool {
	systems := d.drafted(document.AISystem)
	if len(systems) == 0 {
		return false
	}
	made, added := systems[0], false
	list := made.root.Get("traces")
	if list == nil {
		list = newList()
		made.root.Set("traces", blank, list)
	}
	for _, t := range unclaimed(after) {
		key := t.File + " " + t.Name
		if made.tried[key] {
			continue
		}
		made.tried[key], added = true, true
		n := newMap()
		setText(n, "path", within(d.before.Folder, t.File))
		if t.Form == trace.Dependency {
			setText(n, "name", t.Name)
		}
		list.Items = append(list.Items, n)
	}
	return added
}

// within is a path relative to a folder that it lies in.
func within(folder, file string) string {
	if folder == "." {
		return file
	}
	return strings.TrimPrefix(file, folder+"/")
}

// suppliers is the register of those whose services the project uses.
func (d *drafts) suppliers(systems []system) {
	if len(systems) == 0 || systems[0].draft == nil {
		return
	}
	register := newList()
	ids := map[string]*syntax.Node{}
	var used []*syntax.Node
	for _, t := range unclaimed(d.before) {
		if !strings.HasSuffix(t.Implies, "-service") || len(t.Suppliers) == 0 {
			continue
		}
		id := slug(t.Suppliers[0])
		entry := ids[id]
		if entry == nil {
			entry = newMap()
			setText(entry, "id", id)
			setText(entry, "name", t.Suppliers[0])
			entry.Set("supplies", blank, newList())
			entry.Set("systems", blank, newList(newText(systems[0].id)))
			ids[id] = entry
			register.Items, used = append(register.Items, entry), append(used, newText(id))
		}
		supplies := entry.Get("supplies")
		if slices.ContainsFunc(supplies.Items, func(n *syntax.Node) bool { return text(n, "name") == t.Product }) {
			continue
		}
		what := newMap()
		setText(what, "what", "service")
		setText(what, "name", t.Product)
		supplies.Items = append(supplies.Items, what)
	}
	systems[0].draft.setNode(newList(used...), "suppliers")
	if len(used) == 0 || !d.lacks(document.SupplierRegister) {
		return
	}
	made := d.add(path.Join(d.folder, "supplier-register.yaml"), document.SupplierRegister, "the suppliers of model services",
		"Who supplies models, data and services to the AI systems.", howTo)
	if made == nil {
		return
	}
	made.set(d.id("supplier-register"), "metadata", "id")
	made.set("Supplier register", "metadata", "title")
	made.setNode(register, "suppliers")
}

// datasets is the manifest of the datasets that cards name.
func (d *drafts) datasets() {
	if !d.lacks(document.DataManifest) {
		return
	}
	named := d.namedDatasets()
	if len(named.Items) == 0 {
		return
	}
	made := d.add(path.Join(d.folder, "data-manifest.yaml"), document.DataManifest, "the datasets that the model cards name",
		"The datasets that the models are made and tested with.", howTo)
	if made == nil {
		return
	}
	made.set(d.id("data-manifest"), "metadata", "id")
	made.set("Data manifest", "metadata", "title")
	made.setNode(named, "datasets")
	if systems := d.drafted(document.AISystem); len(systems) > 0 {
		systems[0].setNode(newList(datasetsOf(made.root)...), "datasets")
	}
}

// namedDatasets are the datasets that cards name, each once.
func (d *drafts) namedDatasets() *syntax.Node {
	list, seen := newList(), map[string]bool{}
	add := func(id string, from *syntax.Node, fields ...string) {
		key := strings.ToLower(strings.TrimSpace(id))
		if key == "" || document.IsPlaceholder(newText(id)) || seen[key] {
			return
		}
		n := newMap()
		setText(n, "id", id)
		for _, field := range fields {
			if value := from.Get(field); has(value) && value.IsScalar() {
				n.Set(field, blank, copied(value))
				seen[strings.ToLower(value.Scalar)] = seen[strings.ToLower(value.Scalar)] || field == "name"
			}
		}
		seen[key] = true
		list.Items = append(list.Items, n)
	}
	for _, c := range d.cards() {
		for _, item := range items(c.root, "datasets") {
			add(cmp.Or(text(item, "id"), text(item, "name")), item, "name", "version", "role")
		}
		for _, key := range []string{"evaluation", "fairness"} {
			for _, item := range items(c.root, key) {
				add(text(item, "dataset"), item)
			}
		}
	}
	return list
}

// items are those of a list in a field, or none.
func items(n *syntax.Node, key string) []*syntax.Node {
	if list := n.Get(key); list != nil {
		return list.Items
	}
	return nil
}

// risks is the register of the risks of the systems.
func (d *drafts) risks(systems []system) {
	if len(systems) == 0 || !d.lacks(document.RiskRegister) {
		return
	}
	made := d.add(path.Join(d.folder, "risk-register.yaml"), document.RiskRegister, "the risks of the AI system",
		"The risks of the AI systems, how they are rated and what is done about them.", howTo)
	if made == nil {
		return
	}
	made.set(d.id("risk-register"), "metadata", "id")
	made.set("AI risk register", "metadata", "title")
	list := newList()
	for i, s := range systems {
		n := newMap()
		setText(n, "id", fmt.Sprintf("R-%02d", i+1))
		if s.id != "" {
			setText(n, "system", s.id)
		}
		list.Items = append(list.Items, n)
	}
	made.setNode(list, "risks")
}

// impacts are the impact assessments of the systems.
func (d *drafts) impacts(systems []system) {
	if !d.lacks(document.ImpactAssessment) {
		return
	}
	for _, s := range systems {
		name := "impact-assessment"
		if len(systems) > 1 {
			name += "-" + slug(s.id)
		}
		made := d.add(path.Join(d.folder, name+".yaml"), document.ImpactAssessment, "what the AI system may do to people",
			"What the AI system may do to people, groups and society.", howTo)
		if made == nil {
			continue
		}
		made.set(d.id(s.id+"-impact"), "metadata", "id")
		made.set("Impact assessment of "+s.title, "metadata", "title")
		made.set(s.id, "system")
		made.set(s.version, "version")
	}
}
