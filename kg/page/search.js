"use strict";
// Search: names first, then other names and facts, then the words reports used, then full texts.

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
  const facts = new Set();
  KG.facts.forEach(([, values], fact) => {
    if (values.some((value) => fold(value).includes(wanted))) facts.add(fact);
  });
  for (const node of KG.nodes) {
    const name = fold(node.label);
    if (name.includes(wanted)) {
      found.push({ node, rank: name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2, why: "" });
      continue;
    }
    const number = node.has.find((fact) => facts.has(fact));
    if (number !== undefined) {
      const [fact, values] = KG.facts[number];
      found.push({
        node,
        rank: fact === "别名" ? 3 : 4,
        why: `${fact}：${values.find((value) => fold(value).includes(wanted))}`,
      });
      continue;
    }
    if (KG.issuers.has(node.id)) continue;
    const quote = saidAs(node).find((words) => fold(words).includes(wanted));
    if (quote) found.push({ node, rank: 5, why: `原文写作：${quote}` });
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

const wordsOf = ([sentence, at, , start, end]) => around(KG.sentences[sentence], at, end - start)[1];

/** The words that reports used for a node. */
function saidAs(node) {
  node.words ??= [...new Set(node.edges.flatMap((edge) => edge.told.map(wordsOf)))];
  return node.words;
}

const MOST_PASSAGES = 30;

/** Where the words stand in the texts of the reports, with what stands round them. */
function passages(query) {
  const wanted = query.trim();
  const found = [];
  if (wanted.length < 2) return found;
  for (const text of Texts.all.values()) {
    for (const [number, line] of linesOf(text).entries()) {
      const at = line.indexOf(wanted);
      if (at < 0) continue;
      found.push({
        text,
        number,
        before: (at > 14 ? "…" : "") + line.slice(Math.max(0, at - 14), at),
        words: line.slice(at, at + wanted.length),
        after: line.slice(at + wanted.length, at + wanted.length + 18),
      });
      if (found.length > MOST_PASSAGES) return found;
    }
  }
  return found;
}

function showResults() {
  const input = byId("search");
  const list = byId("results");
  const found = search(input.value);
  const texts = passages(input.value);
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
  const note = (words) => list.append(make("li", { className: "none", role: "presentation", textContent: words }));
  if (!found.length && !texts.length) note("没有找到。报告未提及，不等于没有做。");
  if (found.length > most) note(`还有 ${found.length - most} 项，请多输入几个字`);
  if (texts.length) note("报告全文");
  list.append(
    ...texts.slice(0, MOST_PASSAGES).map((passage, i) =>
      make(
        "li",
        {
          id: `passage-${i}`,
          role: "option",
          className: "passage",
          dataset: { document: passage.text.id, paragraph: passage.number },
          aria: { selected: "false" },
        },
        make("span", { className: "sign", textContent: "¶" }),
        make("bdi", {}, passage.before, make("mark", { textContent: passage.words }), passage.after),
        make("small", { textContent: issuerOf(passage.text) }),
      ),
    ),
  );
  if (texts.length > MOST_PASSAGES) note(`全文只列前 ${MOST_PASSAGES} 处`);
  list.hidden = !input.value.trim();
  input.setAttribute("aria-expanded", String(!list.hidden));
  point(0);
}

const issuerOf = ({ number }) =>
  document.querySelector(`#read .report[data-report="${number}"] summary bdi`).textContent;

function point(at) {
  const items = [...byId("results").querySelectorAll("[role=option]")];
  if (!items.length) {
    byId("search").removeAttribute("aria-activedescendant");
    return null;
  }
  const chosen = items.at(at % items.length);
  for (const item of items) item.setAttribute("aria-selected", String(item === chosen));
  byId("search").setAttribute("aria-activedescendant", chosen.id);
  return chosen;
}

function closeResults() {
  byId("results").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

function take(item) {
  closeResults();
  byId("search").blur();
  if (item.dataset.document !== undefined) {
    go("read", item.dataset.document, `~${item.dataset.paragraph}`, byId("search").value.trim());
    return;
  }
  choose(KG.nodes[item.dataset.id]);
  byId("panel").focus();
}

byId("search").addEventListener("input", showResults);
byId("search").addEventListener("focus", () => {
  if (byId("search").value) showResults();
});
byId("search").addEventListener("blur", closeResults);
byId("search").addEventListener("keydown", (event) => {
  const items = [...byId("results").querySelectorAll("[role=option]")];
  const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (byId("results").hidden) showResults();
    else point(at + (event.key === "ArrowDown" ? 1 : -1))?.scrollIntoView({ block: "nearest" });
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
