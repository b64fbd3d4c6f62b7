(function () {
"use strict";
const one = (selector, within) => (within || document).querySelector(selector);
const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
const views = all(".view"), search = one("#q"), hits = one("#hits");
const plural = (n, word) => n + " " + word + (n === 1 ? "" : "s");

// Links that name a choice carry it in their address, so that it can be shared.
for (const a of all("a[data-q]")) a.setAttribute("href", a.getAttribute("href") + "?" + a.dataset.q);

// A list knows its items, the boxes that hide with the last of theirs, and what
// it is called. Texts are gathered when they are first asked for.
function listOf(name, word, itemSelector, boxSelectors) {
  const view = document.getElementById(name), form = one("form.filter", view);
  const list = { name, word, view, form, items: all(itemSelector, view), shown: 0 };
  list.boxes = boxSelectors.map((selector) => all(selector, view));
  list.texts = () => list.text || (list.text = list.items.map((item) => {
    const box = item.closest(".b");
    const head = box ? box.firstElementChild.textContent + " " + box.parentElement.firstElementChild.textContent + " " + box.children[1].textContent : "";
    return (head + " " + item.textContent).toLowerCase();
  }));
  list.facts = (item) => {
    const box = item.closest(".b");
    if (name === "documents") return { kind: one(".kind", item).textContent, open: one("summary .n", item) ? "yes" : "no", system: item.dataset.system };
    if (!box) return item.dataset;
    return { severity: one(".sev", box).textContent, kind: box.dataset.kind, state: item.dataset.state || "open", system: item.dataset.system,
      rule: one("code", box).textContent, requirement: one(".refs span", box).textContent };
  };
  return list;
}
const lists = [
  listOf("findings", "finding", ".b li", [".b", ".file"]),
  listOf("requirements", "requirement", "details.item", [".group"]),
  listOf("documents", "document", "details.item", []),
];

const several = { system: true, requirement: true };
function chosen(list) {
  const wanted = {};
  for (const field of list.form.elements) if (field.name && field.value.trim()) wanted[field.name] = field.value.trim();
  return wanted;
}
function holds(facts, wanted) {
  for (const name in wanted) {
    const value = facts[name] || "";
    if (several[name] ? !value.split(" ").includes(wanted[name]) : name === "rule" ? !value.includes(wanted[name]) : value !== wanted[name]) return false;
  }
  return true;
}
function apply(list, words) {
  const wanted = chosen(list), texts = words.length ? list.texts() : null, any = Object.keys(wanted).length > 0;
  list.shown = 0;
  list.items.forEach((item, i) => {
    const show = (!any || holds(list.facts(item), wanted)) && (!texts || words.every((word) => texts[i].includes(word)));
    if (item.hidden === show) item.hidden = !show;
    if (show) list.shown++;
  });
  for (const boxes of list.boxes) for (const box of boxes) box.hidden = !one(list.name === "findings" ? "li:not([hidden])" : ".item:not([hidden])", box);
  one(".count", list.form).textContent = list.shown + " of " + plural(list.items.length, list.word);
}
const words = () => search.value.toLowerCase().split(/\s+/).filter(Boolean);
function applyAll() {
  const typed = words();
  for (const list of lists) apply(list, typed);
  hits.textContent = "";
  if (!typed.length) return;
  lists.forEach((list, i) => {
    const a = document.createElement("a");
    a.href = "#" + list.name;
    a.textContent = plural(list.shown, list.word);
    hits.append(i ? ", " : "Found: ", a);
  });
}

function show(view) {
  for (const v of views) v.classList.toggle("on", v === view);
  const top = view.id.startsWith("system/") ? "systems" : view.id;
  for (const a of all("nav a")) {
    if (a.hash === "#" + top) a.setAttribute("aria-current", "page"); else a.removeAttribute("aria-current");
  }
}
function reveal(list, element) {
  const item = list.items.find((i) => i === element || element.contains(i));
  if (!item || !element.hidden && !item.hidden) return;
  list.form.reset();
  search.value = "";
  applyAll();
}
function choose(list, query) {
  const asked = new URLSearchParams(query);
  list.form.reset();
  for (const field of list.form.elements) if (field.name && asked.has(field.name)) field.value = asked.get(field.name);
  applyAll();
}
function decoded(text) { try { return decodeURIComponent(text); } catch (e) { return text; } }

// route shows what the address names: a part, or a thing in one, which gets the
// focus so that the keyboard goes on from there.
function route(first) {
  const cut = location.hash.indexOf("?"), hash = location.hash.slice(1, cut < 0 ? undefined : cut);
  const element = document.getElementById(decoded(hash)) || document.getElementById("summary");
  if (element.id === "main") { element.focus(); return; }
  const view = element.closest(".view") || views[0], list = lists.find((l) => l.view === view);
  show(view);
  for (const old of all(".at")) old.classList.remove("at");
  if (element === view) {
    if (list && cut >= 0) choose(list, location.hash.slice(cut + 1));
    if (!first || hash) one("h2", view).focus({ preventScroll: true });
    requestAnimationFrame(() => window.scrollTo(0, 0));
    return;
  }
  if (list) reveal(list, element);
  // Not its summary: the key that followed the link would close it again.
  if (element.tagName === "DETAILS") element.open = true; else element.classList.add("at");
  element.tabIndex = -1;
  element.scrollIntoView({ block: "start" });
  element.focus({ preventScroll: true });
}

one("form.search").hidden = false;
for (const list of lists) {
  list.form.hidden = false;
  list.form.addEventListener("input", () => apply(list, words()));
  list.form.addEventListener("reset", () => setTimeout(() => apply(list, words())));
  list.form.addEventListener("submit", (event) => event.preventDefault());
}
let waiting;
search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(applyAll, 120); });
one("form.search").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  applyAll();
  const current = lists.find((l) => l.view.classList.contains("on") && l.shown), best = current || lists.find((l) => l.shown);
  if (best && best !== current) location.hash = "#" + best.name;
});
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.focus(); search.select(); }
  if (event.key === "Escape" && event.target === search && search.value) { search.value = ""; applyAll(); }
});
// The address may name the same thing again.
document.addEventListener("click", (event) => {
  const a = event.target.closest("a");
  if (a && a.hash && a.hash === location.hash) route();
});
window.addEventListener("hashchange", () => route());
let closed = [];
window.addEventListener("beforeprint", () => { closed = all("#requirements details:not([open])"); for (const d of closed) d.open = true; });
window.addEventListener("afterprint", () => { for (const d of closed) d.open = false; closed = []; });
applyAll();
route(true);
})();
