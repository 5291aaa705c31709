"use strict";
// The sketch: the records of a scene as labels and lines that the browser itself sets at once. It stands
// where the drawing will stand, and answers clicks until that has drawn the same.

const Sketch = { of: null, box: null, frame: null };

/** Set what is visible of the scene, as large as it fits. */
Sketch.draw = () => {
  Sketch.remove();
  const shown = [...Graph.scene.places].filter(([id]) => visible(KG.nodes[id]));
  const frame = shown.length ? framed(extent(shown)) : { position: { x: 0, y: 0 }, scale: 1 };
  const { scale, position } = frame;
  Graph.hubFont = hubSize(scale);
  Graph.fitted = true;
  const { nodes, edges } = records();
  const at = new Map(nodes.map((node) => [node.id, node]));
  const lines = edges.map((edge) => lineOf(edge, at.get(edge.from), at.get(edge.to)));
  const box = make("div", { className: "sketch", ariaHidden: "true" }, svg("svg", {}, ...lines), ...nodes.map(labelOf));
  const { clientWidth: width, clientHeight: height } = byId("canvas");
  const [left, top] = [width / 2 - scale * position.x, height / 2 - scale * position.y];
  box.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
  box.style.setProperty("--hub", `${Graph.hubFont}px`);
  box.style.setProperty("--hair", `${1 / scale}px`);
  byId("canvas").after(box);
  Object.assign(Sketch, { of: Graph.scene, box, frame });
};

Sketch.remove = () => {
  Sketch.box?.remove();
  Sketch.of = Sketch.box = Sketch.frame = null;
};

function labelOf({ id, label, x, y, color, font, opacity }) {
  const element = make("b", { textContent: label, dataset: { id }, className: isHub(KG.nodes[id]) ? "hub" : "" });
  const { style } = element;
  [style.left, style.top] = [`${x}px`, `${y}px`];
  [style.color, style.background, style.outlineColor] = [font.color, color.background, color.border];
  if (opacity < 1) style.opacity = opacity;
  return element;
}

function lineOf({ color, width, dashes, smooth }, from, to) {
  return svg("path", {
    d: `M${from.x} ${from.y}${smooth ? bent(from, to, smooth.roundness) : "L"}${to.x} ${to.y}`,
    ...{ stroke: color.color, "stroke-opacity": color.opacity, "stroke-width": width },
    ...(dashes && { "stroke-dasharray": dashes.join(" ") }),
  });
}

/** The point that a line is drawn towards which bends clockwise, as vis-network does it. */
function bent(from, to, roundness) {
  const share = 0.5 * roundness + 0.5;
  const reach = share * Math.hypot(to.x - from.x, to.y - from.y);
  const turn = Math.atan2(from.y - to.y, to.x - from.x) + share * Math.PI;
  return `Q${from.x + reach * Math.sin(turn)} ${from.y + reach * Math.cos(turn)} `;
}

function svg(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The box round labels at their places, as wide as they will be. */
function extent(shown) {
  const xs = shown.flatMap(([id, { x }]) => [-1, 1].map((side) => x + (side * (widthOf(KG.nodes[id]) - 16)) / 2));
  const ys = shown.map(([, { y }]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys) - 14, bottom: Math.max(...ys) + 14 };
}

const stage = byId("canvas").parentElement;
stage.addEventListener("click", ({ target, clientX, clientY }) => {
  if (!Sketch.box || !target.closest(".sketch, #canvas")) return;
  if (target.dataset.id) return clicked({ nodes: [target.dataset.id], edges: [] });
  const { left, top } = byId("canvas").getBoundingClientRect();
  const line = drawing().getEdgeAt({ x: clientX - left, y: clientY - top });
  clicked({ nodes: [], edges: line === undefined ? [] : [line] });
});
stage.addEventListener("wheel", () => Sketch.box && drawing(), { passive: true });
