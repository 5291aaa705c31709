"use strict";
// Comparison: the figures of the reports side by side, as they are written; and tables as CSV. Each
// view is filled when it is first seen.

const filled = new Set();
LISTENERS.push((view, parts) => {
  if (view !== "graph" && view !== "read") Panel.show(null);
  if (!filled.has(view)) {
    filled.add(view);
    if (view === "compare") {
      columnChoices(byId("compare-columns"), KG.compared.columns.map((column) => column.issuer));
      compare();
    }
    if (view === "cover") coverChoices();
    if (view === "check") check();
  }
  if (view === "read") openText(parts);
});

// ---- which issuers stand side by side, where they are too many for one table

const MOST_COLUMNS = 40;
const PARTS = new Map();

/** Offer the places as choices, a large one in parts; ``first`` is an option before them. */
function columnChoices(select, issuers, first) {
  select.hidden = !KG.groups.size;
  if (!KG.groups.size) return;
  const has = new Set(issuers);
  const options = [...KG.groups]
    .map(([group, members]) => [group, members.filter((id) => has.has(id))])
    .sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
    .flatMap(([group, members]) => partsOf(KG.nodes[group], members));
  select.replaceChildren(...(first ? [first] : []), ...options);
}

function partsOf(group, members) {
  const options = [];
  for (let from = 0; from < members.length; from += MOST_COLUMNS) {
    const part = members.slice(from, from + MOST_COLUMNS);
    const which = members.length > MOST_COLUMNS ? `第 ${from + 1}—${from + part.length} 份，共 ` : "";
    const value = `${group.id}/${from}`;
    PARTS.set(value, new Set(part));
    options.push(make("option", { value, textContent: `${group.label}（${which}${members.length} 份）` }));
  }
  return options;
}

const chosenIssuers = (select) => PARTS.get(select.value) || null;

// ---- comparison

function compare() {
  const { columns, rows } = KG.compared;
  const wanted = chosenIssuers(byId("compare-columns"));
  const shown = columns
    .map((column, at) => ({ ...column, at }))
    .filter((column) => !wanted || wanted.has(column.issuer));
  const all = byId("compare-all").checked;
  const cellsOf = new Map(rows.map((row) => [row, new Map(row[3])]));
  const said = rows.filter((row) => all || shown.some((column) => cellsOf.get(row).has(column.at)));
  const head = make(
    "tr",
    {},
    make("th", { scope: "col", textContent: "指标" }),
    ...shown.map((column) =>
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
        make("th", { colSpan: shown.length + 2, scope: "rowgroup", textContent: `${name}　${here.length}` }),
      ),
      ...here.map((row) => compareRow(row, shown, cellsOf.get(row))),
    );
  });
  byId("compare-table").replaceChildren(make("thead", {}, head), ...bodies.filter(Boolean));
}

function compareRow([label, , differ], shown, cells) {
  return make(
    "tr",
    {},
    make(
      "th",
      { scope: "row" },
      make("bdi", { textContent: label }),
      differ ? make("small", { className: "warn", textContent: "单位不同，不可直接比" }) : null,
    ),
    ...shown.map((column) =>
      cells.has(column.at)
        ? make("td", {}, ...cells.get(column.at).map((figure) => figureLink(figure, column)))
        : make("td", { className: "none", textContent: "未提及" }),
    ),
    make("td", { className: "sum", textContent: `${cells.size} / ${KG.compared.columns.length}` }),
  );
}

function figureLink([text, counted, start, end, status], column) {
  if (!column.document) return make("b", { textContent: text });
  return make(
    "button",
    {
      type: "button",
      className: `figure ${status}`,
      title: "看原句",
      onclick: () => go("read", column.document, `${start}-${end}`),
    },
    make("b", { textContent: text }),
    status === "planned" || status === "problem"
      ? make("span", { className: `chip ${status}`, textContent: KG.words.statuses[status] })
      : null,
    counted ? make("small", {}, make("bdi", { textContent: counted })) : null,
  );
}

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
if ("compared" in KG) {
  byId("compare-all").addEventListener("change", compare);
  byId("compare-columns").addEventListener("change", compare);
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
