"use strict";
// The drawing: vis-network over the records of a scene, and what is chosen in it. Until somebody needs
// more, or there is nothing else to do, the sketch stands in for it.

const Graph = {
  hidden: new Set(KG.off),
  lone: new Set(KG.lone),
  font: getComputedStyle(document.body).fontFamily,
  hubFont: 21,
  scene: null,
  selected: null,
  start: null,
  net: null,
};

/** Begin the drawing of what is seen; it takes the sketch's place once it has been drawn. */
function begin() {
  const { nodes, edges } = records();
  Graph.nodes = new vis.DataSet(nodes);
  Graph.edges = new vis.DataSet(edges);
  Graph.net = new vis.Network(byId("canvas"), { nodes: Graph.nodes, edges: Graph.edges }, read("kg-options"));
  Graph.net.on("click", clicked);
  Graph.net.on("doubleClick", ({ nodes }) => {
    if (nodes.length) go("graph", "~near", KG.nodes[nodes[0]].key);
  });
  Graph.net.on("hoverNode", ({ node, event }) => hint(KG.nodes[node].label, event));
  Graph.net.on("hoverEdge", ({ edge, event }) => hint(sentenceOf(Graph.scene.edges.get(edge)), event));
  for (const leave of ["blurNode", "blurEdge", "dragStart", "zoom"]) Graph.net.on(leave, () => hint(""));
  Graph.net.on("zoom", enlarge);
  Graph.net.on("animationFinished", enlarge);
  Graph.net.moveTo(Sketch.frame);
  Graph.net.once("afterDrawing", Sketch.remove);
  tally();
  show(Graph.selected);
  document.documentElement.dataset.ready = "yes";
}

const whenIdle = globalThis.requestIdleCallback ?? setTimeout;

/** Read the library, and let the drawing take the sketch's place, each when there is time. */
function settle() {
  if (Graph.away || Graph.net) return;
  if (!globalThis.vis) readLibrary();
  whenIdle(() => Graph.away || drawing());
}

/** The drawing, begun at once for whom the sketch will not do. */
function drawing() {
  if (!globalThis.vis) readLibrary();
  if (!Graph.net) begin();
  return Graph.net;
}

/** Take the library out of its template: only there does the browser begin to read it. */
const readLibrary = () => document.body.append(byId("library").content);

/** Draw what is visible of the scene in the colours of the moment. */
function paint() {
  if (!Graph.net) {
    if (Sketch.of !== Graph.scene) Sketch.draw();
    return;
  }
  const { nodes, edges } = records();
  exchange(Graph.nodes, nodes);
  exchange(Graph.edges, edges);
}
document.addEventListener("theme", () => {
  if (Graph.net) paint();
  else if (Sketch.of) Sketch.draw();
});

/** Make a data set hold these records and no others; what it has stays where it was dragged to. */
function exchange(set, wanted) {
  const ids = new Set(wanted.map(({ id }) => id));
  set.remove(set.getIds().filter((id) => !ids.has(id)));
  set.update(wanted.map(({ x, y, ...look }) => (x === undefined || set.get(look.id) ? look : { x, y, ...look })));
}

/** Keep the hubs' names readable from afar. */
function enlarge() {
  const size = hubSize(Graph.net.getScale());
  if (Math.abs(size - Graph.hubFont) < 2) return;
  Graph.hubFont = size;
  const hubs = Graph.nodes.getIds().map((id) => KG.nodes[id]).filter(isHub);
  const near = focus();
  Graph.nodes.update(hubs.map((node) => lookOfNode(node, near)));
}

const visible = (node) =>
  (!Graph.hidden.has(node.type) && !Graph.lone.has(node.id)) || Graph.scene.centre === node;
const drawn = (edge) => visible(KG.nodes[edge.from]) && visible(KG.nodes[edge.to]);
const sentenceOf = (edge) =>
  `${KG.nodes[edge.from].label} ${edge.label} ${KG.nodes[edge.to].label}` +
  (edge.members && KG.groups.has(edge.from) ? `（${new Set(edge.members.map((e) => e.from)).size} 地）` : "") +
  (edge.told.length ? `（${edge.told.length} 处）` : "");

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
  if (Graph.away && !Graph.net) {
    Sketch.remove();
    Graph.fitted = false;
  }
  if (Graph.away) return;
  if (!Graph.net) whenIdle(settle);
  else if (back) Graph.net.redraw(); // the window may have grown meanwhile
  const [scene, thing] = sceneAt(parts);
  const same = scene === Graph.scene && Graph.fitted;
  if (!same) setScene(scene);
  if (same && thing === Graph.selected && (thing !== null) === !byId("panel").hidden) return;
  Graph.selected = thing;
  if (thing && !thing.path) reveal(thing);
  if (Graph.net || !same) refresh();
  if (!same) fit(false);
  Panel.show(thing);
  show(thing);
});

/** Mark a thing in the drawing, and bring it to where it is seen. */
function show(thing) {
  if (!Graph.net) return;
  const [kind, set] = thing && "from" in thing ? ["edges", Graph.edges] : ["nodes", Graph.nodes];
  const chosen = thing && !thing.path && set.get(thing.id) ? [thing.id] : [];
  Graph.net.setSelection({ nodes: [], edges: [], [kind]: chosen }, { highlightEdges: false });
  if (thing) bring(thing);
}

/** Switch on what hides a thing that was asked for. */
function reveal(thing) {
  for (const id of "from" in thing ? [thing.from, thing.to] : [thing.id]) {
    Graph.hidden.delete(KG.nodes[id].type);
    Graph.lone.delete(id);
  }
}

/** How high the name of a scene is, which stands at the top of the stage; 0 where it has none. */
const nameHeight = () => byId("scene").offsetHeight;

/** Move so far that the thing and what it is joined to stand clear of the panel, and no further. */
function bring(thing) {
  const lit = focus()?.nodes || Graph.scene.places.keys();
  const ids = [...lit].filter((id) => Graph.scene.places.has(id) && visible(KG.nodes[id]));
  if (!ids.length) return;
  const box = bounds(ids);
  const { clientWidth: width, clientHeight: height } = byId("canvas");
  const free = width - byId("panel").offsetWidth;
  const named = nameHeight();
  const first = Graph.net.canvasToDOM({ x: box.left, y: box.top });
  const last = Graph.net.canvasToDOM({ x: box.right, y: box.bottom });
  const pad = 18;
  if (first.x > pad && first.y > named + pad && last.x < free - pad && last.y < height - pad) return;
  const fitting = Math.min(
    (free - 2 * pad) / (box.right - box.left),
    (height - named - 2 * pad) / (box.bottom - box.top),
  );
  const scale = Math.min(Math.max(Graph.net.getScale(), 0.75), Math.max(fitting, 0.55));
  const whole = fitting >= 0.55 || "from" in thing || thing.path;
  const middle = whole
    ? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }
    : Graph.net.getPosition(thing.id);
  Graph.net.moveTo({
    position: middle,
    scale,
    offset: { x: (free - width) / 2, y: named / 2 },
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
  const ids = Graph.net ? Graph.nodes.getIds() : [];
  if (!ids.length || !byId("canvas").clientWidth) return;
  Graph.fitted = true;
  Graph.net.moveTo({ ...framed(bounds(ids)), animation: animated ? motion(350) : false });
  if (!animated) enlarge();
}

/** The middle of a box, and the scale at which it fills the stage. */
function framed({ left, right, top, bottom }) {
  const { clientWidth: width, clientHeight: height } = byId("canvas");
  const named = nameHeight();
  const scale = Math.min(1.25, (width - 48) / (right - left), (height - named - 48) / (bottom - top));
  const position = { x: (left + right) / 2, y: (top + bottom - named / scale) / 2 };
  return { position, scale };
}
