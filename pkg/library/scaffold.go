package library

import (
	"fmt"
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
)

// Scaffold are the files of a new rule below a folder: the rule, its test and
// its examples. All of them work, so that there is something to change. Kinds
// are those of the users' own.
func Scaffold(id string, taken, kinds []string) ([]File, error) {
	category, name, found := strings.Cut(id, "/")
	switch {
	case !found || !snakeCase.MatchString(snake(name)) || name != kebab(name) || strings.Contains(name, "/"):
		return nil, fmt.Errorf("%q is no id of a rule; write it as CATEGORY/NAME in small letters with hyphens, as in model-card/reviewed-by-ethics", id)
	case slices.Contains(taken, id):
		return nil, fmt.Errorf("the rule %s comes with aimslint; choose another name", id)
	}
	known := append(append(document.Kinds(), kinds...), everyKind, repository)
	if !slices.Contains(known, category) {
		return nil, fmt.Errorf("%s", strings.TrimSuffix(unknown("category", category, known, "it is a kind of document, `document` for every kind, or `repository`"), "."))
	}
	kind := category
	if category == everyKind || category == repository {
		kind = document.ModelCard
	}
	fill := strings.NewReplacer("CATEGORY", snake(category), "NAME", snake(name), "KIND", kind)
	rule, test := scaffoldRule, scaffoldTest
	if category == repository {
		rule, test = scaffoldRepositoryRule, scaffoldRepositoryTest
	}
	folder := category + "/" + name + "/"
	return []File{
		{folder + snake(name) + ".rego", []byte(fill.Replace(rule))},
		{folder + snake(name) + "_test.rego", []byte(fill.Replace(test))},
		{folder + exampleArchive, []byte(fill.Replace(scaffoldExamples))},
	}, nil
}

const scaffoldRule = `# METADATA
# title: An owner is named
# description: Somebody has to answer for the document and keep it up to date.
# custom:
#   severity: warning
#   requirements: ["7.5.2"]
#   evidence: attested
#   remediation: State the role that answers for the document as metadata.owner.
package aimslint.rules.CATEGORY.NAME

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.at(["metadata", "owner"], "No owner is named") if {
	field.unnamed(input, ["metadata", "owner"])
}
`

const scaffoldTest = `package aimslint.rules.CATEGORY.NAME_test

import data.aimslint.rules.CATEGORY.NAME as rule

test_silent_when_an_owner_is_named if {
	rule.report == set() with input as {"metadata": {"owner": "clinical-ml-lead"}}
}

test_reports_that_none_is if {
	rule.report == {{"path": ["metadata", "owner"], "message": "No owner is named"}} with input as {"metadata": {}}
}
`

const scaffoldRepositoryRule = `# METADATA
# title: An owner is named
# description: Somebody has to answer for the document and keep it up to date.
# custom:
#   severity: warning
#   requirements: ["7.5.2"]
#   evidence: attested
#   kinds: [KIND]
#   remediation: State the role that answers for the document as metadata.owner.
package aimslint.rules.CATEGORY.NAME

import data.aimslint.lib.field
import data.aimslint.lib.violation

report contains violation.on(record, ["metadata", "owner"], "No owner is named") if {
	some record in input.records["KIND"]
	field.unnamed(record, ["owner"])
}
`

const scaffoldRepositoryTest = `package aimslint.rules.CATEGORY.NAME_test

import data.aimslint.rules.CATEGORY.NAME as rule

test_silent_when_an_owner_is_named if {
	rule.report == set() with input as {"records": {"KIND": [{"document": 0, "owner": "clinical-ml-lead"}]}}
}

test_reports_that_none_is if {
	rule.report == {{
		"document": 0,
		"path": ["metadata", "owner"],
		"message": "No owner is named",
	}} with input as {"records": {"KIND": [{"document": 0, "owner": ""}]}}
}
`

const scaffoldExamples = `-- pass/KIND.yaml --
kind: KIND
metadata:
  id: example
  title: An example
  owner: clinical-ml-lead
-- fail/KIND.yaml --
kind: KIND
metadata:
  id: example
  title: An example
`
