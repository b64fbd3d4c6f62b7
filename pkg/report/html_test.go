package report_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"iter"
	"math"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/aimslint/aimslint/pkg/assess"
	"github.com/aimslint/aimslint/pkg/finding"
	"github.com/aimslint/aimslint/pkg/report"
)

// parsed is the report of a run as a browser reads it.
func parsed(t *testing.T, run *report.Run) (string, *html.Node) {
	t.Helper()
	text := write(t, "html", run, report.Options{})
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return text, root
}

// attribute is the value of an attribute, "" if it is absent.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// elements are those below a node.
func elements(root *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && !yield(n) {
				return
			}
		}
	}
}

// htmlRuns are runs of every sort.
func htmlRuns() map[string]*report.Run {
	trend := assessedRun()
	trend.Commit = &report.Commit{SHA: strings.Repeat("ab", 20), Dirty: true}
	trend.Reproduce = "aimslint check --as-of 2026-04-01"
	earlier := *trend
	earlier.AsOf = "2026-03-01"
	trend.Earlier = []*report.Run{&earlier, {AsOf: "2026-02-01"}}
	trend.Changed = &report.Changed{
		New: []*finding.Finding{&trend.Findings[0]}, Fixed: []*finding.Finding{&sample().Findings[0]},
		Steps: []report.Step{{ID: "A.7.5", Topic: "Data provenance", From: assess.Verified, To: assess.Gap, Direction: "fell"}},
	}
	many := many()
	many.Findings, many.Documents = many.Findings[:2000], many.Documents[:2000]
	return map[string]*report.Run{"sample": sample(), "assessed": assessedRun(), "hostile": hostile(), "empty": {}, "trend": trend, "many": many}
}

// Links lead to something in the page, no name is given twice, and nothing can be
// fetched or run that is not the report's own.
func TestHTMLStandsAlone(t *testing.T) {
	for name, run := range htmlRuns() {
		t.Run(name, func(t *testing.T) {
			text, root := parsed(t, run)
			ids, links := map[string]bool{}, map[string]bool{}
			var policy string
			for n := range elements(root) {
				if id := attribute(n, "id"); id != "" {
					if ids[id] {
						t.Errorf("the id %q is given twice", id)
					}
					ids[id] = true
				}
				switch n.Data {
				case "a":
					links[attribute(n, "href")] = true
				case "meta":
					if attribute(n, "http-equiv") == "Content-Security-Policy" {
						policy = attribute(n, "content")
					}
				case "img", "link", "iframe", "object", "embed", "base", "video", "audio", "source":
					t.Errorf("the element %s", n.Data)
				}
				for _, a := range n.Attr {
					if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "srcset" || a.Key == "action" {
						t.Errorf("%s has the attribute %s", n.Data, a.Key)
					}
				}
			}
			for link := range links {
				target, err := url.QueryUnescape(strings.TrimPrefix(link, "#"))
				if err != nil || !strings.HasPrefix(link, "#") || !ids[target] {
					t.Errorf("the link %q leads nowhere", link)
				}
			}
			checkPolicy(t, policy, text)
		})
	}
}

// checkPolicy holds the policy against what it lets in.
func checkPolicy(t *testing.T, policy, text string) {
	t.Helper()
	if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
		t.Errorf("policy %q", policy)
	}
	parts := regexp.MustCompile(`(?s)<(?:style|script)>(.*?)</(?:style|script)>`).FindAllStringSubmatch(text, -1)
	if len(parts) != 3 || strings.Count(text, "<script") != 2 {
		t.Fatalf("%d parts are styles or scripts", len(parts))
	}
	for _, part := range parts {
		sum := sha256.Sum256([]byte(part[1]))
		if hash := base64.StdEncoding.EncodeToString(sum[:]); !strings.Contains(policy, "'sha256-"+hash+"'") {
			t.Errorf("the policy has no %s", hash)
		}
	}
}

// Headings follow each other in order, tables say what their headers are for, and
// everything in a form has a name.
func TestHTMLIsAccessible(t *testing.T) {
	for name, run := range htmlRuns() {
		t.Run(name, func(t *testing.T) {
			_, root := parsed(t, run)
			level, landmarks := 0, map[string]int{}
			for n := range elements(root) {
				switch n.Data {
				case "h1", "h2", "h3", "h4", "h5":
					now := int(n.Data[1] - '0')
					if now > level+1 {
						t.Errorf("%s follows h%d", n.Data, level)
					}
					level = now
				case "html":
					if attribute(n, "lang") != "en" {
						t.Error("the page has no language")
					}
				case "main", "nav", "header", "footer":
					landmarks[n.Data]++
				case "th":
					if attribute(n, "scope") == "" {
						t.Error("a header of a table without scope")
					}
				case "input", "select":
					if n.Parent.Data != "label" && attribute(n, "id") != "q" {
						t.Errorf("%s has no label", n.Data)
					}
				}
			}
			for _, landmark := range []string{"main", "nav", "header", "footer"} {
				if landmarks[landmark] != 1 {
					t.Errorf("%d of %s", landmarks[landmark], landmark)
				}
			}
		})
	}
}

// Every text has a contrast to what is behind it that people with weak sight can
// read (WCAG 2.2, 1.4.3: 4.5 to 1), in light and dark.
func TestHTMLContrast(t *testing.T) {
	css, err := os.ReadFile("html/report.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, found := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	if !found {
		t.Fatal("no colours for the dark")
	}
	pairs := make([][2]string, 0, 32)
	pairs = append(pairs, [][2]string{{"mark-text", "mark"}, {"verified", "panel"}, {"verified", "sunk"}, {"focus", "bg"}, {"focus", "panel"}}...)
	for _, text := range []string{"text", "muted", "link"} {
		pairs = append(pairs, [2]string{text, "bg"}, [2]string{text, "panel"}, [2]string{text, "sunk"})
	}
	for _, of := range []string{"verified", "attested", "human", "excluded", "waived", "gap", "none", "error", "warning", "note"} {
		pairs = append(pairs, [2]string{of, of + "-bg"})
	}
	for scheme, part := range map[string]string{"light": light, "dark": dark} {
		colours := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(part, -1) {
			if _, known := colours[m[1]]; !known {
				colours[m[1]] = m[2]
			}
		}
		for _, pair := range pairs {
			a, b := luminance(t, colours[pair[0]]), luminance(t, colours[pair[1]])
			if contrast := (max(a, b) + 0.05) / (min(a, b) + 0.05); contrast < 4.5 {
				t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, pair[0], pair[1], contrast)
			}
		}
	}
}

// luminance is the relative luminance of a colour as WCAG defines it.
func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	var channels [3]uint8
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &channels[0], &channels[1], &channels[2]); err != nil {
		t.Fatalf("colour %q: %v", colour, err)
	}
	total := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		c := float64(channels[i]) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		total += weight * c
	}
	return total
}

// What would deceive a reader is shown, in whatever part of the page it stands.
func TestHTMLIsInert(t *testing.T) {
	run := hostile()
	run.Version, run.AsOf, run.Policies, run.Profiles, run.Reproduce, run.Unrecognised = nasty[10], "\u202e", "\x1b[31m", nasty, "##vso[a]b", nasty
	for i := range run.Findings {
		run.Findings[i].State, run.Findings[i].Exception = finding.Waived, &finding.Exception{Reason: nasty[i], Approver: nasty[i], Until: nasty[i], Ticket: nasty[i]}
	}
	run.Earlier = []*report.Run{hostile()}
	run.Changed = &report.Changed{New: []*finding.Finding{&run.Findings[3]}, Fixed: []*finding.Finding{&hostile().Findings[4]}}
	documents := make([]assess.Document, len(nasty))
	for i, words := range nasty {
		documents[i] = assess.Document{File: words, Kind: "ai-system", ID: words, System: &assess.Entry{ID: words, Name: words, Stage: words, InScope: true}}
	}
	run.Assessment = assess.Of(assess.Input{Rules: run.Rules, Documents: documents, Findings: run.Findings})
	text, root := parsed(t, run)
	if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\x1b\x7f\r\t\u202e\u2066\ufeff\u200b\u2028") {
		t.Error("something is let through that steers a terminal or turns the text around")
	}
	for n := range root.Descendants() {
		if n.Type == html.CommentNode || n.Type == html.ElementNode && (n.Data == "x" || n.Data == "img" || n.Data == "failure") {
			t.Errorf("a document made %q", n.Data)
		}
	}
	if !strings.Contains(text, "&lt;script&gt;alert(1)&lt;/script&gt;") || !strings.Contains(text, `\u202eevil`) {
		t.Error("hostile text is not shown")
	}
}

// The numbers are those of the other reports, with what they are of, and none is a
// share.
func TestHTMLCounts(t *testing.T) {
	run := assessedRun()
	text, _ := parsed(t, run)
	controls, clauses := run.Assessment.Count()
	for _, state := range assess.States() {
		row := regexp.MustCompile(`(?s)</i> ` + string(state) + `</span></a>.*?<td class="num">(\d+) <span class="of">of 38</span></td><td class="num">(\d+) <span class="of">of 32</span></td>`).FindStringSubmatch(text)
		if row == nil || row[1] != strconv.Itoa(controls.States[state]) || row[2] != strconv.Itoa(clauses.States[state]) {
			t.Errorf("%s: %q, want %d and %d", state, row, controls.States[state], clauses.States[state])
		}
	}
	body := regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(text, "")
	if strings.Contains(body, "%") {
		t.Error("a share of something")
	}
}

// thousands is a run of 5,000 findings: the clinic whose documents have faults,
// many times over, each with systems of its own.
func thousands(t *testing.T) *report.Run {
	t.Helper()
	one := clinicRun(t)
	run := *one
	run.Documents, run.Findings, run.Earlier, run.Changed = nil, nil, nil, nil
	var documents []assess.Document
	for k := 0; len(run.Findings) < 5000; k++ {
		folder, of := fmt.Sprintf("unit-%03d", k), fmt.Sprintf("-%03d", k)
		for _, d := range one.Documents {
			d.File, d.ID = path.Join(folder, d.File), d.ID+of
			run.Documents = append(run.Documents, d)
		}
		for _, d := range one.Assessment.Documents {
			documents = append(documents, again(d, folder, of))
		}
		for _, f := range one.Findings {
			f.Location.File, f.Document = path.Join(folder, f.Location.File), f.Document+of
			run.Findings = append(run.Findings, f)
		}
	}
	run.Findings = run.Findings[:5000]
	finding.Sort(run.Findings)
	finding.Fingerprints(run.Findings)
	run.Assessment = assess.Of(assess.Input{Rules: run.Rules, Documents: documents, Findings: run.Findings})
	return &run
}

// again is a document in another folder, about other systems.
func again(d assess.Document, folder, of string) assess.Document {
	others := func(names []string) []string {
		renamed := make([]string, len(names))
		for i, name := range names {
			renamed[i] = name + of
		}
		return renamed
	}
	d.File, d.ID, d.Subjects = path.Join(folder, d.File), d.ID+of, others(d.Subjects)
	d.Files, d.Fields, d.Items = []string{d.File}, slices.Clone(d.Fields), slices.Clone(d.Items)
	for i := range d.Items {
		d.Items[i] = others(d.Items[i])
	}
	for i := range d.Fields {
		d.Fields[i].Place.File, d.Fields[i].Subjects = d.File, others(d.Fields[i].Subjects)
	}
	if d.System != nil {
		system := *d.System
		system.ID, system.Owns = system.ID+of, others(system.Owns)
		d.System = &system
	}
	return d
}
