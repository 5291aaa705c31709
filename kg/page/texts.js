"use strict";
// The reports' texts: each paragraph is pieces of text, in which layers (marks, questions, headings)
// nest. An article is made of them when somebody comes to read it.

const Texts = {
  /** All texts, by document. */
  get all() {
    this.made ??= new Map(
      (KG.texts ?? []).map(([id, title, layers, paragraphs], number) => [
        id,
        { number, id, title, layers, paragraphs },
      ]),
    );
    return this.made;
  },
};

/** The paragraphs of a text as plain words. */
function linesOf(text) {
  const words = (pieces) => pieces.map((p) => (typeof p === "string" ? p : words(p.slice(1)))).join("");
  text.lines ??= text.paragraphs.map(words);
  return text.lines;
}

function articleOf(text) {
  if (!text.article) {
    text.article = make(
      "article",
      { id: `text-${text.number}`, dataset: { document: text.id }, aria: { label: text.title }, hidden: true },
      ...text.paragraphs.map((pieces) => make("p", {}, ...pieces.map((piece) => laid(piece, text.layers)))),
    );
    document.querySelector("#read .sheets").append(text.article);
  }
  return text.article;
}

function laid(piece, layers) {
  if (typeof piece === "string") return piece;
  const [layer, ...inside] = piece;
  const [name, style, at, more] = layers[layer];
  const element = make(name, { className: style }, ...inside.map((each) => laid(each, layers)));
  if (at) element.dataset.at = at;
  if (name === "mark") element.dataset.n = more;
  else if (name === "u") element.title = more;
  else if (more) element.id = more;
  return element;
}
