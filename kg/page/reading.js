"use strict";
// Reading the texts, what to look at again in them, and the way back from the charts.

// ---- what to look at again

function check() {
  const groups = KG.compared.columns
    .map((column) => KG.findings.filter((each) => each.document === column.document))
    .filter((group) => group.length);
  byId("check-list").replaceChildren(
    ...groups.map((group) =>
      make(
        "section",
        { className: "doubts" },
        make(
          "h3",
          {},
          make("bdi", { textContent: group[0].label }),
          make("span", { textContent: `${group.length} 处` }),
        ),
        ...group.map((each) =>
          make(
            "div",
            { className: "doubt-card" },
            make(
              "p",
              {},
              make("span", { className: "chip doubt", textContent: each.what }),
              make("b", {}, make("bdi", { textContent: each.quote })),
              each.canonical ? make("span", { className: "verb", textContent: "是否为" }) : null,
              each.canonical ? make("bdi", { className: "proposal", textContent: each.canonical }) : null,
            ),
            make("small", { textContent: `${each.why}，请复核。` }),
            marked(each.sentence, each.quote),
            make("button", {
              type: "button",
              className: "link",
              textContent: "看原文",
              onclick: () => go("read", each.document, `${each.start}-${each.end}`),
            }),
          ),
        ),
      ),
    ),
  );
}

// ---- reading

const Text = { open: null };

function openText([document_, at]) {
  const articles = [...document.querySelectorAll("#read article")];
  const chosen = articles.find((article) => article.dataset.document === document_) || articles[0];
  for (const article of articles) article.hidden = article !== chosen;
  const number = String(articles.indexOf(chosen));
  for (const report of document.querySelectorAll("#read .report"))
    report.open = report.dataset.report === number;
  for (const mark of document.querySelectorAll("#read mark.here")) mark.classList.remove("here");
  const marks = [...chosen.querySelectorAll("mark")];
  const here = marks.filter((mark) => mark.dataset.at === at);
  const thing = at ? edgeAt(chosen.dataset.document, at) || KG.byKey.get(here[0]?.dataset.key) : null;
  Panel.show(thing || null);
  byId("read").classList.toggle("with-panel", Boolean(thing));
  if (Text.open !== chosen) {
    Text.open = chosen;
    kinds(chosen);
    document.querySelector("#read .sheets").scrollTop = 0;
  }
  if (!at) return;
  for (const mark of here) mark.classList.add("here");
  const target = here[0] || marks.filter((mark) => parseInt(mark.dataset.at, 10) <= parseInt(at, 10)).at(-1);
  target?.scrollIntoView({ block: "center" });
}

/** Say which kinds are marked in a text, and let each be switched off. */
function kinds(article) {
  const marks = [...article.querySelectorAll("mark")];
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

const edgeAt = (document_, at) =>
  KG.edges.find((edge) =>
    edge.evidence.some((e) => e.document.id === document_ && `${e.start}-${e.end}` === at),
  );

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
      const article = byId(`text-${summary.parentElement.dataset.report}`);
      if (article.hidden) go("read", article.dataset.document);
      else summary.parentElement.open = !summary.parentElement.open;
      return;
    }
    const mark = event.target.closest("mark");
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
