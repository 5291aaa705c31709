"use strict";
// Search: names first, then other names and facts, then the words reports used.

const known = new Map();
function fold(text) {
  if (!known.has(text)) known.set(text, plain(text));
  return known.get(text);
}
const plain = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s《》“”"'·]/g, "");

function search(query) {
  const wanted = plain(query);
  if (!wanted) return [];
  const found = [];
  for (const node of KG.nodes) {
    const name = fold(node.label);
    if (name.includes(wanted)) {
      found.push({ node, rank: name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2, why: "" });
      continue;
    }
    const fact = Object.entries(node.facts).find(([, values]) =>
      values.some((value) => fold(value).includes(wanted)),
    );
    if (fact) {
      found.push({
        node,
        rank: 3,
        why: `${fact[0]}：${fact[1].find((value) => fold(value).includes(wanted))}`,
      });
      continue;
    }
    if (KG.issuers.has(node.id)) continue;
    const quote = node.edges
      .flatMap((edge) => edge.evidence)
      .find((evidence) => fold(evidence.quote).includes(wanted));
    if (quote) found.push({ node, rank: 4, why: `原文：${quote.quote}` });
  }
  const figure = ({ node }) => Number(node.type === "Observation");
  return found.sort(
    (a, b) =>
      figure(a) - figure(b) ||
      a.rank - b.rank ||
      b.node.shared - a.node.shared ||
      a.node.label.length - b.node.label.length ||
      a.node.id - b.node.id,
  );
}

function showResults() {
  const input = byId("search");
  const list = byId("results");
  const found = search(input.value);
  const most = 40;
  list.replaceChildren(
    ...found
      .slice(0, most)
      .map(({ node, why }, i) =>
        make(
          "li",
          {
            id: `result-${i}`,
            role: "option",
            className: `t-${node.type}`,
            dataset: { id: node.id },
            aria: { selected: "false" },
          },
          make("span", { className: "sign", textContent: KG.looks[node.type].sign }),
          make("bdi", { textContent: node.label }),
          make("small", {
            textContent: KG.issuers.has(node.id)
              ? KG.looks[node.type].label
              : `${KG.looks[node.type].label} · ${node.shared} 地`,
          }),
          why ? make("small", { className: "why" }, make("bdi", { textContent: why })) : null,
        ),
      ),
  );
  if (!found.length)
    list.append(make("li", { className: "none", textContent: "没有找到。报告未提及，不等于没有做。" }));
  if (found.length > most)
    list.append(
      make("li", { className: "none", textContent: `还有 ${found.length - most} 项，请多输入几个字` }),
    );
  list.hidden = !input.value.trim();
  input.setAttribute("aria-expanded", String(!list.hidden));
  point(0);
}

function point(at) {
  const items = [...byId("results").querySelectorAll("[role=option]")];
  if (!items.length) {
    byId("search").removeAttribute("aria-activedescendant");
    return;
  }
  const chosen = items.at(at % items.length);
  for (const item of items) item.setAttribute("aria-selected", String(item === chosen));
  byId("search").setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

function closeResults() {
  byId("results").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

function take(item) {
  closeResults();
  byId("search").blur();
  choose(KG.nodes[item.dataset.id]);
  setTimeout(() => byId("panel").focus());
}

byId("search").addEventListener("input", showResults);
byId("search").addEventListener("focus", () => {
  if (byId("search").value) showResults();
});
byId("search").addEventListener("blur", () => setTimeout(closeResults, 150));
byId("search").addEventListener("keydown", (event) => {
  const items = [...byId("results").querySelectorAll("[role=option]")];
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (byId("results").hidden) showResults();
    else point(at + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter" && !event.isComposing && items[at]) {
    event.preventDefault();
    take(items[at]);
  }
});
byId("results").addEventListener("mousedown", (event) => {
  event.preventDefault();
  const item = event.target.closest("[role=option]");
  if (item) take(item);
});
