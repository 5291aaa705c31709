"use strict";
// How things are drawn: colours from the style sheet and the classes, for the theme and for what is in
// focus. The sketch and the drawing both take these records, and nothing else, as they are.

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

const isHub = (node) => KG.issuers.has(node.id) || KG.groups.has(node.id);

/** How large the hubs' names are, so that they can be read from afar. */
const hubSize = (scale) => Math.round(Math.min(90, Math.max(21, 12.5 / scale)));

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
    opacity: off ? 0.2 : 1,
    margin: hub ? { top: 4, bottom: 4, left: 13, right: 13 } : { top: 3, bottom: 3, left: 8, right: 9 },
    font: {
      size: hub ? Graph.hubFont : 14,
      color: off ? ink + (hub ? "b0" : "40") : ink,
      face: Graph.font,
    },
  };
}

/** A line from a hub needs no head: it leads to what the hub mentions. */
function lookOfEdge(edge, near, faint) {
  const dark = theme() === "dark";
  const [from, to] = [KG.nodes[edge.from], KG.nodes[edge.to]];
  const look = KG.looks[(isHub(to) ? from : to).type];
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

/** What is drawn of the scene, as vis-network takes it: its visible nodes and edges at their places. */
function records() {
  const { places, edges, bends } = Graph.scene;
  const near = focus();
  const nodes = [...places].filter(([id]) => visible(KG.nodes[id]));
  const lines = [...edges.values()].filter(drawn);
  const faint = Math.min(1, Math.max(0.14, Math.sqrt(350 / lines.length))); // the more, the fainter
  return {
    nodes: nodes.map(([id, at]) => ({ ...lookOfNode(KG.nodes[id], near), ...at })),
    edges: lines.map((edge) => ({
      from: edge.from,
      to: edge.to,
      arrows: isHub(KG.nodes[edge.from]) ? "" : "to",
      smooth: bends.has(edge.id) && { enabled: true, type: "curvedCW", roundness: bends.get(edge.id) },
      ...lookOfEdge(edge, near, faint),
    })),
  };
}
