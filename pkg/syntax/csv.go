package syntax

func parseCSV(tree *Tree, limits Limits) {}
