"use strict";
// The sentences that a fact rests on, folded away where they are many.

function fact(edge, node, open) {
  const other = KG.nodes[edge.from === node.id ? edge.to : edge.from];
  const quotes = () =>
    edge.evidence.map((each) => quotation(each, KG.issuers.has(node.id) ? other.type : node.type));
  const words = make("div", { className: "words", hidden: true });
  const count = make("button", {
    type: "button",
    className: "count",
    textContent: `${edge.told.length} 处`,
    title: "看原文",
    onclick: () => unfold(words.hidden),
  });
  function unfold(wanted) {
    if (wanted && !words.firstChild) words.append(...quotes());
    words.hidden = !wanted;
    count.setAttribute("aria-expanded", String(wanted));
  }
  unfold(open);
  return make(
    "div",
    { className: `fact t-${other.type}` },
    make(
      "p",
      {},
      make("span", { className: "sign", textContent: KG.looks[other.type].sign, ariaHidden: "true" }),
      nodeLink(other),
      edge.manner === "done"
        ? null
        : make("span", { className: `chip ${edge.manner}`, textContent: KG.words.statuses[edge.manner] }),
      count,
    ),
    words,
  );
}

/** A sentence with its quote marked where it stands, which need not be where its words stand first. */
function marked({ sentence, at, start, end }) {
  const [before, quote, after] = around(sentence, at, end - start);
  return make("blockquote", {}, before, quote ? make("mark", { textContent: quote }) : null, after);
}

/** One sentence of a report, the words that carry the fact marked, and where it stands. */
function quotation(evidence, type) {
  const text = marked(evidence);
  const { parts, statuses, functions } = KG.words;
  return make(
    "div",
    { className: `evidence t-${type}` },
    text,
    make(
      "footer",
      {},
      make("bdi", { textContent: evidence.document.label }),
      make("span", { className: "chip", textContent: parts[evidence.part] || evidence.part }),
      make("span", {
        className: `chip ${evidence.status}`,
        textContent: statuses[evidence.status] || evidence.status,
      }),
      evidence.func
        ? make("span", { className: "chip", textContent: functions[evidence.func] || evidence.func })
        : null,
      Texts.all.has(evidence.document.id)
        ? make("button", {
            type: "button",
            className: "link",
            textContent: "看原文",
            onclick: () => go("read", evidence.document.id, `${evidence.start}-${evidence.end}`),
          })
        : null,
    ),
  );
}
