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
          { className: `t-${type}`, dataset: { type } },
          make("input", { type: "checkbox", checked: !Graph.hidden.has(type) }),
          make("span", { className: "sign", textContent: look.sign, ariaHidden: "true" }),
          make("span", { textContent: look.label }),
          make("output", { textContent: String(counts.get(type)) }),
        ),
      ),
  );
  refresh();
}

function refresh() {
  for (const row of byId("legend").children) row.firstChild.checked = !Graph.hidden.has(row.dataset.type);
  Graph.view.nodes.refresh();
  Graph.view.edges.refresh();
  const nodes = KG.nodes.filter(visible).length;
  const edges = KG.edges.filter(drawn).length;
  byId("shown").replaceChildren(
    `显示 ${nodes} / ${KG.nodes.length} 个节点`,
    make("br"),
    `　　 ${edges} / ${KG.edges.length} 条关系`,
  );
}

byId("legend").addEventListener("change", (event) => {
  const { type } = event.target.closest("[data-type]").dataset;
  if (event.target.checked) Graph.hidden.delete(type);
  else Graph.hidden.add(type);
  refresh();
});
byId("shared").addEventListener("change", (event) => {
  Graph.sharedOnly = event.target.checked;
  settle();
  refresh();
  fit(true);
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

const zoom = (factor) => Graph.net.moveTo({ scale: Graph.net.getScale() * factor, animation: motion(150) });
byId("zoom-in").addEventListener("click", () => zoom(1.3));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
byId("zoom-fit").addEventListener("click", () => fit(true));
byId("picture").addEventListener("click", () => {
  const drawing = byId("canvas").querySelector("canvas");
  const sheet = make("canvas", { width: drawing.width, height: drawing.height });
  const ink = sheet.getContext("2d");
  ink.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--stage");
  ink.fillRect(0, 0, sheet.width, sheet.height);
  ink.drawImage(drawing, 0, 0);
  sheet.toBlob((blob) => save(blob, `${KG.title}.png`));
});
KEYS.f = KEYS.F = () => fit(true);
KEYS.Escape = () => {
  if (!byId("results").hidden) {
    closeResults();
    byId("search").blur();
    return;
  }
  byId("search").blur();
  const [view, first] = place();
  if (view === "read" && first) go(view, first);
  else go(view);
};

function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
