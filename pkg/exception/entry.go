package exception

import (
	"path"
	"path/filepath"

	"go.yaml.in/yaml/v4"

	"github.com/aimslint/aimslint/pkg/finding"
)

// Entry is an entry of the waiver file that would accept a finding, with the reason
// and the approver left to be filled in; till then it accepts nothing. The folder is
// that of the waiver file, relative to the root. It is empty for what cannot be
// accepted.
func Entry(f *finding.Finding, folder, until string) string {
	if !Acceptable(f.Rule) {
		return ""
	}
	file, err := filepath.Rel(filepath.FromSlash(path.Join(".", folder)), filepath.FromSlash(f.Location.File))
	if err != nil {
		file = f.Location.File
	}
	item := &yaml.Node{Kind: yaml.MappingNode}
	for _, pair := range [][2]string{
		{"rule", f.Rule.ID},
		{"path", escapeGlob(filepath.ToSlash(file))},
		{"fingerprint", f.Fingerprint},
		{"reason", "TBD"},
		{"approver", "TBD"},
	} {
		item.Content = append(item.Content, word(pair[0], "!!str"), word(pair[1], "!!str"))
	}
	item.Content = append(item.Content, word("until", "!!str"), word(until, ""))
	text, err := yaml.Dump(&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{item}}, yaml.WithIndent(2), yaml.WithCompactSeqIndent(true))
	if err != nil {
		return ""
	}
	return string(text)
}

func word(text, tag string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: text}
}
