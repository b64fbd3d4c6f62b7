package workbook

import "github.com/xuri/excelize/v2"

type role int

const (
	body role = iota
	title
	subtitle
	header
	inputHeader
)

// styleKey is what the look of a cell depends on.
type styleKey struct {
	role   role
	tone   Tone
	bare   bool // without lines around it
	quoted bool // stays text when it is edited, whatever it begins with
}

type styles struct {
	ids map[styleKey]int
}

// tones are the letters and the ground of each tone; the contrast is above 7:1.
var tones = map[Tone][2]string{
	Good:  {"0B3D1E", "D5EFDC"},
	Fair:  {"4A3500", "FFF0C2"},
	Bad:   {"6B0F16", "FBD9DA"},
	Quiet: {"33393F", "E9ECEF"},
}

// newStyles registers all looks, always in the same order.
func newStyles(file *excelize.File) (*styles, error) {
	s := &styles{ids: map[styleKey]int{}}
	for _, key := range styleKeys() {
		id, err := file.NewStyle(look(key))
		if err != nil {
			return nil, err
		}
		s.ids[key] = id
		quoted := key
		quoted.quoted = true
		xf := file.Styles.CellXfs.Xf[id]
		xf.QuotePrefix = new(bool)
		*xf.QuotePrefix = true
		file.Styles.CellXfs.Xf = append(file.Styles.CellXfs.Xf, xf)
		file.Styles.CellXfs.Count = len(file.Styles.CellXfs.Xf)
		s.ids[quoted] = file.Styles.CellXfs.Count - 1
	}
	return s, nil
}

func styleKeys() []styleKey {
	keys := []styleKey{{role: title}, {role: subtitle}, {role: header}, {role: inputHeader}}
	for tone := Plain; tone <= Strong; tone++ {
		keys = append(keys, styleKey{tone: tone}, styleKey{tone: tone, bare: true})
	}
	return keys
}

func look(key styleKey) *excelize.Style {
	style := &excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: 11, Color: "1B1F23"},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	}
	switch key.role {
	case title:
		style.Font.Size, style.Font.Bold = 16, true
		style.Alignment.WrapText = false
	case subtitle:
	case header, inputHeader:
		ground := "3B4652"
		if key.role == inputHeader {
			ground = "0B4F8A"
		}
		style.Font.Bold, style.Font.Color = true, "FFFFFF"
		style.Fill = fill(ground)
		style.Alignment.Vertical = "center"
		style.Border = border("FFFFFF")
	default:
		if colours, ok := tones[key.tone]; ok {
			style.Font.Color, style.Fill = colours[0], fill(colours[1])
		}
		style.Font.Bold = key.tone == Strong
		if !key.bare {
			style.Border = border("C4CAD0")
		}
	}
	return style
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func border(colour string) []excelize.Border {
	sides := make([]excelize.Border, 0, 4)
	for _, side := range []string{"left", "right", "top", "bottom"} {
		sides = append(sides, excelize.Border{Type: side, Color: colour, Style: 1})
	}
	return sides
}
