"use strict";
// Comparison and coverage, as tables and as CSV. Each view is filled when it is first seen.

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

// ---- comparison

function compare() {
  const { columns, rows } = KG.compared;
  const all = byId("compare-all").checked;
  const said = rows.filter((row) => all || row[3].some((figures) => figures.length));
  const head = make(
    "tr",
    {},
    make("th", { scope: "col", textContent: "指标" }),
    ...columns.map((column) =>
      make(
        "th",
        { scope: "col" },
        make("bdi", { textContent: column.label }),
        make("small", { textContent: column.year }),
      ),
    ),
    make("th", { scope: "col", className: "sum", textContent: "写到" }),
  );
  const bodies = [
    [true, "标准指标"],
    [false, "其他数字（各报告自己的说法）"],
  ].map(([standard, name]) => {
    const here = said.filter((row) => row[1] === standard);
    if (!here.length) return null;
    return make(
      "tbody",
      {},
      make(
        "tr",
        { className: "group" },
        make("th", {
          colSpan: columns.length + 2,
          scope: "rowgroup",
          textContent: `${name}　${here.length}`,
        }),
      ),
      ...here.map(([label, , differ, cells]) =>
        make(
          "tr",
          {},
          make(
            "th",
            { scope: "row" },
            make("bdi", { textContent: label }),
            differ ? make("small", { className: "warn", textContent: "单位不同，不可直接比" }) : null,
          ),
          ...cells.map((figures, i) =>
            figures.length
              ? make("td", {}, ...figures.map((figure) => figureLink(figure, columns[i])))
              : make("td", { className: "none", textContent: "未提及" }),
          ),
          make("td", {
            className: "sum",
            textContent: `${cells.filter((figures) => figures.length).length} / ${columns.length}`,
          }),
        ),
      ),
    );
  });
  byId("compare-table").replaceChildren(make("thead", {}, head), ...bodies.filter(Boolean));
}

function figureLink([text, counted, start, end, status], column) {
  return make(
    "button",
    {
      type: "button",
      className: `figure ${status}`,
      title: `${counted}：看原句`,
      onclick: () => go("read", column.document, `${start}-${end}`),
    },
    make("b", { textContent: text }),
    status === "planned" || status === "problem"
      ? make("span", { className: `chip ${status}`, textContent: KG.words.statuses[status] })
      : null,
    counted ? make("small", {}, make("bdi", { textContent: counted })) : null,
  );
}

// ---- coverage

const SIGN = { done: "●", planned: "○", problem: "△" };

function coverChoices() {
  const types = Object.keys(KG.looks).filter((type) =>
    KG.nodes.some((node) => node.type === type && covered(node).size),
  );
  byId("cover-type").replaceChildren(
    make("option", { value: "", textContent: "全部类型" }),
    ...types.map((type) => make("option", { value: type, textContent: KG.looks[type].label })),
  );
  cover();
}

/** The issuers that mention a node, each with the edge that says so; through its own body for a type. */
function covered(node) {
  const found = new Map();
  if (
    KG.issuers.has(node.id) ||
    KG.off.includes(node.type) ||
    (node.type === "Institution" && node.edges.some((edge) => KG.nodes[edge.to].type === "InstitutionType"))
  )
    return found;
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
  const rows = KG.nodes
    .map((node) => [node, covered(node)])
    .filter(
      ([node, found]) =>
        found.size &&
        (!type || node.type === type) &&
        (range === "gap" ? found.size < issuers.length && found.size > 1 : found.size >= Number(range)),
    );
  const head = make(
    "tr",
    {},
    make("th", { scope: "col", textContent: "事项" }),
    ...issuers.map((issuer) => make("th", { scope: "col" }, make("bdi", { textContent: issuer.label }))),
    make("th", { scope: "col", className: "sum", textContent: "写到" }),
  );
  const bodies = Object.entries(KG.looks).map(([name, look]) => {
    const here = rows
      .filter(([node]) => node.type === name)
      .sort((a, b) => b[1].size - a[1].size || a[0].id - b[0].id);
    if (!here.length) return null;
    return make(
      "tbody",
      { className: `t-${name}` },
      make(
        "tr",
        { className: "group" },
        make(
          "th",
          { colSpan: issuers.length + 2, scope: "rowgroup" },
          make("span", { className: "sign", textContent: look.sign }),
          ` ${look.label}　${here.length}`,
        ),
      ),
      ...here.map(([node, found]) =>
        make(
          "tr",
          {},
          make(
            "th",
            { scope: "row" },
            make(
              "button",
              { type: "button", className: "link", onclick: () => go("graph", node.key) },
              make("bdi", { textContent: node.label }),
            ),
          ),
          ...issuers.map((issuer) => {
            const edge = found.get(issuer.id);
            if (!edge)
              return make(
                "td",
                { className: "none", title: `${issuer.label}：未提及` },
                make("span", { className: "unseen", textContent: "未提及" }),
              );
            return make(
              "td",
              {},
              make("button", {
                type: "button",
                className: `dot ${edge.manner}`,
                title: `${issuer.label} ${edge.label} ${node.label}，${edge.evidence.length} 处`,
                textContent: SIGN[edge.manner],
                onclick: () => choose(edge),
              }),
            );
          }),
          make("td", { className: "sum", textContent: `${found.size} / ${issuers.length}` }),
        ),
      ),
    );
  });
  byId("cover-table").replaceChildren(make("thead", {}, head), ...bodies.filter(Boolean));
  if (!rows.length) byId("cover-table").append(make("caption", { textContent: "没有符合条件的事项" }));
}

for (const id of ["cover-type", "cover-range"]) byId(id).addEventListener("change", cover);

/** A table as CSV for a spreadsheet: with a byte order mark, and no cell that it could run. */
function csv(table, read) {
  const rows = [...table.rows]
    .filter((row) => !row.classList.contains("group"))
    .map((row) => [...row.cells].map(read));
  const safe = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  return (
    "\ufeff" +
    rows.map((row) => row.map((text) => `"${safe(text).replaceAll('"', '""')}"`).join(",")).join("\r\n") +
    "\r\n"
  );
}
const keep = (text, name) => save(new Blob([text], { type: "text/csv;charset=utf-8" }), name);
byId("cover-save").addEventListener("click", () =>
  keep(
    csv(byId("cover-table"), (td) => {
      const dot = td.querySelector(".dot");
      return dot
        ? { done: "有", planned: "计划", problem: "问题" }[
            ["planned", "problem"].find((c) => dot.classList.contains(c)) || "done"
          ]
        : td.textContent;
    }),
    `${KG.title}-覆盖.csv`,
  ),
);
if (KG.compared) {
  byId("compare-all").addEventListener("change", compare);
  byId("compare-save").addEventListener("click", () =>
    keep(
      csv(byId("compare-table"), (td) => {
        const figures = [...td.querySelectorAll(".figure")];
        if (!figures.length) return td.querySelector("bdi")?.textContent ?? td.textContent;
        return figures
          .map(
            (f) =>
              f.querySelector("b").textContent +
              (f.querySelector(".chip") ? `（${f.querySelector(".chip").textContent}）` : ""),
          )
          .join("；");
      }),
      `${KG.title}-对比.csv`,
    ),
  );
}
