"use strict";
// Coverage: who mentions what, and what is usually mentioned and nobody does. Where the issuers are
// many, their places stand side by side, and a place opens into its issuers.

const SIGN = { done: "●", planned: "○", problem: "△" };

function coverChoices() {
  const types = Object.keys(KG.looks).filter((type) =>
    KG.nodes.some((node) => node.type === type && covered(node).size),
  );
  byId("cover-type").replaceChildren(
    make("option", { value: "", textContent: "全部类型" }),
    ...types.map((type) => make("option", { value: type, textContent: KG.looks[type].label })),
  );
  columnChoices(
    byId("cover-columns"),
    [...KG.issuers],
    make("option", { value: "", textContent: `按地区汇总（${KG.groups.size} 个）` }),
  );
  silences();
  cover();
}

const coverage = new Map();
/** The issuers that mention a node, each with the edge that says so; through its own body for a type. */
function covered(node) {
  if (coverage.has(node.id)) return coverage.get(node.id);
  const found = new Map();
  coverage.set(node.id, found);
  const body =
    node.type === "Institution" && node.edges.some((edge) => KG.nodes[edge.to].type === "InstitutionType");
  if (KG.issuers.has(node.id) || KG.off.includes(node.type) || body) return found;
  for (const edge of [node, ...instances(node)].flatMap((each) => each.edges)) {
    if (!edge.told.length || !KG.issuers.has(edge.from)) continue;
    const before = found.get(edge.from);
    if (!before || (before.manner !== "done" && edge.manner === "done")) found.set(edge.from, edge);
  }
  return found;
}

// ---- what reports of a level usually mention

const levelOf = (issuer) => issuer.type;
function expectations() {
  const issuers = [...KG.issuers].map((id) => KG.nodes[id]);
  return KG.expected
    .map(([label, type, id, levels, instead]) => ({
      label,
      instead: instead.map(([other]) => other),
      node: id >= 0 ? KG.nodes[id] : null,
      type: KG.looks[type] ? type : id >= 0 ? KG.nodes[id].type : "",
      of: issuers.filter((issuer) => levels.includes(levelOf(issuer))),
      ways: [id, ...instead.map(([, other]) => other)].filter((n) => n >= 0).map((n) => KG.nodes[n]),
    }))
    .map((each) => ({ ...each, found: coveredBy(each.ways) }))
    .filter((each) => each.of.length && each.type);
}

/** The issuers that mention one of several things that will do alike. */
const coveredBy = (ways) => new Map([...ways].reverse().flatMap((node) => [...covered(node)]));

/** Name what is usually mentioned and no report does. */
function silences() {
  const nobody = expectations().filter((each) => !each.found.size);
  byId("silent").hidden = !nobody.length;
  byId("silent-list").replaceChildren(
    ...nobody.map((each) =>
      make(
        "li",
        { className: `t-${each.type}` },
        make("span", { className: "sign", textContent: KG.looks[each.type].sign, ariaHidden: "true" }),
        make("bdi", { textContent: [each.label, ...each.instead].join(" 或 ") }),
      ),
    ),
  );
}

// ---- the table

function cover() {
  const type = byId("cover-type").value;
  const range = byId("cover-range").value;
  const wanted = chosenIssuers(byId("cover-columns"));
  const byPlace = KG.groups.size && !wanted;
  const columns = byPlace
    ? [...KG.groups].map(([group, members]) => ({ node: KG.nodes[group], members }))
    : [...KG.issuers]
        .filter((id) => !wanted || wanted.has(id))
        .map((id) => ({ node: KG.nodes[id], members: null }));
  const total = KG.issuers.size;
  const rows =
    range === "usual"
      ? expectations().map((each) => ({ ...each, of: new Set(each.of.map((issuer) => issuer.id)) }))
      : KG.nodes
          .map((node) => ({ node, label: node.label, type: node.type, ways: [node], found: covered(node) }))
          .filter(({ found }) =>
            range === "gap" ? found.size < total && found.size > 1 : found.size >= Number(range),
          );
  const kept = rows
    .filter((row) => (range === "usual" || row.found.size) && (!type || row.type === type))
    .sort((a, b) => b.found.size - a.found.size || (a.node?.id ?? 1e9) - (b.node?.id ?? 1e9));
  const most = 300;
  const head = make(
    "tr",
    {},
    make("th", { scope: "col", textContent: "事项" }),
    ...columns.map(({ node, members }) =>
      make(
        "th",
        { scope: "col" },
        make("bdi", { textContent: node.label }),
        members ? make("small", { textContent: `${members.length} 份` }) : null,
      ),
    ),
    make("th", { scope: "col", className: "sum", textContent: "写到" }),
  );
  const bodies = Object.entries(KG.looks).map(([name, look]) => {
    const here = kept.slice(0, most).filter((row) => row.type === name);
    if (!here.length) return null;
    return make(
      "tbody",
      { className: `t-${name}` },
      make(
        "tr",
        { className: "group" },
        make(
          "th",
          { colSpan: columns.length + 2, scope: "rowgroup" },
          make("span", { className: "sign", textContent: look.sign, ariaHidden: "true" }),
          ` ${look.label}　${here.length}`,
        ),
      ),
      ...here.map((row) => coverRow(row, columns)),
    );
  });
  byId("cover-table").replaceChildren(make("thead", {}, head), ...bodies.filter(Boolean));
  const note = !kept.length
    ? "没有符合条件的事项"
    : kept.length > most
      ? `只列写到最多的 ${most} 项，共 ${kept.length} 项`
      : "";
  if (note) byId("cover-table").append(make("caption", { textContent: note }));
}

function coverRow({ node, label, of, found, ways, instead }, columns) {
  const name = make("bdi", { textContent: label });
  return make(
    "tr",
    {},
    make(
      "th",
      { scope: "row" },
      node
        ? make("button", { type: "button", className: "link", onclick: () => go("graph", node.key) }, name)
        : name,
      instead?.length ? make("small", { textContent: `或 ${instead.join("、")}` }) : null,
    ),
    ...columns.map((column) =>
      column.members ? coverPlace(ways, found, column) : coverCell(found.get(column.node.id), column, of),
    ),
    make("td", { className: "sum", textContent: `${found.size} / ${of ? of.size : KG.issuers.size}` }),
  );
}

function coverCell(edge, { node: issuer }, of) {
  if (edge)
    return make(
      "td",
      {},
      make("button", {
        type: "button",
        className: `dot ${edge.manner}`,
        title: `${issuer.label} ${edge.label} ${KG.nodes[edge.to].label}，${edge.told.length} 处`,
        ariaLabel: `${{ done: "有", planned: "计划", problem: "问题" }[edge.manner]}，看原句`,
        textContent: SIGN[edge.manner],
        onclick: () => choose(edge),
      }),
    );
  const words = of && !of.has(issuer.id) ? "不在此列" : "未提及";
  return make(
    "td",
    { className: "none", title: `${issuer.label}：${words}` },
    make("span", { className: "unseen", textContent: words }),
  );
}

/** How many of a place's issuers mention a thing, and the way to their words. */
function coverPlace(ways, found, column) {
  const count = column.members.filter((id) => found.has(id)).length;
  if (!count)
    return make("td", { className: "none" }, make("span", { className: "unseen", textContent: "未提及" }));
  const said = ways.find((node) => column.members.some((id) => covered(node).has(id)));
  return make(
    "td",
    {},
    make("button", {
      type: "button",
      className: "link",
      title: `${column.node.label}：${column.members.length} 份中 ${count} 份写到，看原句`,
      textContent: String(count),
      onclick: () => go("graph", column.node.key, said.key, "~"),
    }),
  );
}

for (const id of ["cover-type", "cover-range", "cover-columns"]) byId(id).addEventListener("change", cover);

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
