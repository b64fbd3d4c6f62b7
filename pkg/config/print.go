package config

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"
)

// YAML is the configuration as a file that says all of it.
func (c *Config) YAML() (string, error) {
	root := mapping()
	add(root, "include", sequence(c.Include))
	add(root, "exclude", sequence(c.Exclude))
	add(root, "formats", c.formats())
	add(root, "profile", c.profiles())
	add(root, "fail_on", scalar(string(c.FailOn)))
	rules := mapping()
	for _, id := range slices.Sorted(maps.Keys(c.Rules)) {
		add(rules, id, c.Rules[id].node())
	}
	add(root, "rules", rules)
	kinds := mapping()
	for _, k := range c.Kinds {
		add(kinds, k.Name, scalar(k.Schema))
	}
	add(root, "kinds", kinds)
	add(root, "policies", c.policies())
	limits := mapping()
	add(limits, "file_bytes", number(strconv.FormatInt(c.Limits.FileBytes, 10)))
	add(limits, "digest_bytes", number(strconv.FormatInt(c.Limits.DigestBytes, 10)))
	add(limits, "depth", number(strconv.Itoa(c.Limits.Depth)))
	add(limits, "alias_expansions", number(strconv.Itoa(c.Limits.AliasExpansions)))
	add(limits, "evaluation_seconds", number(strconv.Itoa(c.Limits.EvaluationSeconds)))
	add(limits, "policy_memory_bytes", number(strconv.FormatInt(c.Limits.PolicyMemoryBytes, 10)))
	add(root, "limits", limits)
	exceptions := mapping()
	add(exceptions, "comments", boolean(c.Exceptions.Comments))
	add(exceptions, "max_days", number(strconv.Itoa(c.Exceptions.MaxDays)))
	add(root, "exceptions", exceptions)
	text, err := yaml.Dump(root, yaml.WithIndent(2))
	if err != nil {
		return "", fmt.Errorf("printing the configuration: %w", err)
	}
	return string(text), nil
}

func (c *Config) profiles() *yaml.Node {
	list := mapping()
	list.Kind, list.Style = yaml.SequenceNode, yaml.FlowStyle
	for _, p := range c.Profiles {
		list.Content = append(list.Content, scalar(string(p)))
	}
	return list
}

func (c *Config) policies() *yaml.Node {
	list := sequence(nil)
	for _, p := range c.Policies {
		if p.Path != "" {
			list.Content = append(list.Content, scalar(p.Path))
			continue
		}
		entry := mapping()
		for _, field := range [][2]string{{"bundle", p.Bundle}, {"oci", p.OCI}, {"key", p.Key}, {"algorithm", p.Algorithm}} {
			if field[1] != "" {
				add(entry, field[0], scalar(field[1]))
			}
		}
		list.Content = append(list.Content, entry)
	}
	return list
}

func (c *Config) formats() *yaml.Node {
	formats := mapping()
	for _, o := range c.Formats {
		add(formats, o.Glob, scalar(o.Format))
	}
	return formats
}

func (r Rule) node() *yaml.Node {
	settings := mapping()
	add(settings, "enabled", boolean(!r.Off))
	if r.Severity != "" {
		add(settings, "severity", scalar(string(r.Severity)))
	}
	for _, name := range slices.Sorted(maps.Keys(r.Parameters)) {
		add(settings, name, parameter(r.Parameters[name]))
	}
	return settings
}

func parameter(value any) *yaml.Node {
	switch value := value.(type) {
	case bool:
		return boolean(value)
	case json.Number:
		return number(value.String())
	case []any:
		list := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
		for _, item := range value {
			list.Content = append(list.Content, parameter(item))
		}
		return list
	default:
		return scalar(fmt.Sprint(value))
	}
}

func mapping() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode} }

func add(m *yaml.Node, key string, value *yaml.Node) {
	m.Content = append(m.Content, scalar(key), value)
}

func scalar(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
}

func boolean(value bool) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(value)}
}

func number(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: text}
}

func sequence(texts []string) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode}
	for _, text := range texts {
		list.Content = append(list.Content, scalar(text))
	}
	return list
}
