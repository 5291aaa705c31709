"use strict";
// What to look at again in the reports, asked and not judged.

const kindOf = ({ code }) => code.split("/")[0];

function check() {
  const kinds = new Map();
  for (const each of KG.findings) kinds.set(kindOf(each), (kinds.get(kindOf(each)) || 0) + 1);
  byId("check-kind").hidden = kinds.size < 2;
  byId("check-kind").replaceChildren(
    make("option", { value: "", textContent: `全部（${KG.findings.length}）` }),
    ...[...kinds].map(([kind, count]) =>
      make("option", { value: kind, textContent: `${KG.words.questions[kind] || kind}（${count}）` }),
    ),
  );
  doubts(MOST_DOUBTS);
}
byId("check-kind")?.addEventListener("change", () => doubts(MOST_DOUBTS));

const MOST_DOUBTS = 200;

function doubts(most) {
  const wanted = byId("check-kind").value;
  const asked = KG.findings.filter((each) => !wanted || kindOf(each) === wanted);
  const groups = new Map();
  for (const each of asked.slice(0, most)) {
    groups.set(each.document, [...(groups.get(each.document) || []), each]);
  }
  byId("check-list").replaceChildren(
    ...[...groups.values()].map((group) =>
      make(
        "section",
        { className: "doubts" },
        make(
          "h3",
          {},
          make("bdi", { textContent: group[0].label }),
          make("span", { textContent: `${group.length} 处` }),
        ),
        ...group.map(card),
      ),
    ),
  );
  if (asked.length > most)
    byId("check-list").append(
      make("button", {
        type: "button",
        className: "save more",
        textContent: `再列一些（已列 ${most} / ${asked.length}）`,
        onclick: () => doubts(most + MOST_DOUBTS),
      }),
    );
}

function card(each) {
  return make(
    "div",
    { className: "doubt-card" },
    make(
      "p",
      {},
      make("b", {}, make("bdi", { textContent: each.message })),
      each.suggestion ? make("span", { className: "proposal" }, "建议：", make("bdi", { textContent: each.suggestion })) : null,
    ),
    make("small", {}, make("bdi", { textContent: each.reason })),
    marked(each),
    ...each.others.map(([document_, start, end, quote]) => {
      const words = ["对照：", make("bdi", { textContent: quote })];
      return byId("read")
        ? make(
            "button",
            { type: "button", className: "link other", onclick: () => go("read", document_, `${start}-${end}`) },
            ...words,
          )
        : make("span", { className: "other" }, ...words);
    }),
    byId("read")
      ? make("button", {
          type: "button",
          className: "link",
          textContent: "看原文",
          onclick: () => go("read", each.document, `${each.start}-${each.end}`),
        })
      : null,
  );
}
