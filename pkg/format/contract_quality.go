package format

import (
	"strconv"
	"strings"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// readQuality reads the quality rules of a table or column, which both
// specifications of data contracts write alike
// (https://bitol-io.github.io/open-data-contract-standard/latest/data-quality/).
func (c *contract) readQuality(of, element *syntax.Node) {
	key, rules := field(of, "quality")
	for _, rule := range c.maps(key, rules) {
		if rule.Get("specification") != nil {
			c.readChecks(rule)
			continue
		}
		c.readRule(key, element, rule)
	}
}

// readRule reads one rule. What it measures is said by its description or, in
// want of one, by its name or metric and the column that it is about.
func (c *contract) readRule(key, element, rule *syntax.Node) {
	measure := anchorOf(rule, "description", "name", "metric", "rule", "code", "query").Derive(syntax.Map)
	for _, from := range []string{"description", "name", "metric", "rule", "code", "toolRuleName", "query"} {
		at, value := field(rule, from)
		text := c.words(at, value)
		if text == nil || text.IsBlank() {
			continue
		}
		if element != nil && from != "description" && from != "query" {
			text = text.DeriveString(text.Scalar + " of " + element.Scalar)
		}
		setOnce(measure, "measure", at, text)
	}
	if measure.Get("measure") == nil {
		nameCheck(measure, element, rule)
	}
	index := "quality." + strconv.Itoa(c.count("quality")) + "."
	if !c.setCharacteristic(measure, rule) {
		c.silence(0, index+"characteristic")
	}
	if !c.setThreshold(measure, rule) {
		c.silence(0, index+"threshold")
	}
	unitKey, unit := field(rule, "unit")
	setOnce(measure, "unit", unitKey, c.words(unitKey, unit))
	appendTo(c.dataset, "quality", key, measure)
}

// nameCheck calls a rule that is written for a program by the name of that
// program.
func nameCheck(measure, element, rule *syntax.Node) {
	for _, from := range []string{"engine", "toolName", "type"} {
		key, value := field(rule, from)
		if value == nil || !value.IsScalar() || value.IsBlank() {
			continue
		}
		text := value.Scalar + " check"
		if element != nil {
			text += " of " + element.Scalar
		}
		measure.Set("measure", key, value.DeriveString(text))
		return
	}
}

// setCharacteristic sets the characteristic that a rule's dimension or metric
// means. It reports false if the rule states one that ISO/IEC 5259-2 does not
// know by that name.
func (c *contract) setCharacteristic(measure, rule *syntax.Node) bool {
	for _, from := range []string{"dimension", "metric", "rule"} {
		key, value := field(rule, from)
		if value == nil || !value.IsScalar() || value.IsBlank() {
			continue
		}
		word := strings.ToLower(strings.Join(nameWords(value.Scalar), ""))
		if characteristic, known := qualityWords[word]; known {
			measure.Set("characteristic", key, value.DeriveString(characteristic))
			return true
		}
		if from == "dimension" {
			return false
		}
	}
	return true
}

// qualityWords are the dimensions and metrics that are a characteristic of
// ISO/IEC 5259-2. Conformity, coverage and uniqueness, which the standard of
// contracts also has, are none.
var qualityWords = map[string]string{
	"accuracy": "accuracy", "ac": "accuracy", "completeness": "completeness", "cp": "completeness", "consistency": "consistency",
	"cs": "consistency", "timeliness": "timeliness", "tm": "timeliness", "currentness": "currentness", "precision": "precision",
	"nullvalues": "completeness", "missingvalues": "completeness", "nullcheck": "completeness",
}

// setThreshold sets the threshold from the operator of a rule
// (mustBeGreaterThan and its like). It reports false if the rule has none or
// compares with something other than a number: it says what holds in words, in
// code or in a program's own language.
func (c *contract) setThreshold(measure, rule *syntax.Node) bool {
	for _, operator := range operators {
		key, value := field(rule, operator.name)
		if value != nil && value.Kind == syntax.List && len(value.Items) > 0 {
			value = value.Items[0]
		}
		if value == nil || value.IsBlank() {
			continue
		}
		limit := numeric(value)
		if limit.Kind != syntax.Number {
			return false
		}
		measure.Set("threshold", key, limit)
		if operator.direction != "" {
			measure.Set("direction", key, key.DeriveString(operator.direction))
		}
		return true
	}
	return false
}

var operators = []struct{ name, direction string }{
	{"mustBe", ""}, {"mustBeGreaterThan", "at-least"}, {"mustBeGreaterOrEqualTo", "at-least"}, {"mustBeGreaterThanOrEqualTo", "at-least"},
	{"mustBeLessThan", "at-most"}, {"mustBeLessOrEqualTo", "at-most"}, {"mustBeLessThanOrEqualTo", "at-most"}, {"mustBeBetween", "at-least"},
}

// readChecks reads checks in the language of a program, such as SodaCL: each
// line under "checks for TABLE" is one.
func (c *contract) readChecks(quality *syntax.Node) {
	specKey, specification := field(quality, "specification")
	if specification == nil || specification.IsBlank() {
		return
	}
	var checks []*syntax.Node
	if specification.Kind == syntax.Map {
		for _, group := range specification.Fields {
			for _, check := range items(group.Value) {
				checks = append(checks, checkText(check))
			}
		}
	} else {
		for _, check := range items(specification) {
			checks = append(checks, checkText(check))
		}
	}
	for _, check := range checks {
		if check == nil || check.IsBlank() {
			continue
		}
		index := "quality." + strconv.Itoa(c.count("quality")) + "."
		c.silence(0, index+"characteristic")
		c.silence(0, index+"threshold")
		appendTo(c.dataset, "quality", specKey, entry("measure", specKey, check))
	}
}

// checkText is a check, or the name of one with settings of its own.
func checkText(check *syntax.Node) *syntax.Node {
	switch {
	case check.IsScalar():
		return asText(check)
	case len(check.Fields) > 0:
		return check.Fields[0].Key
	}
	return nil
}
