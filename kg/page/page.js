"use strict";
// Data, small DOM makers, state in the address, views, theme, keyboard. Words of reports reach the
// page as text nodes only: nothing here makes markup out of strings.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const KG = read("kg-data");
const byId = (id) => document.getElementById(id);
const READY = [];
const LISTENERS = [];

KG.nodes.forEach((node, id) => {
  node.id = id;
  node.edges = [];
});
KG.edges = KG.edges.map(([from, to, label, evidence], id) => {
  const edge = { id, from, to, label, evidence: evidence.map(toEvidence) };
  const statuses = new Set(edge.evidence.map((e) => e.status));
  edge.manner =
    !edge.evidence.length || statuses.has("done") || statuses.has("ongoing") || statuses.has("award")
      ? "done"
      : statuses.has("planned")
        ? "planned"
        : "problem";
  KG.nodes[from].edges.push(edge);
  KG.nodes[to].edges.push(edge);
  return edge;
});
KG.byKey = new Map(KG.nodes.map((node) => [node.key, node]));
KG.issuers = new Set(KG.issuers);

function toEvidence([sentence, quote, document, start, end, part, status, func]) {
  return {
    sentence: KG.sentences[sentence],
    quote,
    document: KG.documents[document],
    start,
    end,
    part,
    status,
    func,
  };
}

function make(tag, props = {}, ...children) {
  const { dataset, aria, ...rest } = props;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, dataset || {});
  for (const [name, value] of Object.entries(aria || {})) element.setAttribute(`aria-${name}`, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// ---- state: #view/part/part, so that a colleague can be sent this very thing

const views = () => [...document.querySelectorAll(".tabs [role=tab]")];

function go(view, ...parts) {
  const hash = "#" + [view, ...parts].map(encodeURIComponent).join("/");
  if (location.hash === hash) arrive();
  else location.hash = hash;
}

function place() {
  const parts = location.hash
    .slice(1)
    .split("/")
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return "";
      }
    });
  const known = views().some((tab) => tab.dataset.view === parts[0]);
  return known ? parts : [views()[0].dataset.view];
}

function arrive() {
  const [view, ...parts] = place();
  for (const tab of views()) {
    const here = tab.dataset.view === view;
    tab.setAttribute("aria-selected", String(here));
    tab.tabIndex = here ? 0 : -1;
    byId(tab.dataset.view).hidden = !here;
  }
  for (const listen of LISTENERS) listen(view, parts);
}

document.querySelector(".tabs").addEventListener("click", (event) => {
  const tab = event.target.closest("[role=tab]");
  if (tab) go(tab.dataset.view);
});
window.addEventListener("hashchange", arrive);

// ---- theme

const theme = () => document.documentElement.dataset.theme;
function setTheme(name) {
  document.documentElement.dataset.theme = name;
  document.dispatchEvent(new Event("theme"));
}
function keepTheme(name) {
  try {
    localStorage.setItem("fazhi-kg-theme", name);
  } catch {
    /* a file may not be allowed to keep anything */
  }
}
function keptTheme() {
  try {
    return localStorage.getItem("fazhi-kg-theme");
  } catch {
    return null;
  }
}
document.documentElement.dataset.theme =
  keptTheme() || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
byId("theme").addEventListener("click", () => {
  const next = theme() === "dark" ? "light" : "dark";
  keepTheme(next);
  setTheme(next);
});
byId("help").addEventListener("click", () => byId("about").showModal());

// ---- keyboard

const KEYS = {
  "/": () => {
    if (place()[0] !== "graph") go("graph");
    byId("search").focus();
    byId("search").select();
  },
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("about").open) return;
  const typing = event.target.matches("input[type=search], select, textarea");
  if (typing && event.key !== "Escape") return;
  const tab = /^[1-9]$/.test(event.key) ? views()[event.key - 1] : null;
  if (event.target.matches("[role=tab]") && /^Arrow(Left|Right)$/.test(event.key)) {
    const at = views().indexOf(event.target) + (event.key === "ArrowRight" ? 1 : -1);
    const next = views().at(at % views().length);
    next.focus();
    go(next.dataset.view);
  } else if (tab) {
    go(tab.dataset.view);
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key](event);
  }
});

window.addEventListener("DOMContentLoaded", () => {
  for (const start of READY) start();
  arrive();
  document.documentElement.dataset.ready = "yes";
});
