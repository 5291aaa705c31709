"use strict";
// The drawing: vis-network over the places worked out in Python, its colours, and what is chosen.

const Graph = { hidden: new Set(KG.off), lone: new Set(KG.lone), sharedOnly: false, selected: null };

READY.push(() => {
  const font = getComputedStyle(document.body).fontFamily;
  const options = read("kg-options");
  Graph.nodes = new vis.DataSet(read("kg-nodes"));
  Graph.edges = new vis.DataSet(read("kg-edges"));
  for (const node of Graph.nodes.get()) KG.nodes[node.id].drawn = node.label;
  if (KG.nodes.filter((node) => !KG.off.includes(node.type)).length > 300) Graph.sharedOnly = true;
  byId("shared").checked = Graph.sharedOnly;
  Graph.alone = new Map(KG.alone.map(([id, x, y]) => [id, { x, y }]));
  Graph.whole = new Map(Graph.nodes.map(({ id, x, y }) => [id, { x, y }]));
  const view = {
    nodes: new vis.DataView(Graph.nodes, { filter: (node) => visible(KG.nodes[node.id]) }),
    edges: new vis.DataView(Graph.edges, { filter: (edge) => drawn(KG.edges[edge.id]) }),
  };
  Graph.view = view;
  parallel();
  settle();
  paint(font);
  Graph.net = new vis.Network(byId("canvas"), view, options);
  Graph.net.on("click", clicked);
  Graph.net.on("hoverNode", ({ node, event }) => hint(KG.nodes[node].label, event));
  Graph.net.on("hoverEdge", ({ edge, event }) => hint(sentenceOf(KG.edges[edge]), event));
  for (const leave of ["blurNode", "blurEdge", "dragStart", "zoom"]) Graph.net.on(leave, () => hint(""));
  Graph.net.on("zoom", enlarge);
  Graph.net.on("animationFinished", enlarge);
  fit(false);
  legend();
  document.addEventListener("theme", () => paint(font));
});

/** Put every node where it stands in the whole, or in what is shared alone. */
function settle() {
  const places = Graph.sharedOnly ? Graph.alone : Graph.whole;
  Graph.nodes.update(KG.nodes.map(({ id }) => ({ id, ...(places.get(id) || Graph.whole.get(id)) })));
}

/** Keep the issuers' names readable from afar. */
function enlarge() {
  const size = Math.round(Math.min(90, Math.max(21, 12.5 / Graph.net.getScale())));
  if (Math.abs(size - (Graph.hubFont || 21)) < 2) return;
  Graph.hubFont = size;
  paint();
}

const visible = (node) =>
  !Graph.hidden.has(node.type) &&
  !Graph.lone.has(node.id) &&
  (!Graph.sharedOnly || KG.issuers.has(node.id) || node.shared > 1 || leadsToShared(node));
// 阿索乡司法所 is one town's own, and the way to 司法所, which several have
const leadsToShared = (node) =>
  node.type === "Institution" &&
  node.edges.some((edge) => !edge.evidence.length && edge.from === node.id && KG.nodes[edge.to].shared > 1);
const drawn = (edge) => visible(KG.nodes[edge.from]) && visible(KG.nodes[edge.to]);
const sentenceOf = (edge) =>
  `${KG.nodes[edge.from].label} ${edge.label} ${KG.nodes[edge.to].label}` +
  (edge.evidence.length ? `（${edge.evidence.length} 处）` : "");

/** Bend the second and third edge between the same two nodes apart. */
function parallel() {
  const seen = new Map();
  Graph.edges.update(
    KG.edges.map((edge) => {
      const pair = Math.min(edge.from, edge.to) + "-" + Math.max(edge.from, edge.to);
      const before = seen.get(pair) || 0;
      seen.set(pair, before + 1);
      return { id: edge.id, smooth: { enabled: true, type: "curvedCW", roundness: 0.06 + 0.13 * before } };
    }),
  );
}

// ---- colours: from the style sheet and the classes, for the theme and for what is in focus

function mix(colour, ground, share) {
  const part = (hex, i) => parseInt(hex.slice(i, i + 2), 16);
  return (
    "#" +
    [1, 3, 5]
      .map((i) =>
        Math.round(part(colour, i) * share + part(ground, i) * (1 - share))
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")
  );
}

function paint(font) {
  Graph.font = font || Graph.font;
  const dark = theme() === "dark";
  const ground = dark ? "#1c232d" : "#ffffff";
  const near = focus();
  const faint = Math.min(1, Math.max(0.2, Math.sqrt(350 / KG.edges.filter(drawn).length)));
  Graph.nodes.update(
    KG.nodes.map((node) => {
      const look = KG.looks[node.type];
      const colour = dark ? look.dark : look.light;
      const issuer = KG.issuers.has(node.id);
      const chosen = Graph.selected === node;
      const fill = issuer
        ? dark
          ? mix(colour, ground, 0.85)
          : colour
        : mix(colour, ground, dark ? 0.16 : 0.08);
      const off = near && !near.nodes.has(node.id);
      const ink = issuer ? (dark ? "#10151c" : "#ffffff") : mix(colour, dark ? "#ffffff" : "#000000", 0.86);
      const tone = { background: fill, border: issuer ? fill : mix(colour, ground, chosen ? 1 : 0.42) };
      return {
        id: node.id,
        label: issuer ? node.drawn : `${look.sign} ${node.drawn}`,
        color: { ...tone, highlight: tone, hover: { background: fill, border: colour } },
        borderWidth: chosen ? 2 : 1,
        borderWidthSelected: 2,
        opacity: off ? 0.2 : 1,
        margin: issuer
          ? { top: 4, bottom: 4, left: 13, right: 13 }
          : { top: 3, bottom: 3, left: 8, right: 9 },
        font: {
          size: issuer ? Graph.hubFont || 21 : 14,
          color: off ? ink + (issuer ? "b0" : "40") : ink,
          face: Graph.font,
        },
      };
    }),
  );
  Graph.edges.update(
    KG.edges.map((edge) => {
      const other = KG.issuers.has(edge.to) ? edge.from : edge.to;
      const look = KG.looks[KG.nodes[other].type];
      const colour = dark ? look.dark : look.light;
      const off = near && !near.edges.has(edge.id);
      return {
        id: edge.id,
        color: {
          color: colour,
          highlight: colour,
          hover: colour,
          opacity: off ? 0.05 : near ? 0.8 : faint * (dark ? 0.42 : 0.36),
        },
        width: Graph.selected === edge ? 3 : near && !off ? 1.6 : 1,
        dashes: edge.manner === "planned" ? [7, 5] : edge.manner === "problem" ? [2, 5] : false,
      };
    }),
  );
}

function focus() {
  const at = Graph.selected;
  if (!at) return null;
  if ("from" in at) return { nodes: new Set([at.from, at.to]), edges: new Set([at.id]) };
  const edges = [at, ...instances(at)].flatMap((node) => node.edges);
  return {
    nodes: new Set([at.id, ...edges.flatMap((edge) => [edge.from, edge.to])]),
    edges: new Set(edges.map((edge) => edge.id)),
  };
}

// ---- choosing

function clicked({ nodes, edges }) {
  hint("");
  if (nodes.length) choose(KG.nodes[nodes[0]]);
  else if (edges.length) choose(KG.edges[edges[0]]);
  else go("graph");
}

/** Open a node or an edge; its address says which. */
function choose(thing) {
  if (!("from" in thing)) return go("graph", thing.key);
  const alike = KG.nodes[thing.from].edges.filter((edge) => edge.from === thing.from && edge.to === thing.to);
  const parts = [KG.nodes[thing.from].key, KG.nodes[thing.to].key];
  return go("graph", ...parts, ...(alike.length > 1 ? [String(alike.indexOf(thing))] : []));
}

function thingAt([first, second, nth]) {
  const node = KG.byKey.get(first);
  if (!node || second === undefined) return node || null;
  const other = KG.byKey.get(second);
  const alike = other ? node.edges.filter((edge) => edge.from === node.id && edge.to === other.id) : [];
  return alike[Number(nth) || 0] || node;
}

LISTENERS.push((view, parts) => {
  if (view !== "graph") return;
  Graph.net.redraw();
  if (!Graph.fitted) fit(false);
  const thing = parts.length ? thingAt(parts) : null;
  if (thing === Graph.selected && (thing !== null) === !byId("panel").hidden) return;
  Graph.selected = thing;
  if (thing) reveal(thing);
  paint();
  if (!thing) Graph.net.unselectAll();
  else if ("from" in thing) Graph.net.setSelection({ nodes: [], edges: [thing.id] });
  else Graph.net.setSelection({ nodes: [thing.id], edges: [] }, { highlightEdges: false });
  Panel.show(thing);
  if (thing) bring(thing);
});

/** Switch on what hides a thing that was asked for. */
function reveal(thing) {
  const ends = "from" in thing ? [KG.nodes[thing.from], KG.nodes[thing.to]] : [thing];
  for (const node of ends) {
    Graph.hidden.delete(node.type);
    Graph.lone.delete(node.id);
    if (Graph.sharedOnly && !visible(node)) {
      Graph.sharedOnly = byId("shared").checked = false;
      settle();
    }
  }
  refresh();
}

/** Move so far that the thing and what it is joined to stand clear of the panel, and no further. */
function bring(thing) {
  const ids = [...focus().nodes].filter((id) => visible(KG.nodes[id]));
  const box = bounds(ids);
  const { clientWidth: width, clientHeight: height } = byId("canvas");
  const free = width - byId("panel").offsetWidth;
  const first = Graph.net.canvasToDOM({ x: box.left, y: box.top });
  const last = Graph.net.canvasToDOM({ x: box.right, y: box.bottom });
  const pad = 18;
  if (first.x > pad && first.y > pad && last.x < free - pad && last.y < height - pad) return;
  const fitting = Math.min(
    (free - 2 * pad) / (box.right - box.left),
    (height - 2 * pad) / (box.bottom - box.top),
  );
  const scale = Math.min(Math.max(Graph.net.getScale(), 0.75), Math.max(fitting, 0.55));
  const whole = fitting >= 0.55 || "from" in thing;
  const middle = whole
    ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
    : Graph.net.getPosition(thing.id);
  Graph.net.moveTo({
    position: middle,
    scale,
    offset: { x: (free - width) / 2, y: 0 },
    animation: motion(350),
  });
}

function bounds(ids) {
  const boxes = ids.map((id) => Graph.net.getBoundingBox(id)).filter(Boolean);
  return {
    left: Math.min(...boxes.map((b) => b.left)),
    right: Math.max(...boxes.map((b) => b.right)),
    top: Math.min(...boxes.map((b) => b.top)),
    bottom: Math.max(...boxes.map((b) => b.bottom)),
  };
}

const motion = (duration) =>
  matchMedia("(prefers-reduced-motion: reduce)").matches
    ? false
    : { duration, easingFunction: "easeInOutQuad" };

/** Show everything that is switched on, as large as it fits. */
function fit(animated) {
  const { clientWidth: width, clientHeight: height } = byId("canvas");
  const ids = Graph.view.nodes.getIds();
  if (!width || !ids.length) return;
  Graph.fitted = true;
  const { left, right, top, bottom } = bounds(ids);
  const scale = Math.min(1.25, (width - 48) / (right - left), (height - 48) / (bottom - top));
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
  Graph.net.moveTo({ position, scale, animation: animated ? motion(350) : false });
  if (!animated) enlarge();
}
