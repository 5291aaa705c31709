"""Files of every format become the same words; what is no report says what to do about it."""

from __future__ import annotations

import io
import pickle
import zipfile
from pathlib import Path

import pytest

from kg.documents import SUFFIXES, Unreadable, load
from kg.documents.readers import LARGEST, LONGEST, read
from kg.documents.readers.docx import read_docx
from kg.documents.readers.html import read_html
from kg.documents.readers.markdown import read_markdown
from kg.documents.readers.pdf import read_pdf
from kg.lexicon import Lexicon
from kg.model import Part

LEXICON = Lexicon()
SEEDS = Path(__file__).parents[2] / "seeds"
TEXT = """某县某镇2024年法治政府建设年度报告
2024年，某镇推进依法行政，现将情况报告如下：
一、主要举措和成效
（一）学法。开展学法12次。
二、存在的问题
（一）意识不强。
三、下一步工作打算
（一）加强学习。
"""
PARTS = [Part.MEASURES, Part.MEASURES, Part.PROBLEMS, Part.PROBLEMS, Part.PLAN, Part.PLAN]


def save(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-8") * 9 + b"\xe6\xb3",
        TEXT.encode("gb18030") * 9 + b"\xb7",
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        TEXT.replace("\n", "\r").encode("gbk"),
    ],
    ids=["utf-8", "mark", "gb18030", "gbk", "utf-16", "damaged utf-8", "damaged gbk", "crlf", "cr"],
)
def test_text_files_of_any_encoding_and_line_end(data: bytes, tmp_path: Path) -> None:
    document = load(save(tmp_path, "报告.txt", data), lexicon=LEXICON)
    assert [s.part for s in document.sections[:6]] == PARTS
    assert document.quote(document.title) == TEXT.split("\n")[0]
    assert document.source.reader == "txt"


def test_text_is_the_files_own_code_point_by_code_point(tmp_path: Path) -> None:
    own = "\ufeff" + TEXT.replace("\n", "\r\n")
    path = save(tmp_path, "报告.txt", own.encode("utf-8"))
    with path.open(encoding="utf-8", newline="") as file:
        assert load(path, lexicon=LEXICON).text == file.read() == own


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.stem)
def test_samples_are_read_as_they_stand(path: Path) -> None:
    document = load(path, lexicon=LEXICON)
    assert document.text == path.read_bytes().decode("utf-8")
    assert document.year == 2024
    assert document.id == path.name
    assert {Part.MEASURES, Part.PROBLEMS, Part.PLAN} <= {s.part for s in document.sections}


def test_markdown_loses_its_marks_and_keeps_its_headings() -> None:
    content = read_markdown(
        "---\ntitle: x\n---\n# 某镇2024年**法治政府**建设报告\n\n## 主要成效\n\n- 学习《宪法》[全文](http://x)\n"
        "> 普法*12*场次\n\n存在问题\n--------\n\n**意识不强**\n\n| 指标 | 数 |\n|---|---|\n| 调解 | 12 |\n".encode()
    )
    assert content.text.split("\n") == [
        "某镇2024年法治政府建设报告", "主要成效", "学习《宪法》全文", "普法12场次", "存在问题", "意识不强", "指标 | 数", "调解 | 12",
    ]  # fmt: skip
    marked = {content.text[at:].split("\n")[0]: level for at, level in content.headings.items()}
    assert marked == {"某镇2024年法治政府建设报告": 1, "主要成效": 2, "存在问题": 2, "意识不强": 7}


PAGE = """<!doctype html><html><head><title>某区政府网</title><style>p{}</style></head><body>
<div class="nav"><a href="/">首页</a> &gt; <a href="/b">政务公开</a></div>
<p>今天是2025年1月1日</p>
<h1>某镇2024年法治政府建设年度报告</h1>
<p>2024年，&nbsp;某镇推进<b>依法行政</b>，现报告如下。</p>
<h2>一、主要成效</h2><p>学习<a href="x">《宪法》</a>，开展普法活动12场次&lt;含网上&gt;。<br>又3次</p>
<table><tr><td>调解</td><td>12</td></tr><tr><td>普法</td><td>30</td></tr></table>
<p><strong>二、下一步打算</strong></p><p style="display:none">看不见</p><script>alert("法治")</script>
<p>加强学习。</p><ul><li><a href="n">上一条：某通知</a></li></ul>
<p>版权所有：某区人民政府 备案号 1</p><p>主管：某办</p></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_web_pages_lose_the_page(encoding: str) -> None:
    content = read_html(PAGE.encode(encoding))
    assert content.text.split("\n") == [
        "某镇2024年法治政府建设年度报告", "2024年，\xa0某镇推进依法行政，现报告如下。", "一、主要成效",
        "学习《宪法》，开展普法活动12场次<含网上>。", "又3次", "调解 | 12", "普法 | 30", "二、下一步打算", "加强学习。",
    ]  # fmt: skip
    assert sorted(content.headings.values()) == [1, 2, 7]


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, numbering: str = "", styles: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, root, inner in (
            ("document", "document", f"<w:body>{body}</w:body>"),
            ("numbering", "numbering", numbering),
            ("styles", "styles", styles),
        ):
            archive.writestr(f"word/{name}.xml", f'<w:{root} xmlns:w="{WORD}">{inner}</w:{root}>')
    return buffer.getvalue()


def paragraph(*words: str, properties: str = "") -> str:
    runs = "".join(f"<w:r><w:t>{word}</w:t></w:r>" for word in words)
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def numbered(level: int, number: int = 1) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


NUMBERING = """<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>"""
STYLES = '<w:style w:styleId="2"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'


def test_word_files_keep_numbers_tables_and_headings() -> None:
    body = (
        paragraph("某镇2024年", "法治政府建设报告")
        + paragraph("主要成效", properties=numbered(0))
        + paragraph("学法", properties=numbered(1))
        + paragraph("普法", properties=numbered(1))
        + paragraph("存在问题", properties=numbered(0))
        + paragraph("意识", properties=numbered(1))
        + paragraph("打算", properties='<w:pStyle w:val="2"/>')
        + "<w:tbl><w:tr><w:tc>"
        + paragraph("调解")
        + "</w:tc><w:tc>"
        + paragraph("12")
        + "</w:tc></w:tr></w:tbl>"
        + "<w:sdt><w:sdtContent>"
        + paragraph("控件里的字")
        + "</w:sdtContent></w:sdt><w:p><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>"
    )
    content = read_docx(docx(body, NUMBERING, STYLES))
    assert content.text.split("\n") == [
        "某镇2024年法治政府建设报告", "一、主要成效", "（一）学法", "（二）普法", "二、存在问题", "（一）意识", "打算", "调解 | 12", "控件里的字",
    ]  # fmt: skip
    assert content.headings == {content.text.index("打算"): 2}


def pdf(pages: list[list[str]]) -> bytes:
    """Write a PDF whose Chinese words can be read back, by a font that every reader knows."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}]>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>",
    ]
    for index, lines in enumerate(pages):
        shown = "".join(
            f"1 0 0 1 72 {720 - 24 * row} Tm <{line.encode('utf-16-be').hex()}> Tj\n"
            for row, line in enumerate(lines)
        )
        stream = f"BT /F1 14 Tf\n{shown}ET".encode()
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {6 + 2 * index} 0 R>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    out = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(out),
    )  # fmt: skip


def test_pdf_files_lose_page_numbers_and_running_heads() -> None:
    head = "某镇人民政府文件"
    pages = [
        [head, "一、主要成效", "- 1 -"],
        [head, "二、存在问题", "- 2 -"],
        [head, "三、打算", "3"],
    ]
    assert read_pdf(pdf(pages)).text.split("\n") == ["一、主要成效", "二、存在问题", "三、打算"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("报告.md", TEXT.encode()),
        ("报告.html", ("<p>" + TEXT.replace("\n", "</p><p>")).encode()),
        ("报告.HTM", ("<body>" + TEXT.replace("\n", "<br>")).encode("gbk")),
        ("报告.docx", docx("".join(map(paragraph, TEXT.split("\n"))))),
        ("报告.pdf", pdf([TEXT.split("\n")[:5], TEXT.split("\n")[5:]])),
    ],
)
def test_every_format_has_the_same_outline(name: str, data: bytes, tmp_path: Path) -> None:
    document = load(save(tmp_path, name, data), lexicon=LEXICON)
    assert [s.part for s in document.sections] == PARTS
    assert document.year == 2024
    assert Path(name).suffix.lower() in SUFFIXES


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (65 << 20))
    return buffer.getvalue()


def nested(depth: int) -> bytes:
    return docx("<w:sdt>" * depth + paragraph("法治政府") + "</w:sdt>" * depth)


def entities() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "法治">]><d>&a;</d>')
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("空.txt", b"", "empty"),
        ("空白.txt", b" \n\t\r\n", "empty"),
        ("二进制.txt", b"\x00\x01\x02" * 100, "binary"),
        ("噪声.txt", bytes(range(128, 256)) * 40, "UTF-8"),
        ("公函.doc", b"\xd0\xcf\x11\xe0" + b"x" * 99, "save it as .docx"),
        ("表.xlsx", b"PK\x03\x04", "no format"),
        ("无后缀", TEXT.encode(), "no suffix"),
        ("假.txt", b"%PDF-1.4 ...", "rename"),
        ("坏.docx", b"PK\x03\x04 broken", "damaged"),
        ("空.docx", docx(""), "holds no words"),
        ("炸弹.docx", bomb(), "not read"),
        ("实体.docx", entities(), "entities"),
        ("深.docx", nested(5000), "damaged"),
        (
            "级别.docx",
            docx(paragraph("法治", properties='<w:numPr><w:ilvl w:val="x"/></w:numPr>')),
            "damaged",
        ),
        ("坏.pdf", b"%PDF-1.4 broken", "damaged"),
        ("扫描.pdf", pdf([[]]), "scan"),
        ("框架.html", b"<html><script>x</script></html>", "no words"),
        (
            "新闻.txt",
            "某镇举办迎春晚会，群众欢聚一堂。".encode(),
            "no rule-of-law government report",
        ),
        ("动态.txt", "某县召开大会，会议强调要建设法治政府，抓好春耕。".encode(), "hardly"),
        (
            "brief.md",
            ("It reads the yearly reports (法治政府, 依法行政) of townships. " * 9).encode(),
            "hardly",
        ),
        ("方案.txt", "某镇2024年法治政府建设实施方案\n一、总体要求\n加强学习。".encode(), "方案"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    name: str, data: bytes, reason: str, tmp_path: Path
) -> None:
    path = save(tmp_path, name, data)
    with pytest.raises(Unreadable) as error:
        load(path, lexicon=LEXICON)
    assert reason in error.value.reason
    assert error.value.path == path


def test_a_folder_is_searched_for_what_must_be_saved_anew_too() -> None:
    assert {".txt", ".docx", ".doc", ".wps"} <= SUFFIXES


def test_missing_folders_and_huge_files_are_refused(tmp_path: Path) -> None:
    huge = save(tmp_path, "大.txt", b"")
    with huge.open("wb") as file:
        file.truncate(LARGEST + 1)
    for path, reason in (
        (tmp_path / "没有.txt", "no such file"),
        (tmp_path, "folder"),
        (huge, "20 MB"),
    ):
        with pytest.raises(Unreadable, match=reason):
            read(path)


def test_a_text_too_long_for_a_report_is_refused(tmp_path: Path) -> None:
    assert read(save(tmp_path, "长.txt", ("法" * LONGEST).encode()))[1].reader == "txt"
    with pytest.raises(Unreadable, match=r"more than 1,000,000 characters.* split it"):
        read(save(tmp_path, "过长.txt", ("法" * (LONGEST + 1)).encode()))


def test_the_error_travels_between_processes(tmp_path: Path) -> None:
    error = pickle.loads(pickle.dumps(Unreadable(tmp_path, "empty")))
    assert (error.path, error.reason) == (tmp_path, "empty")
