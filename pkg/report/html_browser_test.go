package report_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/aimslint/aimslint/pkg/report"
	"github.com/aimslint/aimslint/pkg/scan"
)

// browser is a headless Chromium for the test, which is skipped if there is none
// unless AIMSLINT_REQUIRE_BROWSER=1.
func browser(t *testing.T) context.Context {
	t.Helper()
	program := ""
	for _, name := range []string{os.Getenv("AIMSLINT_BROWSER"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if found, err := exec.LookPath(name); err == nil && name != "" {
			program = found
			break
		}
	}
	if program == "" {
		if os.Getenv("AIMSLINT_REQUIRE_BROWSER") == "1" {
			t.Fatal("no Chromium is found, and AIMSLINT_REQUIRE_BROWSER asks for one")
		}
		t.Skip("no Chromium is found; install one, or name it in AIMSLINT_BROWSER")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(program), chromedp.WindowSize(1280, 900))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stop := chromedp.NewExecAllocator(t.Context(), options...)
	ctx, end := chromedp.NewContext(allocator)
	t.Cleanup(func() { end(); stop() })
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("start %s: %v", program, err)
	}
	return ctx
}

// tab is a page in the browser, and what it complained of or asked for.
type tab struct {
	*testing.T

	ctx        context.Context //nolint:containedctx // the tab is this context
	mu         sync.Mutex
	complaints []string
}

// open shows a file in a tab of its own. Whatever the page complains of, or asks
// the network for, fails the test.
func openTab(browser context.Context, t *testing.T, file, hash string) *tab {
	t.Helper()
	ctx, end := chromedp.NewContext(browser)
	ctx, late := context.WithTimeout(ctx, 2*time.Minute)
	opened := &tab{T: t, ctx: ctx}
	address := (&url.URL{Scheme: "file", Path: file}).String()
	err := chromedp.Listen(ctx, func(event any) {
		complaint := ""
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			complaint = fmt.Sprintf("console: %s %v", e.Type, e.Args)
		case *runtime.EventExceptionThrown:
			complaint = fmt.Sprintf("exception: %s %v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception)
		case *log.EventEntryAdded:
			complaint = fmt.Sprintf("log: %s: %s", e.Entry.Level, e.Entry.Text)
		case *network.EventRequestWillBeSent:
			if e.Request.URL != address {
				complaint = "request: " + e.Request.URL
			}
		}
		if complaint != "" {
			opened.mu.Lock()
			defer opened.mu.Unlock()
			opened.complaints = append(opened.complaints, complaint)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		late()
		end()
		opened.mu.Lock()
		defer opened.mu.Unlock()
		for _, complaint := range opened.complaints {
			t.Error(complaint)
		}
	})
	call(opened, network.Enable, network.EnableParams{})
	call(opened, log.Enable, cdp.Empty{})
	opened.run(chromedp.Navigate(address+hash), chromedp.WaitReady(chromedp.CSS("html.js main")))
	return opened
}

// call sends a command to the browser.
func call[P, R any](p *tab, command cdp.Command[P, R], params P) {
	p.Helper()
	if _, err := chromedp.Call(p.ctx, command, params); err != nil {
		p.Fatal(err)
	}
}

func (p *tab) run(actions ...chromedp.Action[chromedp.Void]) {
	p.Helper()
	if err := chromedp.Do(p.ctx, actions...); err != nil {
		p.Fatal(err)
	}
}

// holds waits until an expression of JavaScript is true.
func (p *tab) holds(expression string) {
	p.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Poll[chromedp.Void]("!!("+expression+")", chromedp.WithPollingTimeout(10*time.Second))); err != nil {
		state, _ := chromedp.Run(p.ctx, chromedp.Evaluate[string](`location.hash + " focus " + document.activeElement.outerHTML.slice(0, 120) + " view " + document.querySelector(".view.on")?.id + " hits " + hits.textContent`))
		p.Fatalf("%v: not true: %s\n%s", err, expression, state)
	}
}

func (p *tab) value(expression string) string {
	p.Helper()
	text, err := chromedp.Run(p.ctx, chromedp.Evaluate[string]("String("+expression+")"))
	if err != nil {
		p.Fatal(err)
	}
	return text
}

// click clicks on what a selector finds.
func (p *tab) click(selector string) {
	p.Helper()
	p.run(chromedp.Click(chromedp.CSS(selector)))
}

// do runs a statement of JavaScript.
func (p *tab) do(statement string) {
	p.Helper()
	p.run(chromedp.Evaluate[chromedp.Void](statement))
}

// keys types, each key by itself.
func (p *tab) keys(keys ...string) {
	p.Helper()
	for _, key := range keys {
		p.run(chromedp.KeyEvent(key))
	}
}

// tabTo presses Tab until what has the focus meets a condition on `e`.
func (p *tab) tabTo(condition string) {
	p.Helper()
	for range 120 {
		p.keys(kb.Tab)
		if p.value(`(e => !!(`+condition+`))(document.activeElement)`) == "true" {
			return
		}
	}
	p.Fatalf("Tab does not reach: %s", condition)
}

// onView waits until a part of the page is shown, and nothing else of it.
func (p *tab) onView(id string) {
	p.Helper()
	p.holds(`document.querySelectorAll(".view.on").length === 1 && document.querySelector(".view.on").id === "` + id + `"`)
}

// htmlOf writes the HTML report of a run to a file.
func htmlOf(t *testing.T, run *report.Run) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, []byte(write(t, "html", run, report.Options{})), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// clinicRun is a run on the clinic whose documents have faults, with an earlier one.
func clinicRun(t *testing.T) *report.Run {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS("../../testdata/clinic-broken")); err != nil {
		t.Fatal(err)
	}
	run, err := scan.Check(t.Context(), scan.Request{Directory: folder, AsOf: "2026-11-22", Assess: true})
	if err != nil {
		t.Fatal(err)
	}
	run.Version, run.Reproduce = "0.1.0", "aimslint check --as-of 2026-11-22 --report html=aimslint.html"
	run.Earlier = []*report.Run{{AsOf: "2026-10-01", Documents: run.Documents, Assessment: run.Assessment}}
	run.Changed = &report.Changed{Same: len(run.Findings)}
	return run
}

func TestHTMLInABrowser(t *testing.T) {
	chromium := browser(t)
	file := htmlOf(t, clinicRun(t))
	for name, use := range map[string]func(*tab){
		"drill down": drillDown, "search": searchFor, "filter": filterBy, "keyboard": byKeyboard, "phone": onAPhone, "print": printed, "colours": inBothColours,
	} {
		t.Run(name, func(t *testing.T) { use(openTab(chromium, t, file, "")) })
	}
	t.Run("an address", func(t *testing.T) {
		p := openTab(chromium, t, file, "#r/A.7.5")
		p.onView("requirements")
		p.holds(`document.getElementById("r/A.7.5").open`)
	})
	t.Run("without scripts", func(t *testing.T) { withoutScripts(chromium, t, file) })
	t.Run("hostile", func(t *testing.T) {
		p := openTab(chromium, t, htmlOf(t, hostile()), "#findings")
		p.onView("findings")
		p.holds(`document.querySelectorAll("script").length === 2 && !document.querySelector("img, iframe, object, a[href^='javascript']")`)
		p.holds(`[...document.links].every(a => a.getAttribute("href").startsWith("#"))`)
	})
}

func drillDown(p *tab) {
	p.onView("summary")
	p.click(`a.cell[href="#r/A.7.5"]`)
	p.onView("requirements")
	p.holds(`document.getElementById("r/A.7.5").open && document.getElementById("r/A.7.5").contains(document.activeElement)`)
	p.holds(`document.getElementById("r/A.7.5").innerText.includes("data-manifest")`)
	p.click(`details[id="r/A.7.5"] .evidence a[href^="#d"]`)
	p.onView("documents")
	p.holds(`document.activeElement.closest("details").open && document.activeElement.closest("details").innerText.includes("Counts for")`)
	p.click(`#documents details[open] a[href^="#b"]`)
	p.onView("findings")
	p.holds(`document.activeElement.matches("article.b") && document.activeElement.querySelector("pre mark")`)
	p.click(`nav a[href="#systems"]`)
	p.onView("systems")
	p.click(`#systems a[href="#system/sepsis-alert"]`)
	p.onView("system/sepsis-alert")
	p.holds(`document.querySelector("nav a[aria-current]").hash === "#systems"`)
	p.run(chromedp.NavigateBack())
	p.onView("systems")
	p.click(`nav a[href="#trend"]`)
	p.onView("trend")
	p.holds(`document.querySelectorAll("#trend rect").length > 2`)
}

func searchFor(p *tab) {
	p.run(chromedp.SendKeys(chromedp.CSS("#q"), "sha256 digest"))
	p.holds(`document.querySelector("#hits a[href='#findings']")`)
	p.click(`#hits a[href="#findings"]`)
	p.onView("findings")
	p.holds(`(n => n > 0 && n < 10)(document.querySelectorAll("#findings li[id]:not([hidden])").length)`)
	p.holds(`/^\d+ of \d+ findings$/.test(document.querySelector("#findings .count").textContent)`)
	p.do(`q.value = ""`)
	p.run(chromedp.SendKeys(chromedp.CSS("#q"), "no such words at all"))
	p.holds(`document.querySelector("#findings .count").textContent.startsWith("0 of ")`)
	p.run(chromedp.SendKeys(chromedp.CSS("#q"), kb.Escape))
	p.holds(`!document.querySelector("#findings [id][hidden]") && hits.textContent === ""`)
}

func filterBy(p *tab) {
	p.click(`.states a[data-q="state=gap"]`)
	p.onView("requirements")
	p.holds(`[...document.querySelectorAll("#requirements details:not([hidden])")].every(d => d.dataset.state === "gap")`)
	p.holds(`document.querySelector("#requirements [name=state]").value === "gap"`)
	p.click(`#requirements button[type=reset]`)
	p.holds(`document.querySelectorAll("#requirements details:not([hidden])").length === 70`)
	p.do(`location.hash = "#findings?kind=model-card&severity=error"`)
	p.onView("findings")
	p.holds(`[...document.querySelectorAll("#findings .b:not([hidden])")].length > 0 && [...document.querySelectorAll("#findings .b:not([hidden])")].every(b => b.dataset.kind === "model-card" && b.classList.contains("v-error"))`)
	p.do(`location.hash = "#findings?system=1"`)
	p.holds(`(shown => shown.length > 0 && shown.every(f => f.dataset.system.split(" ").includes("1")))([...document.querySelectorAll("#findings li[id]:not([hidden])")])`)
	// A thing that the choice hides is shown when an address names it.
	p.do(`location.hash = "#" + document.querySelector("#findings .b[hidden]").id`)
	p.holds(`document.activeElement.matches(".b") && !document.activeElement.hidden`)
}

// byKeyboard goes everywhere without a mouse.
func byKeyboard(p *tab) {
	p.keys(kb.Tab)
	p.holds(`document.activeElement.matches(".skip") && document.activeElement.getBoundingClientRect().top >= 0`)
	p.keys(kb.Enter)
	p.holds(`document.activeElement.id === "main"`)
	p.tabTo(`e.matches("a.cell")`)
	p.holds(`getComputedStyle(document.activeElement).outlineStyle === "solid"`)
	p.keys(kb.Enter)
	p.onView("requirements")
	p.holds(`document.activeElement.matches("details") && document.activeElement.open`)
	p.keys(kb.Tab)
	p.holds(`document.activeElement.matches("summary")`)
	p.keys(kb.Enter)
	p.holds(`!document.activeElement.parentElement.open`)
	p.keys("/")
	p.holds(`document.activeElement.id === "q"`)
	p.keys("o", "w", "n", "e", "r", kb.Enter)
	p.holds(`document.querySelectorAll("#hits a").length === 3`)
	p.onView("requirements")
	p.tabTo(`e.matches("#hits a[href='#documents']")`)
	p.keys(kb.Enter)
	p.onView("documents")
	p.keys("/", kb.Escape)
	p.holds(`hits.textContent === ""`)
	p.tabTo(`e.matches("select[name=kind]")`)
	p.keys("m")
	p.holds(`document.activeElement.value.startsWith("m") && document.querySelector("#documents details:not([hidden])")`)
	p.tabTo(`e.matches("summary")`)
	p.keys(" ")
	p.holds(`document.activeElement.parentElement.open`)
}

// onAPhone looks for what is wider than the screen in every part.
func onAPhone(p *tab) {
	p.run(chromedp.EmulateViewport(360, 740, chromedp.EmulateScale(2), chromedp.EmulateMobile))
	for hash := range strings.FieldsSeq(p.value(`[...document.querySelectorAll(".view")].map(v => "#" + encodeURI(v.id)).join(" ")`)) {
		p.do(`location.hash = "` + hash + `"`)
		p.holds(`document.querySelector(".view.on").id === decodeURI("` + hash[1:] + `")`)
		p.do(`for (const d of document.querySelectorAll(".view.on details")) d.open = true`)
		if wide := p.value(`document.documentElement.scrollWidth`); wide != "360" {
			p.Errorf("%s is %s wide: %s", hash, wide, p.value(`[...document.querySelectorAll(".view.on *, header *")].filter(e => e.getBoundingClientRect().right > 360.5 && !e.closest(".scroll")).slice(0, 3).map(e => e.outerHTML.slice(0, 90)).join("\n")`))
		}
	}
}

func printed(p *tab) {
	content, err := chromedp.Run(p.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPrintBackground()))
	if err != nil {
		p.Fatal(err)
	}
	if pages := strings.Count(string(content), "/Type /Page\n"); !strings.HasPrefix(string(content), "%PDF-") || len(content) < 100_000 || pages < 10 {
		p.Errorf("%d bytes and %d pages are no print of all parts", len(content), pages)
	}
	keep(p.T, "print.pdf", content)
	p.holds(`!document.querySelector("details[open]")`)
}

// prefers sets the colours that the reader prefers.
func (p *tab) prefers(scheme string) {
	p.Helper()
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}

func inBothColours(p *tab) {
	paper := map[string]string{}
	for _, scheme := range []string{"light", "dark"} {
		p.prefers(scheme)
		paper[scheme] = p.value(`getComputedStyle(document.documentElement).backgroundColor`)
	}
	if paper["light"] != "rgb(245, 246, 248)" || paper["dark"] != "rgb(17, 21, 27)" {
		p.Errorf("backgrounds %v", paper)
	}
}

// withoutScripts reads the page as one, where links still lead to what they name.
func withoutScripts(browser context.Context, t *testing.T, file string) { //nolint:thelper // the browser is the context
	ctx, end := chromedp.NewContext(browser)
	defer end()
	p := &tab{T: t, ctx: ctx}
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.run(chromedp.Navigate((&url.URL{Scheme: "file", Path: file}).String()+"#d3"), chromedp.WaitReady(chromedp.CSS("main")))
	// What the test itself evaluates still runs.
	for _, expression := range []string{
		`[...document.querySelectorAll(".view")].every(v => v.getBoundingClientRect().height > 0)`,
		`document.querySelector(":target").id === "d3" && scrollY > 0`,
		`![...document.querySelectorAll("form")].some(f => f.getBoundingClientRect().height > 0)`,
	} {
		if p.value(expression) != "true" {
			t.Errorf("not true: %s", expression)
		}
	}
}

// keep leaves what a test made in the folder AIMSLINT_SCREENSHOTS, for people to
// look at.
func keep(t *testing.T, name string, content []byte) {
	t.Helper()
	if folder := os.Getenv("AIMSLINT_SCREENSHOTS"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil { //nolint:gosec // the folder that somebody asked for
			t.Error(err)
		}
	}
}

// TestHTMLScreenshots takes pictures of each part for people to look at, of the
// reports that AIMSLINT_SCREENSHOTS holds as *.html.
func TestHTMLScreenshots(t *testing.T) {
	folder := os.Getenv("AIMSLINT_SCREENSHOTS")
	if folder == "" {
		t.Skip("AIMSLINT_SCREENSHOTS names no folder")
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.html"))
	if err != nil || len(files) == 0 {
		t.Fatal(errors.Join(err, errors.New("no *.html in AIMSLINT_SCREENSHOTS")))
	}
	chromium := browser(t)
	for _, file := range files {
		p := openTab(chromium, t, file, "")
		for _, look := range []struct {
			name, scheme string
			width        int64
		}{{"light", "light", 1280}, {"dark", "dark", 1280}, {"phone", "light", 360}} {
			p.run(chromedp.EmulateViewport(look.width, 900))
			p.prefers(look.scheme)
			for _, hash := range []string{"summary", "requirements", "findings", "documents", "r/A.7.5", "d0", "b0", "systems", "trend", "origin"} {
				p.do(`location.hash = "` + hash + `"`)
				p.run(chromedp.Sleep(200 * time.Millisecond))
				png, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
				if err != nil {
					t.Fatal(err)
				}
				keep(t, strings.TrimSuffix(filepath.Base(file), ".html")+"-"+strings.ReplaceAll(hash, "/", "_")+"-"+look.name+".png", png)
			}
		}
	}
}

// TestHTMLOfThousands measures what a page of 5,000 findings costs. The size is
// bounded; the times are only told.
func TestHTMLOfThousands(t *testing.T) {
	run := thousands(t)
	start := time.Now()
	content := write(t, "html", run, report.Options{})
	t.Logf("%d findings in %d documents: %.2f MB, written in %d ms", len(run.Findings), len(run.Documents), float64(len(content))/1e6, time.Since(start).Milliseconds())
	if len(content) >= 5_000_000 {
		t.Errorf("%d bytes", len(content))
	}
	keep(t, "thousands-page.html", []byte(content))
	p := openTab(browser(t), t, htmlOf(t, run), "")
	p.onView("summary")
	t.Logf("first paint and load after %s ms; findings shown after %s ms, a search after %s ms",
		p.value(`[performance.getEntriesByType("paint").find(e => e.name === "first-contentful-paint").startTime, performance.getEntriesByType("navigation")[0].loadEventEnd].map(Math.round).join(" and ")`),
		p.taking(`location.hash = "#findings"`), p.taking(`search("owner")`))
	p.holds(`document.querySelector("#findings .count").textContent !== ""`)
}

// taking is how long the page takes from an action until it is painted, in ms.
func (p *tab) taking(action string) string {
	p.Helper()
	ms, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`new Promise(done => {
		const search = words => { q.value = words; q.form.dispatchEvent(new Event("submit", { cancelable: true })); };
		const start = performance.now();
		`+action+`;
		setTimeout(() => requestAnimationFrame(() => setTimeout(() => done(String(Math.round(performance.now() - start))))));
	})`, chromedp.EvalAwaitPromise))
	if err != nil {
		p.Fatal(err)
	}
	return ms
}
