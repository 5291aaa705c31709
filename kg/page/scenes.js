"use strict";
// Scenes: which nodes stand where. Whole, shared and core come from Python; the neighbours of one
// node and the path between two are set in rows here. No scene moves by itself.

const Scenes = {};

function scene(name, centre, places, edges) {
  return { name, centre, places, edges: new Map(edges.map((edge) => [edge.id, edge])), bends: bends(edges) };
}

/** How far a line bends by its edge's number: not at all, but for the second between two nodes. */
function bends(edges) {
  const found = new Map();
  const seen = new Map();
  for (const { id, from, to } of edges) {
    const pair = Math.min(from, to) + "-" + Math.max(from, to);
    const before = seen.get(pair) || 0;
    seen.set(pair, before + 1);
    if (before) found.set(id, 0.06 + 0.13 * before);
  }
  return found;
}

function openingScenes() {
  const places = new Map();
  for (const { id, label, x, y } of read("kg-nodes")) {
    KG.nodes[id].drawn = label;
    places.set(id, { x, y });
  }
  if (KG.core) {
    const lines = read("kg-edges").map(
      ({ id, from, to }) => new Bundle(from, to, KG.core[id].map((n) => KG.edges[n]), `b${id}`),
    );
    Scenes.home = scene("core", null, places, lines);
    byId("shared").checked = byId("shared").disabled = true;
    return;
  }
  Scenes.whole = scene("whole", null, places, KG.edges);
  Scenes.alone = new Map(KG.alone.map(([id, x, y]) => [id, { x, y }]));
  const shown = KG.nodes.filter((node) => !KG.off.includes(node.type));
  byId("shared").checked = shown.length > 300;
}

/** What is shown when nothing is asked for: the whole, what is shared, or the core. */
function home() {
  if (Scenes.home) return Scenes.home;
  if (!byId("shared").checked) return Scenes.whole;
  if (!Scenes.shared) {
    const kept = KG.nodes.filter(
      (node) => KG.issuers.has(node.id) || node.shared > 1 || leadsToShared(node),
    );
    const places = new Map(
      kept.map(({ id }) => [id, Scenes.alone.get(id) || Scenes.whole.places.get(id)]),
    );
    Scenes.shared = scene("shared", null, places, between(places));
  }
  return Scenes.shared;
}

// 阿索乡司法所 is one town's own, and the way to 司法所, which several have
const leadsToShared = (node) =>
  node.type === "Institution" &&
  node.edges.some((edge) => !edge.told.length && edge.from === node.id && KG.nodes[edge.to].shared > 1);

const between = (places) => KG.edges.filter((edge) => places.has(edge.from) && places.has(edge.to));

/** What an address asks to see, and what is chosen in it. */
function sceneAt(parts) {
  if (parts[0] === "~near" && KG.byKey.has(parts[1])) {
    const centre = KG.byKey.get(parts[1]);
    return [near(centre), (parts.length > 2 && thingAt(parts.slice(2))) || centre];
  }
  if (parts[0] === "~path" && KG.byKey.has(parts[1]) && KG.byKey.has(parts[2])) {
    return path(KG.byKey.get(parts[1]), KG.byKey.get(parts[2]));
  }
  const thing = parts.length ? thingAt(parts) : null;
  const ends = !thing ? [] : "from" in thing ? [thing.from, thing.to] : [thing.id];
  const holds = (each) => ends.every((id) => each.places.has(id));
  if (holds(home())) return [home(), thing];
  if (Scenes.whole) {
    byId("shared").checked = false;
    return [Scenes.whole, thing];
  }
  return [near("from" in thing ? KG.nodes[thing.from] : thing, ends), thing];
}

/** Take a scene for the next drawing. */
function setScene(next) {
  Graph.scene = next;
  Graph.fitted = false;
  Graph.edges?.clear();
  Graph.nodes?.clear();
  byId("scene").hidden = next.name !== "near" && next.name !== "path";
  byId("scene-name").textContent = next.title || "";
}

// ---- one node and what it is joined to

const MOST_NEAR = 120;

function near(centre, wanted = []) {
  if (Scenes.near?.centre === centre && wanted.every((id) => Scenes.near.places.has(id))) return Scenes.near;
  const members = (KG.groups.get(centre.id) || []).filter(
    (id) => !centre.edges.some((edge) => edge.from === id),
  );
  const inside = members.map((id) => new Bundle(id, centre.id, [], `m${id}`));
  for (const edge of inside) edge.label = "属于";
  const edges = [...[centre, ...instances(centre)].flatMap((node) => node.edges), ...inside];
  const others = [...new Set(edges.flatMap((edge) => [edge.from, edge.to]))]
    .filter((id) => id !== centre.id)
    .map((id) => KG.nodes[id])
    .filter((node) => visible(node) || wanted.includes(node.id));
  const rank = Object.keys(KG.looks);
  const first = (node) => Number(!wanted.includes(node.id));
  others.sort((a, b) => first(a) - first(b) || b.shared - a.shared || a.id - b.id);
  const kept = others
    .slice(0, MOST_NEAR)
    .sort((a, b) => rank.indexOf(a.type) - rank.indexOf(b.type) || b.shared - a.shared || a.id - b.id);
  const places = rows(centre, kept);
  Scenes.near = scene(
    "near",
    centre,
    places,
    edges.filter((edge) => places.has(edge.from) && places.has(edge.to)),
  );
  const left = others.length - kept.length;
  Scenes.near.title = `${centre.label} 与相邻 ${kept.length} 项` + (left ? `（另有 ${left} 项未画，可在详情中打开）` : "");
  return Scenes.near;
}

const widthOf = (node) => {
  const em = isHub(node) ? 21 : 14;
  return [...drawnLabel(node)].reduce((sum, c) => sum + (c > "\u2e80" ? em : em * 0.57), 52);
};

/** Set a node's neighbours in rows above and below it, kind after kind. */
function rows(centre, others) {
  const total = others.reduce((sum, node) => sum + widthOf(node), 0);
  const count = Math.max(2, 2 * Math.ceil(Math.sqrt(total / 60) / 2));
  const width = Math.max(total / count + 60, 620);
  const lines = [[]];
  let filled = 0;
  for (const node of others) {
    if (filled + widthOf(node) > width && lines.at(-1).length) {
      lines.push([]);
      filled = 0;
    }
    lines.at(-1).push(node);
    filled += widthOf(node);
  }
  const above = Math.ceil(lines.length / 2);
  const places = new Map();
  lines.forEach((line, n) => {
    let x = -line.reduce((sum, node) => sum + widthOf(node), 0) / 2;
    const y = n < above ? -76 - 44 * (above - 1 - n) : 76 + 44 * (n - above);
    for (const node of line) {
      places.set(node.id, { x: Math.round(x + widthOf(node) / 2), y });
      x += widthOf(node);
    }
  });
  places.set(centre.id, { x: 0, y: 0 });
  return places;
}

// ---- the shortest way from one node to another

function path(start, end) {
  const came = new Map([[start.id, null]]);
  const open = [start];
  for (const node of open) {
    if (node === end) break;
    for (const edge of node.edges) {
      const other = KG.nodes[edge.from === node.id ? edge.to : edge.from];
      if (came.has(other.id) || (KG.off.includes(other.type) && other !== end)) continue;
      came.set(other.id, edge);
      open.push(other);
    }
  }
  const steps = [];
  const along = [end];
  while (came.get(along[0].id)) {
    const edge = came.get(along[0].id);
    steps.unshift(edge);
    along.unshift(KG.nodes[edge.from === along[0].id ? edge.to : edge.from]);
  }
  const places = new Map();
  let x = 0;
  for (const node of steps.length ? along : [start, end]) {
    places.set(node.id, { x: Math.round(x + widthOf(node) / 2), y: 0 });
    x += widthOf(node) + 110;
  }
  const drawing = scene("path", null, places, steps);
  drawing.title = `从 ${start.label} 到 ${end.label}` + (steps.length ? `：${steps.length} 步` : "：没有路径");
  return [drawing, { path: steps, along, start, end }];
}

/** What an issuer, or those of a place, say of a thing, as one edge; null where they say nothing. */
function bundle(group, item) {
  const members = new Set(KG.groups.get(group.id) || [group.id]);
  const bodies = new Set([item, ...instances(item)].map((node) => node.id));
  const edges = KG.edges.filter((e) => e.told.length && members.has(e.from) && bodies.has(e.to));
  return edges.length ? new Bundle(group.id, item.id, edges, `b-${group.id}-${item.id}`) : null;
}

// lines, marks of direction and the like would break a label or turn it round
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;
function drawnLabel(node) {
  if (node.drawn === undefined) {
    const seen = [...node.label.replace(UNSEEN, " ").trim()];
    node.drawn = seen.length > 14 ? `${seen.slice(0, 13).join("")}…` : seen.join("");
  }
  return node.drawn;
}

byId("scene-close").addEventListener("click", () => go("graph", ...(Graph.scene.centre ? [Graph.scene.centre.key] : [])));
