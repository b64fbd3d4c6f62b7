package syntax

func parseJSON(tree *Tree, limits Limits) {}
