package syntax

func parseYAML(tree *Tree, limits Limits) {}
