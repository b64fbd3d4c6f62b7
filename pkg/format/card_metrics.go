package format

import (
	"slices"
	"strings"

	"github.com/aimslint/aimslint/pkg/document"
	"github.com/aimslint/aimslint/pkg/syntax"
)

// readMetrics gathers the results that the body states, unless the front
// matter stated some: from tables and pairs under the headings of results, else
// from tables anywhere, else the prose as a whole.
func (c *card) readMetrics() {
	if c.root.Get("evaluation") == nil {
		c.readMeasures(results, "evaluation")
	}
	if c.root.Get("evaluation") == nil {
		c.readTables(c.tree.Outline.Root, c.place())
	}
	c.readProseOn(results, "evaluation")
	c.readMeasures(fairness, "fairness")
	c.dropRepeated()
	c.readProseOn(fairness, "fairness")
}

func (c *card) readMeasures(t topic, name string) {
	for _, p := range c.passages {
		if !p.is(t) {
			continue
		}
		for _, block := range p.blocks {
			for _, measure := range measures(c.own(block)) {
				if key, group := field(measure, "slice"); t == fairness && group != nil {
					measure.Fields = slices.DeleteFunc(measure.Fields, func(f syntax.Field) bool { return f.Key == key })
					measure.Set("group", group, group)
				}
				appendTo(c.root, name, p.key, measure)
			}
		}
	}
}

// dropRepeated leaves out measures of fairness without a group that stand again,
// to the last digit, under the group that they are of.
func (c *card) dropRepeated() {
	list := c.root.Get("fairness")
	if list == nil {
		return
	}
	grouped := map[string]bool{}
	for _, measure := range list.Items {
		if measure.Get("group") != nil {
			grouped[scalarOf(measure, "value")] = true
		}
	}
	list.Items = slices.DeleteFunc(list.Items, func(measure *syntax.Node) bool {
		value := scalarOf(measure, "value")
		return measure.Get("group") == nil && len(value) >= exactValue && grouped[value]
	})
}

// exactValue is the length from which the same number twice is no chance.
const exactValue = 8

// readTables takes the tables of results that stand under other headings, as
// "Task 1: classification".
func (c *card) readTables(section *syntax.Section, key *syntax.Node) {
	if section.Heading != nil {
		key = section.Heading
	}
	for _, block := range section.Blocks {
		if block.Table == nil {
			continue
		}
		for _, measure := range measures(c.own(block)) {
			appendTo(c.root, "evaluation", key, measure)
		}
	}
	for _, child := range section.Sections {
		c.readTables(child, key)
	}
}

// readProseOn keeps what is said in words where no measure could be read.
func (c *card) readProseOn(t topic, field string) {
	if p := merged(c.passages, t); p != nil && c.root.Get(field) == nil {
		if text := prose(p.blocks); text != nil {
			appendTo(c.root, field, p.key, entry("description", p.key, text))
		}
	}
}

// own is a block without the rows of a table that are about other models than
// that of the card, as those it is compared with. Where none is said to be about
// it, all stay.
func (c *card) own(block syntax.Block) syntax.Block {
	if block.Table == nil || len(block.Table.Header) == 0 || !comparesModels().MatchString(headingText(block.Table.Header[0].Scalar)) {
		return block
	}
	name := c.root.Lookup(fieldPath("model.name"))
	if name == nil {
		name = c.subject()
	}
	var rows [][]*syntax.Node
	for _, row := range block.Table.Rows {
		if says := row[0].Scalar; ours().MatchString(says) || name != nil && headingText(says) == headingText(name.Scalar) {
			rows = append(rows, row)
		}
	}
	if len(rows) > 0 {
		block.Table = &syntax.Table{Header: block.Table.Header, Rows: rows}
	}
	return block
}

var (
	comparesModels = lazily(`^(?:models?|methods?|systems?|approach|algorithm)$`)
	ours           = lazily(`(?i)\b(?:ours|this model|this work)\b`)
)

// measures are the results in a block: a table with a column of metrics and
// one of values, a table with a column for each metric, or pairs of a metric
// and a number.
func measures(block syntax.Block) []*syntax.Node {
	if block.Table == nil {
		return pairMeasures(block.Pairs)
	}
	if len(block.Table.Header) == 0 {
		return nil // a map of nothing but lists and maps
	}
	columns := columnsOf(block.Table)
	var found []*syntax.Node
	for _, row := range block.Table.Rows {
		found = append(found, columns.measures(row)...)
	}
	return found
}

func pairMeasures(found []syntax.Field) []*syntax.Node {
	var list []*syntax.Node
	for _, pair := range found {
		if !metricName().MatchString(headingText(pair.Key.Scalar)) || pair.Value.Kind != syntax.String {
			continue
		}
		if value, unit := number(pair.Value); value != nil {
			measure := pair.Value.Derive(syntax.Map)
			measure.Set("metric", pair.Key, pair.Key)
			measure.Set("value", pair.Key, value)
			setUnit(measure, unit)
			list = append(list, measure)
		}
	}
	return list
}

// metricColumns say what the columns of a table of results hold.
type metricColumns struct {
	header []*syntax.Node
	metric int // the column that names metrics, or -1
	value  int // the column of their values, or -1
	named  []int
	fields map[int]string // other columns, by the canonical field
}

var measureFields = aliasTable(map[string]string{
	"metric":     "metric, metrics, measure, measurement, metric name, kpi, indicator, score type, evaluation metric, performance metric, statistic",
	"value":      "value, values, score, scores, result, results, measured, actual, achieved, observed, reported, performance, model, ours, this model, mean, current, test",
	"threshold":  "threshold, target, target value, requirement, minimum, acceptance, acceptance threshold, acceptance criteria, criterion, goal, gate, required",
	"dataset":    "dataset, data, data set, test set, evaluation dataset, eval dataset, benchmark, split, corpus, dataset name",
	"slice":      "slice, subgroup, group, class, segment, category, language, label, cohort, population",
	"on":         "date, evaluated on, measured on, test date",
	"version":    "version, model version",
	"mitigation": "mitigation, action",
	"unit":       "unit, units",

	"confidence_interval": "ci, confidence interval, confidence intervals, ci range",
})

// metricName are the names of common metrics: those of
// https://huggingface.co/metrics and their usual variants.
var metricName = lazily(`\b(?:accuracy|acc|f ?1|f1 score|precision|recall|sensitivity|specificity|auc|au ?roc|auprc|roc auc|pr auc|ppv|npv|mae|mse|rmse|mape|smape|r2|r squared|wer|cer|ter|bleu|sacrebleu|chrf|comet|rouge ?(?:\d|l|lsum)?|meteor|perplexity|ppl|map|m ?ap ?\d*|iou|m ?iou|dice|ndcg|mrr|hit rate|top ?\d+|em|exact match|pass \d+|pass rate|success rate|win rate|eer|fpr|fnr|tpr|tnr|false (?:positive|negative) rate|true (?:positive|negative) rate|error rate|brier(?: score)?|ece|log ?loss|loss|mcc|kappa|cohen s kappa|spearman|pearson|correlation|psnr|ssim|fid|mean reward|reward|silhouette|calibration error)\b`)

func columnsOf(table *syntax.Table) metricColumns {
	columns := metricColumns{header: table.Header, metric: -1, value: -1, fields: map[int]string{}}
	seen := map[string]bool{}
	for i, cell := range table.Header {
		name := headingText(cell.Scalar)
		field := measureFields[name]
		switch {
		case field == "metric" && columns.metric < 0:
			columns.metric = i
		case field == "value" && columns.value < 0:
			columns.value = i
		case field != "" && field != "metric" && field != "value":
			if !seen[field] {
				columns.fields[i], seen[field] = field, true
			}
		case metricName().MatchString(name):
			columns.named = append(columns.named, i)
		}
	}
	if columns.metric >= 0 && columns.value < 0 {
		columns.value = columns.firstNumeric(table)
	}
	if columns.metric < 0 && len(columns.named) == 0 && columns.namesMetrics(table) {
		delete(columns.fields, 0)
		columns.metric, columns.value = 0, columns.firstNumeric(table)
	}
	return columns
}

// namesMetrics reports whether the first column holds names of metrics.
func (c metricColumns) namesMetrics(table *syntax.Table) bool {
	n := 0
	for _, row := range table.Rows {
		if metricName().MatchString(headingText(row[0].Scalar)) {
			n++
		}
	}
	return n > 0 && n*2 >= len(table.Rows)
}

// firstNumeric is the first column, after that of the metrics and of no other
// meaning, in which most cells are numbers; or -1.
func (c metricColumns) firstNumeric(table *syntax.Table) int {
	for i := max(c.metric, 0) + 1; i < len(table.Header); i++ {
		numbers := 0
		for _, row := range table.Rows {
			if value, _ := number(row[i]); value != nil {
				numbers++
			}
		}
		if c.fields[i] == "" && numbers*2 > len(table.Rows) {
			return i
		}
	}
	return -1
}

// measures are the results in a row.
func (c metricColumns) measures(row []*syntax.Node) []*syntax.Node {
	if c.metric >= 0 && c.value >= 0 {
		value, _ := number(row[c.value])
		if row[c.metric].IsBlank() || counted().MatchString(headingText(row[c.metric].Scalar)) || value == nil && !document.IsPlaceholder(row[c.value]) {
			return nil // words: they are in the prose
		}
		return []*syntax.Node{c.measure(row, row[c.metric], c.value)}
	}
	var found []*syntax.Node
	for _, i := range c.named {
		if value, _ := number(row[i]); value != nil {
			measure := c.measure(row, c.header[i], i)
			if i > 0 && c.fields[0] == "" && !row[0].IsBlank() && measure.Get("slice") == nil {
				measure.Set("slice", c.header[0], row[0])
			}
			found = append(found, measure)
		}
	}
	return found
}

// measure is one result at the place of its value.
func (c metricColumns) measure(row []*syntax.Node, metric *syntax.Node, column int) *syntax.Node {
	cell := row[column]
	measure := cell.Derive(syntax.Map)
	measure.Set("metric", metric, metric)
	value, unit := number(cell)
	if value == nil {
		value = cell
	}
	measure.Set("value", c.header[column], value)
	setUnit(measure, unit)
	for i := range c.header {
		field := c.fields[i]
		if field == "" || row[i].IsBlank() || field == "on" && !day().MatchString(row[i].Scalar) {
			continue
		}
		if field == "confidence_interval" {
			setInterval(measure, c.header[i], row[i])
			continue
		}
		if field == "threshold" && c.metric < 0 && operatingPoint().MatchString(headingText(c.header[i].Scalar)) {
			setOnce(measure, "slice", c.header[i], row[i])
			continue
		}
		if field == "threshold" {
			setOnce(measure, field, c.header[i], bound(row[i]))
			continue
		}
		measure.Set(field, c.header[i], row[i])
	}
	return measure
}

// setInterval reads "0.88–0.94", "[0.88, 0.94]" or "0.88 to 0.94".
func setInterval(measure, key, cell *syntax.Node) {
	match := interval().FindStringSubmatch(strings.TrimSpace(cell.Scalar))
	if match == nil {
		return
	}
	for i, bound := range []string{"lower", "upper"} {
		n := cell.Derive(syntax.Number)
		n.Scalar = match[i+1]
		setOnce(measure, "confidence_interval."+bound, key, n)
	}
}

var interval = lazily(`^[\[(]?\s*(-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)\s*%?\s*(?:–|—|-|to|,|;|\.\.)\s*(-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?)\s*%?\s*[\])]?$`)

// operatingPoint is the column, in a table with a column for each metric, of
// the decision thresholds at which they were measured.
var operatingPoint = lazily(`^(?:\w+ )?(?:threshold|cutoff|cut off)$`)

func setUnit(measure, unit *syntax.Node) {
	if unit != nil && measure.Get("unit") == nil {
		measure.Set("unit", unit, unit)
	}
}

// counted are sizes that tables of results give beside the results.
var counted = lazily(`^(?:n|number|count|total|samples?|positives?|negatives?|support|unique|images|rows|examples|size|date|model|dataset|parameters)\b`)

// number reads a text that states a number, as "0.91", "≈ 92.4 %", "0.88 ±
// 0.02", "82% (n=50)" or "12 ms". The place of the number is that of the text.
func number(text *syntax.Node) (value, unit *syntax.Node) {
	if text.Kind == syntax.Number {
		return text, nil
	}
	match := stated().FindStringSubmatch(strings.TrimSpace(text.Scalar))
	if match == nil {
		return nil, nil
	}
	value = text.Derive(syntax.Number)
	value.Scalar = strings.ReplaceAll(match[1], ",", "")
	if match[2] != "" {
		unit = text.DeriveString("%")
	}
	return value, unit
}

var stated = lazily(`^[~≈=]*\s*(-?(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?)\s*(%)?(?:\s*(?:±|\+/-|\(|\[).*|\s*[a-zA-Z]{1,12})?$`)

// bound reads a text that states a limit: "≥ 0.90". It is nil if there is none.
func bound(text *syntax.Node) *syntax.Node {
	if text.Kind != syntax.String {
		return text
	}
	value, _ := number(text.DeriveString(strings.TrimLeft(text.Scalar, "<>≤≥= ")))
	return value
}
