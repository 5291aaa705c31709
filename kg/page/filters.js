"use strict";
// What of the graph is shown: legend, switches, zoom, the hint beside the pointer, the picture.

function legend() {
  const counts = new Map();
  for (const node of KG.nodes) counts.set(node.type, (counts.get(node.type) || 0) + 1);
  byId("legend").replaceChildren(
    ...Object.entries(KG.looks)
      .filter(([type]) => counts.has(type))
      .map(([type, look]) =>
        make(
          "label",
          { className: `t-${type}`, dataset: { type, all: counts.get(type) } },
          make("input", { type: "checkbox", checked: !Graph.hidden.has(type) }),
          make("span", { className: "sign", textContent: look.sign, ariaHidden: "true" }),
          make("span", { textContent: look.label }),
          make("output", { textContent: String(counts.get(type)) }),
        ),
      ),
  );
}

/** Apply the filters. */
function refresh() {
  paint();
  tally();
}

/** Say how much of all there is is shown. */
function tally() {
  const counts = new Map();
  let shown = 0;
  for (const id of Graph.scene.places.keys()) {
    const node = KG.nodes[id];
    counts.set(node.type, (counts.get(node.type) || 0) + 1);
    shown += Number(visible(node));
  }
  for (const row of byId("legend").children) {
    const { type, all } = row.dataset;
    row.firstChild.checked = !Graph.hidden.has(type);
    const here = counts.get(type) || 0;
    row.lastChild.textContent = String(here) === all ? all : `${here} / ${all}`;
  }
  const edges = [...Graph.scene.edges.values()];
  const stood = (each) => each.reduce((sum, edge) => sum + (edge.members ? edge.members.length : 1), 0);
  byId("shown").replaceChildren(
    `显示 ${shown} / ${KG.nodes.length} 个节点`,
    make("br"),
    `　　 ${stood(edges.filter(drawn))} / ${KG.edges.length} 条关系`,
  );
}

byId("legend").addEventListener("change", (event) => {
  const { type } = event.target.closest("[data-type]").dataset;
  if (event.target.checked) Graph.hidden.delete(type);
  else Graph.hidden.add(type);
  drawing();
  if (Graph.scene.name === "near") {
    Scenes.near = null;
    setScene(near(Graph.scene.centre));
    refresh();
    fit(false);
  } else refresh();
});
byId("shared").addEventListener("change", () => {
  setScene(home());
  refresh();
  fit(false);
  if (place().length > 1) go("graph");
});

function hint(text, event) {
  const box = byId("hint");
  box.hidden = !text;
  byId("canvas").classList.toggle("over", Boolean(text));
  if (!text) return;
  box.textContent = text;
  const stage = byId("canvas").getBoundingClientRect();
  const x = Math.min(
    (event.clientX ?? event.center?.x ?? 0) - stage.left + 14,
    stage.width - box.offsetWidth - 8,
  );
  box.style.left = `${Math.max(4, x)}px`;
  box.style.top = `${Math.max(4, (event.clientY ?? event.center?.y ?? 0) - stage.top + 18)}px`;
}

const zoom = (factor) => drawing().moveTo({ scale: Graph.net.getScale() * factor, animation: motion(150) });
byId("zoom-in").addEventListener("click", () => zoom(1.3));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
byId("zoom-fit").addEventListener("click", () => fit(true));
byId("picture").addEventListener("click", () => {
  drawing().redraw();
  const drawn = byId("canvas").querySelector("canvas");
  const sheet = make("canvas", { width: drawn.width, height: drawn.height });
  const ink = sheet.getContext("2d");
  ink.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--stage");
  ink.fillRect(0, 0, sheet.width, sheet.height);
  ink.drawImage(drawn, 0, 0);
  sheet.toBlob((blob) => save(blob, `${KG.title}.png`));
});
KEYS["0"] = () => fit(true);
KEYS.f = KEYS.F = () => {
  const at = Graph.selected;
  if (place()[0] !== "graph") return;
  if (Graph.scene.name === "near") go("graph", Graph.scene.centre.key);
  else if (at && !at.path) go("graph", "~near", ("from" in at ? KG.nodes[at.to] : at).key);
  else fit(true);
};
KEYS.p = KEYS.P = () => {
  const at = Graph.selected;
  if (place()[0] === "graph" && at && !at.path && !("from" in at)) startPath(at);
};
KEYS.Escape = () => {
  if (!byId("results").hidden) {
    closeResults();
    byId("search").blur();
    return;
  }
  byId("search").blur();
  const [view, first] = place();
  if (Graph.start) {
    Graph.start = null;
    Panel.show(Graph.selected);
  } else if (view === "read" && first) go(view, first);
  else go(view);
};

function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
