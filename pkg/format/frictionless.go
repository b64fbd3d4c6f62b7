package format

import (
	"path"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

const frictionlessName = "frictionless"

// frictionless is a data package of the Data Package standard, version 1 or 2
// (https://specs.frictionlessdata.io/data-package/, https://datapackage.org).
var frictionless = &Format{
	Name:      frictionlessName,
	Title:     "Frictionless data package",
	Kinds:     []string{document.DataManifest},
	Languages: []syntax.Language{syntax.JSON, syntax.YAML},
	Nominate: func(file string, content []byte) bool {
		return packageFile().MatchString(path.Base(file)) || mentions(content, "resources") && (namedPackage(file) || mentions(content, "frictionless", "datapackage", "data-package", "mediatype", "schema"))
	},
	Read: readFrictionless,
}

func namedPackage(file string) bool {
	return packageName().MatchString(strings.ToLower(path.Base(file)))
}

// packageFile is the name that the specification gives a descriptor.
var packageFile = lazily(`^datapackage\.(?:json|ya?ml)$`)

var packageName = lazily(`^data-?package\b|[.-](?:data)?package\.(?:json|ya?ml)$`)

func readFrictionless(tree *syntax.Tree) Reading {
	return readManifests(tree, func(value *syntax.Node) (*manifest, string) {
		if rejection := rejectPackage(value, namedPackage(tree.Text.File)); rejection != "" {
			return nil, rejection
		}
		m := newManifest(tree, frictionlessName, anchorOf(value, "title", "name"), beyondFrictionless)
		dataset := m.place.Derive(syntax.Map)
		m.add(dataset)
		m.readPackage(dataset, value)
		return m, ""
	})
}

// rejectPackage tells a data package by its resources: each has data, or a path
// to it, and one describes a table, a media type or a hash unless the file
// bears the name of a package or states its profile.
func rejectPackage(value *syntax.Node, named bool) string {
	resources := value.Get("resources")
	switch {
	case value.Kind != syntax.Map || resources == nil || resources.Kind != syntax.List || len(resources.Items) == 0:
		return "it lists no resources"
	case value.Get("apiVersion") != nil || value.Get("@context") != nil:
		return "it is a resource or linked data of another kind"
	}
	told := named || value.Get("$frictionless") != nil || profileOf(value)
	for _, resource := range resources.Items {
		if resource.Kind != syntax.Map || resource.Get("path") == nil && resource.Get("data") == nil && resource.Get("url") == nil {
			return "its resources have no path to data"
		}
		if schema := resource.Get("schema"); schema != nil && (schema.Get("fields") != nil || schema.Kind == syntax.String) || resource.Get("mediatype") != nil && resource.Get("name") != nil {
			told = true
		}
	}
	if !told {
		return "neither its name nor its resources are those of a data package"
	}
	return ""
}

func profileOf(value *syntax.Node) bool {
	for _, key := range []string{"profile", "$schema"} {
		if stated := value.Get(key); stated != nil && stated.IsScalar() && packageProfile().MatchString(stated.Scalar) {
			return true
		}
	}
	return false
}

var packageProfile = lazily(`(?i)data-?package`)

func (m *manifest) readPackage(dataset, from *syntax.Node) {
	m.copyText(dataset, "id", from, "name", "id")
	m.copyText(dataset, "name", from, "title", "name")
	m.copyText(dataset, "version", from, "version")
	m.copyText(dataset, "description", from, "description")
	if key, created := field(from, "created"); created != nil && created.IsScalar() && !created.IsBlank() {
		setOnce(dataset, "acquisition.on", key, lastDay(asText(created)))
	}
	resources := m.listed(from, "resources")
	parts := append([]*syntax.Node{from}, resources...)
	for _, part := range parts {
		m.readLicences(dataset, part)
		m.readSources(dataset, part)
	}
	m.copyText(dataset, "acquisition.source", from, "homepage")
	m.readContributors(dataset, from)
	if len(resources) == 1 {
		m.copyText(dataset, "description", resources[0], "description")
		if key, file := field(resources[0], "path"); file != nil && file.Kind == syntax.String && isLocal(file.Scalar) {
			setOnce(dataset, "provenance.path", key, file)
		}
	}
	m.said[dataset] = described(from, "resources")
	for _, resource := range resources {
		if key, hash := field(resource, "hash"); hash != nil && hash.IsScalar() && !hash.IsBlank() {
			setOnce(dataset, "provenance.digest", key, packageHash(hash))
		}
	}
}

// packageHash is a hash with its algorithm, which is MD5 where none is stated.
func packageHash(hash *syntax.Node) *syntax.Node {
	algorithm, digits, found := strings.Cut(hash.Scalar, ":")
	if !found {
		return digestOf("md5", hash)
	}
	return digestOf(strings.ReplaceAll(strings.ToLower(algorithm), "-", ""), hash.DeriveString(digits))
}

func (m *manifest) readLicences(dataset, part *syntax.Node) {
	for _, name := range []string{"licenses", "license"} {
		key, value := field(part, name)
		setOnce(dataset, "acquisition.licence", key, asText(m.oneText(key, value, "name", "title", "path", "type", "url", "id")))
	}
}

// readSources reads where the data comes from: by name as the source, by
// address, where there is one, as what it derives from.
func (m *manifest) readSources(dataset, part *syntax.Node) {
	key, value := field(part, "sources")
	var told []*syntax.Node
	for _, source := range m.sources(key, value) {
		m.copyText(source, "told", source, "title", "name", "path", "web", "email")
		if text := source.Get("told"); text != nil {
			told = append(told, text)
		}
		address := source.Derive(syntax.Map)
		m.copyText(address, "at", source, "path", "web", "title", "name")
		if at := address.Get("at"); at != nil {
			appendTo(dataset, "provenance.derived_from", key, at)
		}
	}
	if len(told) > 0 {
		names := make([]string, len(told))
		for i, text := range told {
			names[i] = text.Scalar
		}
		setOnce(dataset, "acquisition.source", key, told[0].DeriveString(strings.Join(names, ", ")))
	}
}

// sources are the sources as Maps of their own, since those of early packages
// are mere texts.
func (m *manifest) sources(key, value *syntax.Node) []*syntax.Node {
	if value == nil || value.IsBlank() {
		return nil
	}
	var found []*syntax.Node
	for _, item := range items(value) {
		switch {
		case item.Kind == syntax.Map:
			own := item.Derive(syntax.Map)
			for _, f := range item.Fields {
				own.Set(f.Key.Scalar, f.Key, f.Value)
			}
			found = append(found, own)
		case item.IsScalar():
			if !item.IsBlank() {
				found = append(found, entry("title", item, item))
			}
		default:
			m.unreadable(key, item, "a list of sources")
		}
	}
	return found
}

// readContributors looks for who answers for the package: in the order of the
// roles, or else the first who is named.
func (m *manifest) readContributors(dataset, from *syntax.Node) {
	contributors := m.listed(from, "contributors")
	for _, wanted := range []string{"maintainer", "publisher", "rightsholder", "datamanager", "contact", "author", "creator", ""} {
		for _, contributor := range contributors {
			if wanted == "" || hasRole(contributor, wanted) {
				m.copyText(dataset, "owner", contributor, "title", "name", "organization", "email", "path")
			}
			if wanted == "datamanager" && hasRole(contributor, wanted) {
				m.copyText(dataset, "steward", contributor, "title", "name", "organization", "email")
			}
		}
	}
	m.copyText(dataset, "owner", from, "maintainers", "publisher", "author", "organization")
}

func hasRole(contributor *syntax.Node, wanted string) bool {
	for _, key := range []string{"role", "roles"} {
		if stated := contributor.Get(key); stated != nil {
			for _, role := range items(stated) {
				if role.IsScalar() && strings.Join(nameWords(role.Scalar), "") == wanted {
					return true
				}
			}
		}
	}
	return false
}

// beyondFrictionless is what a data package has no property for. It describes
// files and tables, not what they are for or how good they are.
var beyondFrictionless = []document.Pattern{
	"describes", "metadata.approved", "metadata.author", "metadata.classification", "metadata.language", "metadata.next_review",
	"metadata.owner", "metadata.retention", "metadata.supersedes",
	"datasets.*.purpose", "datasets.*.role", "datasets.*.limitations", "datasets.*.known_bias", "datasets.*.steward", "datasets.*.access",
	"datasets.*.retention", "datasets.*.update_cadence", "datasets.*.demographics", "datasets.*.personal_data", "datasets.*.labelling",
	"datasets.*.preparation", "datasets.*.quality",
	"datasets.*.acquisition.supplier", "datasets.*.acquisition.method", "datasets.*.acquisition.on", "datasets.*.acquisition.subjects",
	"datasets.*.acquisition.lawful_basis", "datasets.*.acquisition.rights", "datasets.*.acquisition.consent",
	"datasets.*.provenance.generated_by", "datasets.*.provenance.transfers",
}
