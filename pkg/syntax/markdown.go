package syntax

func parseMarkdown(tree *Tree, limits Limits) {}
