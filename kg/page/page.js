"use strict";
// Data, small DOM makers, state in the address, views, theme, keyboard. Words of reports reach the
// page as text nodes only: nothing here makes markup out of strings.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const KG = read("kg-data");
for (const part of document.querySelectorAll("script[data-later]")) {
  const name = part.dataset.later;
  const get = () => {
    const value = JSON.parse(part.textContent);
    Object.defineProperty(KG, name, { value });
    return value;
  };
  Object.defineProperty(KG, name, { get, configurable: true });
}
const byId = (id) => document.getElementById(id);
const LISTENERS = [];

class Node {
  constructor([key, label, type, shared, facts], id) {
    Object.assign(this, { id, key, label, type: KG.types[type], shared, has: facts, edges: [] });
  }
  /** What is known of it: a property's name -> values. */
  get facts() {
    return Object.fromEntries(this.has.map((fact) => KG.facts[fact]));
  }
}

class Edge {
  constructor([from, to, label, told], id) {
    Object.assign(this, { id, from, to, label: KG.labels[label], told });
  }
  /** Pieces of evidence, made when they are first asked for. */
  get evidence() {
    return (this.quotes ??= this.told.map(toEvidence));
  }
  /** Whether it is done, only planned, or only named as a problem. */
  get manner() {
    const said = new Set(this.told.map((e) => KG.codes[e[6]]));
    if (!said.size || said.has("done") || said.has("ongoing") || said.has("award")) return "done";
    return said.has("planned") ? "planned" : "problem";
  }
}

/** What the issuers of one place say of one thing, as if it were one edge. */
class Bundle {
  constructor(from, to, members, id) {
    const label = [...new Set(members.map((edge) => edge.label))].join("、");
    Object.assign(this, { id, from, to, label, members, told: members.flatMap((edge) => edge.told) });
  }
  get evidence() {
    return this.members.flatMap((edge) => edge.evidence);
  }
  get manner() {
    const manners = this.members.map((edge) => edge.manner);
    return ["done", "planned", "problem"].find((manner) => manners.includes(manner));
  }
}

KG.nodes = KG.nodes.map((packed, id) => new Node(packed, id));
KG.edges = KG.edges.map((packed, id) => {
  const edge = new Edge(packed, id);
  KG.nodes[edge.from].edges.push(edge);
  KG.nodes[edge.to].edges.push(edge);
  return edge;
});
KG.byKey = new Map(KG.nodes.map((node) => [node.key, node]));
KG.issuers = new Set(KG.issuers);
KG.groups = new Map(KG.groups);

/** A sentence as what stands before, within and after a quote: places are counted in code points. */
function around(sentence, at, length) {
  const points = /[\ud800-\udfff]/.test(sentence) ? [...sentence] : null;
  if (!points) return [sentence.slice(0, at), sentence.slice(at, at + length), sentence.slice(at + length)];
  return [points.slice(0, at), points.slice(at, at + length), points.slice(at + length)].map((p) => p.join(""));
}

function toEvidence([sentence, at, document, start, end, part, status, func]) {
  return {
    sentence: KG.sentences[sentence],
    at,
    document: KG.documents[document],
    start,
    end,
    part: KG.codes[part],
    status: KG.codes[status],
    func: KG.codes[func],
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

let arrived = null;

/** Go to a place and show it before returning; the browser's own notice of it comes later. */
function go(view, ...parts) {
  location.hash = "#" + [view, ...parts].map(encodeURIComponent).join("/");
  arrive();
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
  arrived = location.hash;
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
window.addEventListener("hashchange", () => {
  if (location.hash !== arrived) arrive();
});

// ---- theme

let shade;
const theme = () => shade;
function setTheme(name) {
  document.documentElement.dataset.theme = shade = name;
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
setTheme(keptTheme() || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
byId("theme").addEventListener("click", () => {
  const next = theme() === "dark" ? "light" : "dark";
  keepTheme(next);
  setTheme(next);
});
byId("help").addEventListener("click", () => byId("about").showModal());
byId("about").addEventListener("close", () => byId("help").focus());

// ---- keyboard

const KEYS = {
  "?": () => byId("about").showModal(),
  "？": () => byId("about").showModal(),
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
  const tab = views().find((each) => each.dataset.key === event.key);
  if (event.target.matches("[role=tab]") && /^Arrow(Left|Right)$/.test(event.key)) {
    const at = views().indexOf(event.target) + (event.key === "ArrowRight" ? 1 : -1);
    const next = views().at(at % views().length);
    next.focus();
    go(next.dataset.view);
  } else if (tab) {
    go(tab.dataset.view);
    tab.focus();
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key](event);
  }
});
