// Plot draws how the cost grows with the number of cards, as SVG on standard output,
// from the table that .ci/bench makes: a line of names, and a line of numbers for each
// number of cards. Both axes are logarithmic. It is a module of its own, so that
// nobody who builds aimslint needs what it needs.
package main

import (
	"bufio"
	"fmt"
	"image/color"
	"os"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// labels name the columns after the first.
var labels = []string{"read and parse", "model-card/*, document/*", "all rules"}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(table string) error {
	lines, err := columns(table)
	if err != nil {
		return err
	}
	p := plot.New()
	p.X.Label.Text, p.Y.Label.Text = "model cards", "CPU time, seconds"
	p.X.Scale, p.Y.Scale = plot.LogScale{}, plot.LogScale{}
	p.X.Tick.Marker, p.Y.Tick.Marker = powers{}, powers{}
	p.BackgroundColor = color.White // readable on a dark page too
	p.Add(plotter.NewGrid())
	p.Legend.Top, p.Legend.Left = true, true
	colours := []color.Color{color.Gray{Y: 120}, color.RGBA{R: 0, G: 90, B: 180, A: 255}, color.RGBA{R: 190, G: 70, B: 0, A: 255}}
	shapes := []draw.GlyphDrawer{draw.BoxGlyph{}, draw.CircleGlyph{}, draw.TriangleGlyph{}}
	for i, points := range lines {
		line, dots, err := plotter.NewLinePoints(points)
		if err != nil {
			return err
		}
		line.Color, dots.Color, dots.Shape = colours[i], colours[i], shapes[i]
		p.Add(line, dots)
		p.Legend.Add(labels[i], line, dots)
	}
	writer, err := p.WriterTo(16*vg.Centimeter, 10*vg.Centimeter, "svg")
	if err != nil {
		return err
	}
	_, err = writer.WriteTo(os.Stdout)
	return err
}

// powers marks powers of ten.
type powers struct{}

func (powers) Ticks(low, high float64) []plot.Tick {
	var ticks []plot.Tick
	for at := 0.001; at <= high*1.01; at *= 10 {
		if at >= low*0.99 {
			ticks = append(ticks, plot.Tick{Value: at, Label: strconv.FormatFloat(at, 'g', 6, 64)})
		}
	}
	return ticks
}

// columns are the points of each column after the first, against the first.
func columns(table string) ([]plotter.XYs, error) {
	file, err := os.Open(table)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	columns := make([]plotter.XYs, len(labels))
	lines := bufio.NewScanner(file)
	lines.Scan() // the names
	for lines.Scan() {
		var numbers []float64
		for _, field := range strings.Fields(lines.Text()) {
			number, err := strconv.ParseFloat(field, 64)
			if err != nil {
				return nil, err
			}
			numbers = append(numbers, max(number, 0.001)) // a logarithm has no zero
		}
		for i := range columns {
			columns[i] = append(columns[i], plotter.XY{X: numbers[0], Y: numbers[i+1]})
		}
	}
	return columns, lines.Err()
}
