package sheet

import (
	"fmt"
	"sort"

	"github.com/aimslint/aimslint/pkg/syntax"
)

// place is where a value stands, as a person finds it: "Risks!F7" in a workbook,
// file, line and column in a CSV file.
func (s *Sheet) place(value *syntax.Node) string {
	start, _ := value.Offsets()
	if s.rows == nil {
		return fmt.Sprintf("%s:%s", s.Tree.Text.File, s.Tree.Text.Position(start))
	}
	i := max(sort.SearchInts(s.at, start+1)-1, 0)
	return s.Name + "!" + name(s.rows[i/s.wide], i%s.wide+1)
}
