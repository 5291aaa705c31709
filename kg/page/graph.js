"use strict";
// The drawing: vis-network over the places of a scene, its colours, and what is chosen in it.

const Graph = { hidden: new Set(KG.off), lone: new Set(KG.lone), scene: null, selected: null, start: null };

READY.push(() => {
  openingScenes();
  Graph.scene = home();
});

/** Begin the drawing. It waits for its first visitor, because it takes the size of what is seen. */
function begin() {
  Graph.font = getComputedStyle(document.body).fontFamily;
  Graph.nodes = new vis.DataSet();
  Graph.edges = new vis.DataSet();
  Graph.view = {
    nodes: new vis.DataView(Graph.nodes, { filter: (node) => visible(KG.nodes[node.id]) }),
    edges: new vis.DataView(Graph.edges, { filter: (edge) => drawn(Graph.scene.edges.get(edge.id)) }),
  };
  setScene(Graph.scene);
  Graph.net = new vis.Network(byId("canvas"), Graph.view, read("kg-options"));
  Graph.net.on("click", clicked);
  Graph.net.on("doubleClick", ({ nodes }) => {
    if (nodes.length) go("graph", "~near", KG.nodes[nodes[0]].key);
  });
  Graph.net.on("hoverNode", ({ node, event }) => hint(KG.nodes[node].label, event));
  Graph.net.on("hoverEdge", ({ edge, event }) => hint(sentenceOf(Graph.scene.edges.get(edge)), event));
  for (const leave of ["blurNode", "blurEdge", "dragStart", "zoom"]) Graph.net.on(leave, () => hint(""));
  Graph.net.on("zoom", enlarge);
  Graph.net.on("animationFinished", enlarge);
  fit(false);
  legend();
  document.addEventListener("theme", paint);
}

/** Keep the hubs' names readable from afar. */
function enlarge() {
  const size = Math.round(Math.min(90, Math.max(21, 12.5 / Graph.net.getScale())));
  if (Math.abs(size - (Graph.hubFont || 21)) < 2) return;
  Graph.hubFont = size;
  const hubs = [...Graph.scene.places.keys()].map((id) => KG.nodes[id]).filter(isHub);
  const near = focus();
  Graph.nodes.update(hubs.map((node) => lookOfNode(node, near)));
}

const visible = (node) =>
  (!Graph.hidden.has(node.type) && !Graph.lone.has(node.id)) || Graph.scene.centre === node;
const drawn = (edge) => visible(KG.nodes[edge.from]) && visible(KG.nodes[edge.to]);
const isHub = (node) => KG.issuers.has(node.id) || KG.groups.has(node.id);
const sentenceOf = (edge) =>
  `${KG.nodes[edge.from].label} ${edge.label} ${KG.nodes[edge.to].label}` +
  (edge.members && KG.groups.has(edge.from) ? `（${new Set(edge.members.map((e) => e.from)).size} 地）` : "") +
  (edge.told.length ? `（${edge.told.length} 处）` : "");

// ---- colours: from the style sheet and the classes, for the theme and for what is in focus

const mixed = new Map();
function mix(colour, ground, share) {
  const key = colour + ground + share;
  if (!mixed.has(key)) {
    const part = (hex, i) => parseInt(hex.slice(i, i + 2), 16);
    const parts = [1, 3, 5].map((i) =>
      Math.round(part(colour, i) * share + part(ground, i) * (1 - share))
        .toString(16)
        .padStart(2, "0"),
    );
    mixed.set(key, "#" + parts.join(""));
  }
  return mixed.get(key);
}

function lookOfNode(node, near) {
  const dark = theme() === "dark";
  const ground = dark ? "#1c232d" : "#ffffff";
  const look = KG.looks[node.type];
  const colour = dark ? look.dark : look.light;
  const hub = isHub(node);
  const chosen = Graph.selected === node;
  const fill = hub ? (dark ? mix(colour, ground, 0.85) : colour) : mix(colour, ground, dark ? 0.16 : 0.08);
  const off = near && !near.nodes.has(node.id);
  const ink = hub ? (dark ? "#10151c" : "#ffffff") : mix(colour, dark ? "#ffffff" : "#000000", 0.86);
  const tone = { background: fill, border: hub ? fill : mix(colour, ground, chosen ? 1 : 0.42) };
  return {
    id: node.id,
    label: hub ? drawnLabel(node) : `${look.sign} ${drawnLabel(node)}`,
    color: { ...tone, highlight: tone, hover: { background: fill, border: colour } },
    borderWidth: chosen ? 2 : 1,
    borderWidthSelected: 2,
    opacity: off ? 0.2 : 1,
    margin: hub ? { top: 4, bottom: 4, left: 13, right: 13 } : { top: 3, bottom: 3, left: 8, right: 9 },
    font: {
      size: hub ? Graph.hubFont || 21 : 14,
      color: off ? ink + (hub ? "b0" : "40") : ink,
      face: Graph.font,
    },
  };
}

function lookOfEdge(edge, near, faint) {
  const dark = theme() === "dark";
  const other = isHub(KG.nodes[edge.to]) ? edge.from : edge.to;
  const look = KG.looks[KG.nodes[other].type];
  const colour = dark ? look.dark : look.light;
  const off = near && !near.edges.has(edge.id);
  const opacity = off ? 0.05 : near ? 0.8 : faint * (dark ? 0.42 : 0.36);
  return {
    id: edge.id,
    color: { color: colour, highlight: colour, hover: colour, opacity },
    width: Graph.selected === edge ? 3 : near && !off ? 1.6 : 1,
    dashes: edge.manner === "planned" ? [7, 5] : edge.manner === "problem" ? [2, 5] : false,
  };
}

/** How strong a line is: the more of them, the fainter. */
function faintness() {
  const count = [...Graph.scene.edges.values()].filter(drawn).length;
  return Math.min(1, Math.max(0.14, Math.sqrt(350 / count)));
}

/** Colour what the scene holds; with ``near``, all but that recedes. */
function paint() {
  const near = focus();
  const faint = faintness();
  Graph.nodes.update([...Graph.scene.places.keys()].map((id) => lookOfNode(KG.nodes[id], near)));
  Graph.edges.update([...Graph.scene.edges.values()].map((edge) => lookOfEdge(edge, near, faint)));
}

/** What is lit: the chosen thing and what it is joined to; null where nothing is chosen. */
function focus() {
  const at = Graph.selected;
  if (!at || at.path) return null;
  const inScene = [...Graph.scene.edges.values()];
  if ("from" in at) {
    const same = inScene.filter((edge) => edge.from === at.from && edge.to === at.to);
    const ids = Graph.scene.edges.has(at.id) ? [at.id] : same.map((edge) => edge.id);
    return { nodes: new Set([at.from, at.to]), edges: new Set(ids) };
  }
  const ends = new Set([at, ...instances(at)].map((node) => node.id));
  const edges = inScene.filter((edge) => ends.has(edge.from) || ends.has(edge.to));
  return {
    nodes: new Set([at.id, ...edges.flatMap((edge) => [edge.from, edge.to])]),
    edges: new Set(edges.map((edge) => edge.id)),
  };
}

// ---- choosing

function clicked({ nodes, edges }) {
  hint("");
  if (nodes.length) choose(KG.nodes[nodes[0]]);
  else if (edges.length) choose(Graph.scene.edges.get(edges[0]));
  else if (Graph.scene.name === "near" && Graph.selected === Graph.scene.centre) return;
  else if (Graph.scene.name === "near") go("graph", "~near", Graph.scene.centre.key);
  else go("graph");
}

/** Open a node or an edge; its address says which. */
function choose(thing) {
  if (Graph.start && !("from" in thing) && thing !== Graph.start) {
    const start = Graph.start;
    Graph.start = null;
    return go("graph", "~path", start.key, thing.key);
  }
  const { name, centre, places } = Graph.scene;
  const ends = "from" in thing ? [thing.from, thing.to] : [thing.id];
  const within = name === "near" && ends.every((id) => places.has(id));
  return go("graph", ...(within ? ["~near", centre.key] : []), ...addressOf(thing));
}

function addressOf(thing) {
  if (!("from" in thing)) return [thing.key];
  const parts = [KG.nodes[thing.from].key, KG.nodes[thing.to].key];
  if (thing.members) return [...parts, "~"];
  const alike = KG.nodes[thing.from].edges.filter((edge) => edge.from === thing.from && edge.to === thing.to);
  return alike.length > 1 ? [...parts, String(alike.indexOf(thing))] : parts;
}

function thingAt([first, second, nth]) {
  const node = KG.byKey.get(first);
  if (!node || second === undefined) return node || null;
  const other = KG.byKey.get(second);
  if (!other) return node;
  if (nth === "~") return bundle(node, other) || node;
  const alike = node.edges.filter((edge) => edge.from === node.id && edge.to === other.id);
  return alike[Number(nth) || 0] || node;
}

LISTENERS.push((view, parts) => {
  const back = Graph.away;
  Graph.away = view !== "graph";
  if (Graph.away) return;
  if (!Graph.net) begin();
  else if (back) Graph.net.redraw(); // the window may have grown meanwhile
  const [scene, thing] = sceneAt(parts);
  const same = scene === Graph.scene && Graph.fitted;
  if (!same) setScene(scene);
  if (same && thing === Graph.selected && (thing !== null) === !byId("panel").hidden) return;
  Graph.selected = thing;
  if (thing && !thing.path) reveal(thing);
  paint();
  refresh();
  if (!same) fit(false);
  const chosen = !thing || thing.path ? [] : "from" in thing ? [] : [thing.id];
  const lines = thing && "from" in thing && Graph.edges.get(thing.id) ? [thing.id] : [];
  Graph.net.setSelection({ nodes: chosen.filter((id) => Graph.nodes.get(id)), edges: lines }, { highlightEdges: false });
  Panel.show(thing);
  if (thing) bring(thing);
});

/** Switch on what hides a thing that was asked for. */
function reveal(thing) {
  for (const id of "from" in thing ? [thing.from, thing.to] : [thing.id]) {
    Graph.hidden.delete(KG.nodes[id].type);
    Graph.lone.delete(id);
  }
}

/** Move so far that the thing and what it is joined to stand clear of the panel, and no further. */
function bring(thing) {
  const lit = focus()?.nodes || Graph.scene.places.keys();
  const ids = [...lit].filter((id) => Graph.scene.places.has(id) && visible(KG.nodes[id]));
  if (!ids.length) return;
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
  const whole = fitting >= 0.55 || "from" in thing || thing.path;
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
