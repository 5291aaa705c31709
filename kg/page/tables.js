"use strict";
// The views beside the graph: comparison, coverage, reading, charts. Each is filled when first seen.

const filled = new Set();
LISTENERS.push((view, parts) => {
  const panelled = view === "graph" || view === "read";
  if (!panelled) Panel.show(null);
  if (!filled.has(view)) {
    filled.add(view);
    if (view === "compare") compare();
    if (view === "cover") coverChoices();
    if (view === "check") check();
  }
  if (view === "read") openText(parts);
});

const cell = (tag, props, ...children) => make(tag, props, ...children);

// ---- comparison

function compare() {
  const { columns, rows } = KG.compared;
  const all = byId("compare-all").checked;
  const said = rows.filter((row) => all || row[3].some((figures) => figures.length));
  const head = make("tr", {}, make("th", { scope: "col", textContent: "指标" }),
    ...columns.map((column) => make("th", { scope: "col" }, make("bdi", { textContent: column.label }), make("small", { textContent: column.year }))),
    make("th", { scope: "col", className: "sum", textContent: "写到" }));
  const bodies = [[true, "标准指标"], [false, "其他数字（各报告自己的说法）"]].map(([standard, name]) => {
    const here = said.filter((row) => row[1] === standard);
    if (!here.length) return null;
    return make("tbody", {}, make("tr", { className: "group" }, make("th", { colSpan: columns.length + 2, scope: "rowgroup", textContent: `${name}　${here.length}` })),
      ...here.map(([label, , differ, cells]) => make("tr", {},
        make("th", { scope: "row" }, make("bdi", { textContent: label }), differ ? make("small", { className: "warn", textContent: "单位不同，不可直接比" }) : null),
        ...cells.map((figures, i) => figures.length
          ? make("td", {}, ...figures.map((figure) => figureLink(figure, columns[i])))
          : make("td", { className: "none", textContent: "未提及" })),
        make("td", { className: "sum", textContent: `${cells.filter((figures) => figures.length).length} / ${columns.length}` }))));
  });
  byId("compare-table").replaceChildren(make("thead", {}, head), ...bodies.filter(Boolean));
}

function figureLink([text, counted, start, end, status], column) {
  return make("button", { type: "button", className: `figure ${status}`, title: `${counted}：看原句`, onclick: () => go("read", column.document, `${start}-${end}`) },
    make("b", { textContent: text }),
    status === "planned" || status === "problem" ? make("span", { className: `chip ${status}`, textContent: KG.words.statuses[status] }) : null,
    counted ? make("small", {}, make("bdi", { textContent: counted })) : null);
}

// ---- coverage

const SIGN = { done: "●", planned: "○", problem: "△" };

function coverChoices() {
  const types = Object.keys(KG.looks).filter((type) => KG.nodes.some((node) => node.type === type && covered(node).size));
  byId("cover-type").replaceChildren(make("option", { value: "", textContent: "全部类型" }),
    ...types.map((type) => make("option", { value: type, textContent: KG.looks[type].label })));
  cover();
}

/** The issuers that mention a node, each with the edge that says so; through its own body for a type. */
function covered(node) {
  const found = new Map();
  if (KG.issuers.has(node.id) || KG.off.includes(node.type) || (node.type === "Institution" && node.edges.some((edge) => KG.nodes[edge.to].type === "InstitutionType"))) return found;
  const edges = [node, ...instances(node)].flatMap((each) => each.edges);
  for (const edge of edges) {
    if (!edge.evidence.length || !KG.issuers.has(edge.from)) continue;
    const before = found.get(edge.from);
    if (!before || (before.manner !== "done" && edge.manner === "done")) found.set(edge.from, edge);
  }
  return found;
}

function cover() {
  const issuers = [...KG.issuers].map((id) => KG.nodes[id]);
  const type = byId("cover-type").value;
  const range = byId("cover-range").value;
  const rows = KG.nodes.map((node) => [node, covered(node)])
    .filter(([node, found]) => found.size && (!type || node.type === type)
      && (range === "gap" ? found.size < issuers.length && found.size > 1 : found.size >= Number(range)));
  const head = make("tr", {}, make("th", { scope: "col", textContent: "事项" }),
    ...issuers.map((issuer) => make("th", { scope: "col" }, make("bdi", { textContent: issuer.label }))),
    make("th", { scope: "col", className: "sum", textContent: "写到" }));
  const bodies = Object.entries(KG.looks).map(([name, look]) => {
    const here = rows.filter(([node]) => node.type === name).sort((a, b) => b[1].size - a[1].size || a[0].id - b[0].id);
    if (!here.length) return null;
    return make("tbody", { className: `t-${name}` },
      make("tr", { className: "group" }, make("th", { colSpan: issuers.length + 2, scope: "rowgroup" },
        make("span", { className: "sign", textContent: look.sign }), ` ${look.label}　${here.length}`)),
      ...here.map(([node, found]) => make("tr", {},
        make("th", { scope: "row" }, make("button", { type: "button", className: "link", onclick: () => go("graph", node.key) }, make("bdi", { textContent: node.label }))),
        ...issuers.map((issuer) => {
          const edge = found.get(issuer.id);
          if (!edge) return make("td", { className: "none", title: `${issuer.label}：未提及` }, make("span", { className: "unseen", textContent: "未提及" }));
          return make("td", {}, make("button", { type: "button", className: `dot ${edge.manner}`, title: `${issuer.label} ${edge.label} ${node.label}，${edge.evidence.length} 处`, textContent: SIGN[edge.manner], onclick: () => choose(edge) }));
        }),
        make("td", { className: "sum", textContent: `${found.size} / ${issuers.length}` }))));
  });
  byId("cover-table").replaceChildren(make("thead", {}, head), ...bodies.filter(Boolean));
  if (!rows.length) byId("cover-table").append(make("caption", { textContent: "没有符合条件的事项" }));
}

for (const id of ["cover-type", "cover-range"]) byId(id).addEventListener("change", cover);

/** A table as CSV for a spreadsheet: with a byte order mark, and no cell that it could run. */
function csv(table, read) {
  const rows = [...table.rows].filter((row) => !row.classList.contains("group")).map((row) => [...row.cells].map(read));
  const safe = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  return "\ufeff" + rows.map((row) => row.map((text) => `"${safe(text).replaceAll('"', '""')}"`).join(",")).join("\r\n") + "\r\n";
}
const keep = (text, name) => save(new Blob([text], { type: "text/csv;charset=utf-8" }), name);
byId("cover-save").addEventListener("click", () => keep(csv(byId("cover-table"), (td) => {
  const dot = td.querySelector(".dot");
  return dot ? { done: "有", planned: "计划", problem: "问题" }[["planned", "problem"].find((c) => dot.classList.contains(c)) || "done"] : td.textContent;
}), `${KG.title}-覆盖.csv`));
if (KG.compared) {
  byId("compare-all").addEventListener("change", compare);
  byId("compare-save").addEventListener("click", () => keep(csv(byId("compare-table"), (td) => {
    const figures = [...td.querySelectorAll(".figure")];
    if (!figures.length) return td.querySelector("bdi")?.textContent ?? td.textContent;
    return figures.map((f) => f.querySelector("b").textContent + (f.querySelector(".chip") ? `（${f.querySelector(".chip").textContent}）` : "")).join("；");
  }), `${KG.title}-对比.csv`));
}

// ---- what to look at again

function check() {
  const reports = Map.groupBy ? Map.groupBy(KG.findings, (each) => each.document) : null;
  const groups = reports ? [...reports.values()] : [KG.findings];
  byId("check-list").replaceChildren(...groups.map((group) => make("section", { className: "doubts" },
    make("h3", {}, make("bdi", { textContent: group[0].label }), make("span", { textContent: `${group.length} 处` })),
    ...group.map((each) => make("div", { className: "doubt-card" },
      make("p", {}, make("span", { className: "chip doubt", textContent: each.what }),
        make("b", {}, make("bdi", { textContent: each.quote })),
        each.canonical ? make("span", { className: "verb", textContent: "是否为" }) : null,
        each.canonical ? make("bdi", { className: "proposal", textContent: each.canonical }) : null),
      make("small", { textContent: `${each.why}，请复核。` }),
      marked(each.sentence, each.quote),
      make("button", { type: "button", className: "link", textContent: "看原文", onclick: () => go("read", each.document, `${each.start}-${each.end}`) }))))));
}

// ---- reading

const Text = { open: null };

function openText([document_, at]) {
  const articles = [...document.querySelectorAll("#read article")];
  const chosen = articles.find((article) => article.dataset.document === document_) || articles[0];
  for (const article of articles) article.hidden = article !== chosen;
  const number = String(articles.indexOf(chosen));
  for (const report of document.querySelectorAll("#read .report")) report.open = report.dataset.report === number;
  for (const mark of document.querySelectorAll("#read mark.here")) mark.classList.remove("here");
  const marks = [...chosen.querySelectorAll("mark")];
  const here = marks.filter((mark) => mark.dataset.at === at);
  const thing = at ? edgeAt(chosen.dataset.document, at) || KG.byKey.get(here[0]?.dataset.key) : null;
  Panel.show(thing || null);
  byId("read").classList.toggle("with-panel", Boolean(thing));
  if (Text.open !== chosen) { Text.open = chosen; kinds(chosen); document.querySelector("#read .sheets").scrollTop = 0; }
  if (!at) return;
  for (const mark of here) mark.classList.add("here");
  const target = here[0] || marks.filter((mark) => parseInt(mark.dataset.at, 10) <= parseInt(at, 10)).at(-1);
  target?.scrollIntoView({ block: "center" });
}

/** Say which kinds are marked in a text, and let each be switched off. */
function kinds(article) {
  const marks = [...article.querySelectorAll("mark")];
  const rows = Object.entries(KG.looks).map(([type, look]) => [type, look, marks.filter((mark) => mark.classList.contains(`t-${type}`))]);
  byId("marked").replaceChildren(...rows.filter(([, , here]) => here.length).map(([type, look, here]) =>
    make("label", { className: `t-${type}` },
      make("input", { type: "checkbox", checked: !here[0].classList.contains("plain"), onchange: (event) => {
        for (const mark of here) mark.classList.toggle("plain", !event.target.checked);
      } }),
      make("span", { className: "sign", textContent: look.sign, ariaHidden: "true" }),
      make("span", { textContent: look.label }),
      make("output", { textContent: String(here.length) }))));
}

const edgeAt = (document_, at) => KG.edges.find((edge) =>
  edge.evidence.some((e) => e.document.id === document_ && `${e.start}-${e.end}` === at));

if (byId("read")) {
  byId("read").addEventListener("click", (event) => {
    const heading = event.target.closest("[data-to]");
    if (heading) { byId(heading.dataset.to).scrollIntoView({ block: "start" }); return; }
    const summary = event.target.closest(".report > summary");
    if (summary) {
      event.preventDefault();
      const article = byId(`text-${summary.parentElement.dataset.report}`);
      if (article.hidden) go("read", article.dataset.document); else summary.parentElement.open = !summary.parentElement.open;
      return;
    }
    const mark = event.target.closest("mark");
    if (mark) go("read", mark.closest("article").dataset.document, mark.dataset.at);
  });
}

// ---- charts

byId("charts")?.addEventListener("click", (event) => openBar(event.target.closest(".bar-row")));
byId("charts")?.addEventListener("keydown", (event) => { if (event.key === "Enter") openBar(event.target.closest(".bar-row")); });
function openBar(bar) { if (bar?.dataset.key) go("graph", bar.dataset.key); }
