"""Words of a report are words, whatever they look like: no payload runs script, anywhere."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import expect

from kg import names
from kg.graph.evidence import Evidence
from kg.lexicon.concepts import EntityClass
from kg.page import render
from tests.page.browser import Opened, frames
from tests.page.samples import write

PAYLOADS = (
    "<script>window.hit=1</script>",
    "</script><script>window.hit=1</script>",
    "</ScRiPt ><sCrIpT>window.hit=1</sCrIpT>",
    "<!--<script>window.hit=1//",
    "--><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<img src=x onerror='window.hit=1'",
    "<svg onload=window.hit=1>",
    "<svg><script>window.hit=1</script></svg>",
    "<svg><animate onbegin=window.hit=1 attributeName=x dur=1s>",
    "<math><mtext></mtext><script>window.hit=1</script></math>",
    "<body onload=window.hit=1>",
    "<iframe srcdoc='<script>parent.hit=1</script>'>",
    "<iframe src=javascript:parent.hit=1>",
    "<object data=javascript:window.hit=1>",
    "<embed src=javascript:window.hit=1>",
    "<a href=javascript:window.hit=1>href</a>",
    "<a href='data:text/html,<script>opener.hit=1</script>'>x</a>",
    "javascript:window.hit=1",
    "javascript:/*--></title></style></textarea></script><svg onload='window.hit=1'>",
    "<details open ontoggle=window.hit=1>",
    "<input autofocus onfocus=window.hit=1>",
    "<video><source onerror=window.hit=1>",
    "<audio src=x onerror=window.hit=1>",
    "<marquee onstart=window.hit=1>",
    "<base href='http://127.0.0.1:9/'>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
    "<style>@import 'http://127.0.0.1:9/x.css';</style>",
    "<form action=http://127.0.0.1:9/><button autofocus>",
    "<template><script>window.hit=1</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=window.hit=1>'>",
    '" onmouseover=window.hit=1 x="',
    "' onfocus=window.hit=1 autofocus x='",
    "`-window.hit=1-`",
    "${window.hit=1}",
    "';window.hit=1;//",
    '";window.hit=1;//',
    "\\u003cscript\\u003ewindow.hit=1\\u003c/script\\u003e",
    "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "&#60;script&#62;window.hit=1&#60;/script&#62;",
    "{{7*7}}",
    "{{ cycler.__init__.__globals__.os.system('true') }}",
    "{% raw %}{{7*7}}{% endraw %}",
    "{#7*7#}",
    "#{7*7}",
    "<%= 7*7 %>",
    "]]><script>window.hit=1</script>",
    "\u2028window.hit=1\u2029",
    "\u202e<tpircs>1=tih.wodniw\u202c",
    "\u0000<script>window.hit=1</script>",
    "<scr\u0000ipt>window.hit=1</script>",
    "＜script＞window.hit=1＜/script＞",
    "__proto__",
    "constructor",
    "toString",
    "href",
    "\U0001f600\u200d<b>粗</b>",
    "../../../etc/passwd",
    '=HYPERLINK("http://127.0.0.1:9/","x")',
)


def hostile_network() -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    for number, words in enumerate(PAYLOADS):
        town = names.place(f"{number}{words}")
        law = names.BASE + "law/" + words
        network.add_node(town, label=words, type="Township", kind="", facts={words: [words]})
        network.add_node(
            law, label=words, type="Law", kind="LAW", facts={"又作": [words], words: [words]}
        )
        proof = Evidence(
            report=words,
            start=0,
            end=len(words),
            quote=words,
            sentence=f"前{words}后",
            at=1,
            report_label=words,
            document=words,
            part="measures",
            status="done",
            function="study",
        )
        network.add_edge(town, law, key=words, predicate=words, label=words, evidence=(proof,))
    return network


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory, classes: dict[str, EntityClass]) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "<img src=x onerror=window.hit=1>.html".replace(
        "/", "_"
    )
    title = "".join(PAYLOADS)
    write(render(hostile_network(), title=title, classes=classes), path)
    return path


def test_there_are_enough_payloads() -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 40


def test_no_payload_runs_while_everything_is_opened(hostile_page: Path, opened: Opened) -> None:
    page = opened.open(hostile_page)
    for words in PAYLOADS:
        page.locator("#search").fill(words)
    page.evaluate(
        """for (const thing of [...KG.nodes, ...KG.edges]) {
          Panel.show(thing);
          hint(thing.label, { clientX: 9 });
        }"""
    )
    page.evaluate("choose(KG.nodes.at(-1))")
    frames(page)
    page.evaluate("choose(KG.edges.at(-1))")
    frames(page)
    assert page.evaluate("window.hit") is None
    assert opened.complaints == []
    assert [url for url in opened.requests if not url.startswith("file:")] == []


def test_words_arrive_as_they_are(hostile_page: Path, opened: Opened) -> None:
    page = opened.open(hostile_page)
    assert sorted(set(page.evaluate("KG.nodes.map((n) => n.label)"))) == sorted(PAYLOADS)
    page.evaluate("choose(KG.nodes.find((n) => n.label === '{{7*7}}' && n.type === 'Law'))")
    expect(page.locator("#panel h2")).to_have_text("{{7*7}}")
    expect(page.locator("#panel mark").first).to_have_text("{{7*7}}")
    expect(page.locator("#panel").locator("script, img, iframe, style")).to_have_count(0)


def test_no_line_and_no_order_mark_is_drawn(hostile_page: Path, opened: Opened) -> None:
    page = opened.open(hostile_page)
    drawn = "".join(page.evaluate("KG.nodes.map(drawnLabel)"))
    assert not set(drawn) & set("\n\r\u0000\u2028\u2029\u202c\u202e")
