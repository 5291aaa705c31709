"use strict";
// Reading the texts, and the way back from the charts.

const Text = { open: null };

/** Mark the words that were searched for in a paragraph. */
function showFound(article, number, words) {
  const paragraph = article.children[number];
  if (!paragraph) return;
  paragraph.scrollIntoView({ block: "center" });
  paragraph.classList.add("found");
  if (!globalThis.Highlight || !words) return;
  const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const at = paragraph.textContent.indexOf(words);
  if (at < 0) return;
  const range = new Range();
  let passed = 0;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const inside = (place) => place >= passed && place <= passed + node.length;
    if (range.startContainer === document && inside(at)) range.setStart(node, at - passed);
    if (inside(at + words.length)) {
      range.setEnd(node, at + words.length - passed);
      break;
    }
    passed += node.length;
  }
  CSS.highlights.set("found", new Highlight(range));
}

function openText([asked_, at, words]) {
  const text = Texts.all.get(asked_) || Texts.all.values().next().value;
  const document_ = text.id;
  const chosen = articleOf(text);
  for (const article of document.querySelectorAll("#read article")) article.hidden = article !== chosen;
  for (const report of document.querySelectorAll("#read .report"))
    report.open = report.dataset.report === String(text.number);
  globalThis.CSS?.highlights?.delete("found");
  for (const mark of document.querySelectorAll("#read :is(.here, .found)")) mark.classList.remove("here", "found");
  const marks = [...chosen.querySelectorAll("[data-at]")];
  const here = marks.filter((mark) => mark.dataset.at === at);
  const number_ = here.find((mark) => mark.dataset.n)?.dataset.n;
  const thing = (at && (edgeAt(document_, at) || KG.nodes[number_ || -1])) || null;
  const asked = KG.findings.filter((each) => each.document === document_ && `${each.start}-${each.end}` === at);
  Panel.show(thing, asked.map(card).concat(thing && "from" in thing ? besides(thing, at, document_) : []));
  byId("read").classList.toggle("with-panel", !byId("panel").hidden);
  if (Text.open !== chosen) {
    Text.open = chosen;
    kinds(chosen);
    document.querySelector("#read .sheets").scrollTop = 0;
  }
  if (!at) return;
  if (at.startsWith("~")) {
    showFound(chosen, Number(at.slice(1)), words);
    return;
  }
  for (const mark of here) mark.classList.add("here");
  const target = here[0] || marks.filter((mark) => parseInt(mark.dataset.at, 10) <= parseInt(at, 10)).at(-1);
  target?.scrollIntoView({ block: "center" });
}

/** What else the same sentence says. */
function besides(thing, at, document_) {
  const isHere = (e) => `${e[3]}-${e[4]}` === at && KG.documents[e[2]].id === document_;
  const here = thing.told.find(isHere);
  const others = KG.edges.filter(
    (edge) => edge !== thing && edge.told.some((e) => e[0] === here?.[0] && e[2] === here[2]),
  );
  if (!others.length) return [];
  return [
    heading("同一句还说", `${others.length}`),
    ...others.map((edge) =>
      make(
        "p",
        { className: "beside" },
        make("span", { className: "verb", textContent: edge.label }),
        make(
          "button",
          { type: "button", className: `link t-${KG.nodes[edge.to].type}`, onclick: () => toWords(edge, here) },
          make("bdi", { textContent: KG.nodes[edge.to].label }),
        ),
      ),
    ),
  ];
}

function toWords(edge, here) {
  const [, , number, start, end] = edge.told.find((e) => e[0] === here[0] && e[2] === here[2]);
  go("read", KG.documents[number].id, `${start}-${end}`);
}

// J and K go from one marked fact to the next
function step(by) {
  if (place()[0] !== "read" || !Text.open) return;
  const marks = [...Text.open.querySelectorAll("mark:not(.plain)")];
  const at = marks.findIndex((mark) => mark.classList.contains("here"));
  const next = marks[at < 0 ? 0 : Math.min(marks.length - 1, Math.max(0, at + by))];
  if (next) go("read", Text.open.dataset.document, next.dataset.at);
}
KEYS.j = KEYS.J = () => step(1);
KEYS.k = KEYS.K = () => step(-1);

/** Say which kinds are marked in a text, and let each be switched off. */
function kinds(article) {
  const marks = [...article.querySelectorAll("mark")];
  for (const mark of marks) {
    const type = mark.className.match(/t-(\w+)/)[1];
    const node = KG.nodes[mark.dataset.n || -1];
    mark.title = [KG.looks[type].label, node?.label].filter(Boolean).join(" · ");
  }
  const rows = Object.entries(KG.looks).map(([type, look]) => [
    type,
    look,
    marks.filter((mark) => mark.classList.contains(`t-${type}`)),
  ]);
  byId("marked").replaceChildren(
    ...rows
      .filter(([, , here]) => here.length)
      .map(([type, look, here]) =>
        make(
          "label",
          { className: `t-${type}` },
          make("input", {
            type: "checkbox",
            checked: !here[0].classList.contains("plain"),
            onchange: (event) => {
              for (const mark of here) mark.classList.toggle("plain", !event.target.checked);
            },
          }),
          make("span", { className: "sign", textContent: look.sign, ariaHidden: "true" }),
          make("span", { textContent: look.label }),
          make("output", { textContent: String(here.length) }),
        ),
      ),
  );
}

/** The fact that rests on the words at a place of a document. */
function edgeAt(document_, at) {
  if (!Text.facts) {
    Text.facts = new Map();
    for (const edge of KG.edges)
      for (const [, , number, start, end] of edge.told) {
        const key = `${start}-${end}@${KG.documents[number].id}`;
        if (!Text.facts.has(key)) Text.facts.set(key, edge);
      }
  }
  return Text.facts.get(`${at}@${document_}`);
}

if (byId("read")) {
  byId("read").addEventListener("click", (event) => {
    const heading = event.target.closest("[data-to]");
    if (heading) {
      byId(heading.dataset.to).scrollIntoView({ block: "start" });
      return;
    }
    const summary = event.target.closest(".report > summary");
    if (summary) {
      event.preventDefault();
      const text = [...Texts.all.values()][summary.parentElement.dataset.report];
      if (text.article !== Text.open) go("read", text.id);
      else summary.parentElement.open = !summary.parentElement.open;
      return;
    }
    const mark = event.target.closest("[data-at]");
    if (mark) go("read", mark.closest("article").dataset.document, mark.dataset.at);
  });
}

// ---- charts

byId("charts")?.addEventListener("click", (event) => openBar(event.target.closest(".bar-row")));
byId("charts")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter") openBar(event.target.closest(".bar-row"));
});
function openBar(bar) {
  if (bar?.dataset.key) go("graph", bar.dataset.key);
}
