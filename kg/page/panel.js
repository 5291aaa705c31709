"use strict";
// The panel: facts and quotes of a node or an edge, as text that can be read aloud.

const Panel = {
  /** Tell of a node, an edge or a path; ``more`` are elements after that. */
  show(thing, more = []) {
    const box = byId("panel");
    if (!box.hidden) box.scrollTop = 0; // after it has changed, the browser would set all of it at once
    box.hidden = !thing && !more.length;
    if (box.hidden) {
      box.replaceChildren();
      return;
    }
    const close = make("button", {
      className: "close",
      type: "button",
      textContent: "✕",
      title: "关闭（Esc）",
      onclick: () => KEYS.Escape(),
    });
    const tell = !thing ? () => [] : thing.path ? ofPath : "from" in thing ? ofEdge : ofNode;
    box.replaceChildren(close, ...tell(thing).filter(Boolean), ...more);
  },
};

function badge(node) {
  const look = KG.looks[node.type];
  return make(
    "span",
    { className: `badge t-${node.type}` },
    make("span", { textContent: look.sign, ariaHidden: "true" }),
    look.label,
  );
}

function nodeLink(node) {
  return make(
    "button",
    {
      type: "button",
      className: `link t-${node.type}`,
      onclick: (event) => {
        event.preventDefault();
        choose(node);
      },
    },
    make("bdi", { textContent: node.label }),
  );
}

function heading(words, count) {
  return make("h3", {}, make("span", { textContent: words }), make("span", { textContent: count }));
}

function facts(node) {
  const rows = Object.entries(node.facts).filter(([, values]) => values.length);
  if (!rows.length) return null;
  return make(
    "dl",
    { className: "facts" },
    ...rows.flatMap(([name, values]) => [
      make("dt", { textContent: name }),
      make("dd", {}, make("bdi", { textContent: values.join("；") })),
    ]),
  );
}

/** Ask for the other end of a path. */
function startPath(node) {
  Graph.start = node;
  byId("panel").querySelector(".asking")?.remove();
  const asking = make("p", { className: "asking", role: "status" });
  asking.append("找从 ", make("bdi", { textContent: node.label }), " 出发的路径：请点另一个节点，或按 / 查找。Esc 取消");
  byId("panel").querySelector(".acts")?.after(asking);
}

function acts(node) {
  const here = Graph.scene.centre === node;
  return make(
    "p",
    { className: "acts" },
    make("button", {
      type: "button",
      title: "F",
      textContent: here ? "回到全图" : "只看相邻",
      onclick: () => go("graph", ...(here ? [] : ["~near"]), node.key),
    }),
    make("button", { type: "button", title: "P", textContent: "找路径…", onclick: () => startPath(node) }),
  );
}

function ofPath({ path, start, end }) {
  return [
    make("h2", {}, "从 ", nodeLink(start), " 到 ", nodeLink(end)),
    make("p", {
      className: "shown",
      textContent: path.length ? `最短路径，${path.length} 步，每步附原文依据。` : "两者之间没有路径。",
    }),
    ...path.flatMap((edge) => ofEdge(edge).slice(1)),
  ];
}

function ofBundle(edge, to) {
  if (!KG.groups.has(edge.from))
    return edge.members.flatMap((each) => [
      heading(each.label, `${each.told.length} 处`),
      ...each.evidence.map((evidence) => quotation(evidence, to.type)),
    ]);
  const issuers = new Set(edge.members.map((each) => each.from));
  return [
    heading("各地原文", `${issuers.size} 地 ${edge.told.length} 处`),
    ...edge.members.map((each) => fact(each, KG.nodes[each.to], edge.members.length <= 6)),
  ];
}

function ofEdge(edge) {
  const from = KG.nodes[edge.from],
    to = KG.nodes[edge.to];
  return [
    badge(to),
    make(
      "p",
      { className: "triple" },
      nodeLink(from),
      make("span", { className: "verb", textContent: edge.label }),
      nodeLink(to),
    ),
    facts(to),
    ...(edge.members?.length ? ofBundle(edge, to) : ofQuotes(edge, to)),
  ];
}

function ofQuotes(edge, to) {
  return [
    edge.told.length
      ? heading("原文依据", `${edge.told.length} 处`)
      : make("p", { className: "shown", textContent: "这条关系来自行政区划或词表，不出自报告。" }),
    ...edge.evidence.map((evidence) => quotation(evidence, to.type)),
  ];
}

function ofNode(node) {
  const issuer = KG.issuers.has(node.id);
  const own = instances(node);
  const told = [node, ...own].flatMap((each) => each.edges.filter((edge) => edge.told.length));
  const bare = own.length ? [] : node.edges.filter((edge) => !edge.told.length);
  const head = [badge(node), make("h2", {}, make("bdi", { textContent: node.label })), acts(node), facts(node)];
  const members = KG.groups.get(node.id);
  if (members) {
    head.push(heading("所含报告单位", `${members.length}`));
    head.push(make("p", { className: "members" }, ...members.map((id) => nodeLink(KG.nodes[id]))));
  }
  const groups = new Map();
  for (const edge of told) {
    groups.set(edge.label, [...(groups.get(edge.label) || []), edge]);
  }
  for (const [name, edges] of groups) {
    const places = new Set(edges.map((edge) => edge.from)).size;
    head.push(heading(issuer || places < 2 ? name : `${places} 地${name}`, `${edges.length}`));
    const open = told.length <= 6;
    edges.sort((a, b) => a.to - b.to || a.from - b.from || a.id - b.id);
    for (const edge of edges) head.push(fact(edge, node, open));
  }
  if (!told.length && !bare.length)
    head.push(make("p", { className: "shown", textContent: "没有与它相连的事实。" }));
  if (bare.length) {
    head.push(heading("所属与相关", ""));
    for (const edge of bare) {
      const ends =
        edge.from === node.id
          ? [`${edge.label} `, nodeLink(KG.nodes[edge.to])]
          : [nodeLink(KG.nodes[edge.from]), ` ${edge.label}`];
      head.push(make("p", {}, ...ends));
    }
  }
  return head;
}

/** 司法所 is a kind; what is said of it is said of 阿索乡司法所 and its like. */
function instances(node) {
  if (node.type !== "InstitutionType") return [];
  return node.edges
    .filter((edge) => edge.to === node.id && !edge.told.length)
    .map((edge) => KG.nodes[edge.from]);
}
