"""What is handed on: lines, JSON, SARIF, slips; ids that last; fixed, open and new."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from docx import Document as open_docx

from kg.model import Finding
from kg.reading import read as read_file
from kg.review import Reviewed, check, notes, outputs, review
from kg.review.formats import lines, record, sarif, slip
from kg.review.reviewed import State
from tests.accuracy import SEEDS, shared_lexicon
from tests.review import findings, read, report

FAULTY = report("（二）普法。加强建设建设。宣传《婚姻法》<b>&。\n（二）公开。及时公开。")


def reviewed(text: str = FAULTY) -> list[Reviewed]:
    return review([read(text)], shared_lexicon())


def test_lines_are_those_of_a_linter() -> None:
    first, *_ = lines.render(reviewed())
    assert first.startswith("尼玛县达果乡2024年度法治政府建设情况报告.txt:5:9: text/duplicate ")
    assert "\x1b" not in first
    assert "\x1b[" in next(lines.render(reviewed(), colour=True))


def test_json_holds_every_finding_with_its_place() -> None:
    text = read(FAULTY).document.text
    made = json.loads(record.render(reviewed(), shared_lexicon()))
    assert len(made["findings"]) == 3
    for finding in made["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]
        assert finding["message"].endswith("请复核")
        assert finding["reason"]
        line = text.split("\n")[finding["line"] - 1]
        assert line[finding["column"] - 1 :].startswith(finding["quote"].split("\n")[0])
        assert finding["code"] in made["rules"]


SARIF = Path(__file__).parent / "sarif-2.1.0-rtm.5.json"
"""The schema of the standard, unchanged, as the npm package @microsoft/jest-sarif 1.0.0-beta.0
(MIT licence, Microsoft Corporation) carries it."""


def sarif_of(reports: list[Reviewed]) -> dict[str, Any]:
    """Return a review as SARIF, validated against the standard's schema."""
    made: dict[str, Any] = json.loads(sarif.render(reports, shared_lexicon()))
    jsonschema.Draft4Validator(json.loads(SARIF.read_text("utf-8"))).validate(made)
    return made


def test_sarif_is_what_the_standard_says() -> None:
    (run,) = sarif_of(reviewed())["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == list(shared_lexicon().rules.codes)
    assert all(rule["fullDescription"]["text"] for rule in run["tool"]["driver"]["rules"])
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] == "note"
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert "%" in place["artifactLocation"]["uri"]
        region = place["region"]
        ends = (region["endLine"], region["endColumn"])
        assert ends > (region["startLine"], region["startColumn"])
        assert region["charLength"] == len(region["snippet"]["text"])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda run: run.update(score=3),
        lambda run: run["results"][0].update(level="bad"),
        lambda run: run["results"][0].pop("message"),
        lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].update(
            startLine=0
        ),
    ],
)
def test_the_schema_tells_what_is_no_sarif(spoil: Callable[[dict[str, Any]], Any]) -> None:
    made = json.loads(sarif.render(reviewed(), shared_lexicon()))
    spoil(made["runs"][0])
    validator = jsonschema.Draft4Validator(json.loads(SARIF.read_text("utf-8")))
    assert not validator.is_valid(made)


def test_sarif_of_the_samples_holds_too() -> None:
    lexicon = shared_lexicon()
    paths = sorted(SEEDS.glob("*.txt"))
    both = [*(read_file(path, lexicon) for path in paths), *(read(FAULTY), read(FAULTY))]
    (run,) = sarif_of(review(both, lexicon))["runs"]
    assert any("relatedLocations" in result for result in run["results"])


def test_a_slip_has_room_for_the_reply_and_runs_nothing() -> None:
    (report_,) = reviewed()
    page = slip.html(report_)
    assert "退改意见单" in page
    assert "尼玛县达果乡：" in page
    assert page.count("<td></td></tr>") == 3
    assert "<b>&。" not in page
    assert "<td>一（二）</td>" in page
    assert "自2021年1月1日起已不再施行" in page
    assert "请于　　年　　月　　日前回复" in page
    file = open_docx(io.BytesIO(slip.docx(report_)))
    (table,) = file.tables
    assert [cell.text for cell in table.rows[0].cells] == list(slip.COLUMNS)
    assert len(table.rows) == 4
    assert table.rows[1].cells[-1].text == ""


def test_a_slip_says_once_what_to_write_and_where_all_of_a_report_is_meant() -> None:
    text = report("（二）普法。宣传《未成年保护法》。").replace(
        "四、下一步工作安排", "四、其他事项"
    )
    page = slip.html(reviewed(text)[0])
    assert "<td>全文</td>" in page
    assert "建议：" not in page


def test_slips_are_the_same_bytes_again_and_none_without_findings(tmp_path: Path) -> None:
    reports = [*reviewed(), *reviewed(report()), *reviewed()]
    written = slip.write(reports, tmp_path / "slips")
    assert len(written) == 4
    assert len(set(written)) == 4
    assert slip.docx(reports[0]) == slip.docx(reports[2])
    with zipfile.ZipFile(written[1]) as file:
        assert {info.date_time[0] for info in file.infolist()} == {1980}


def ids(text: str) -> list[tuple[str, str]]:
    return [(finding.id, finding.quote) for finding in findings(text)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("规范权力运行", "规范权力运行，接受各方面的监督"),
        ("现将情况报告如下。", "现将情况报告如下。\n\n"),
        ("听取汇报", "听取汇报 2 次"),
        ("建设建设", "建设 建设"),
    ],
)
def test_an_id_survives_an_edit_elsewhere(before: str, after: str) -> None:
    assert [id_ for id_, _ in ids(FAULTY)] == [id_ for id_, _ in ids(FAULTY.replace(before, after))]


def test_two_alike_have_two_ids() -> None:
    found = ids(report("（二）普法。加强建设建设。\n（三）公开。推进建设建设。"))
    assert len({id_ for id_, _ in found}) == len(found) == 2


def test_an_id_knows_nothing_of_the_file() -> None:
    lexicon = shared_lexicon()
    one = check(read(FAULTY, name="尼玛县达果乡2024.txt"), lexicon)
    other = check(read(FAULTY, name="修改稿（2）.docx"), lexicon)
    assert [finding.id for finding in one] == [finding.id for finding in other]


def codes(found: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in found}


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ((), (), {"text/duplicate", "law/repealed", "text/numbering"}),
        (("law",), (), {"law/repealed"}),
        (("text/", "law"), ("text/numbering",), {"text/duplicate", "law/repealed"}),
        (("law,text/duplicate",), (), {"text/duplicate", "law/repealed"}),
    ],
)
def test_codes_are_selected_and_ignored(
    select: tuple[str, ...], ignore: tuple[str, ...], left: set[str]
) -> None:
    apply = outputs.asked(shared_lexicon(), select=select, ignore=ignore)
    assert codes(apply(reviewed()[0]).findings) == left


@pytest.mark.parametrize("code", ["nonsense", "law/misspeld", ""])
def test_a_code_that_no_rule_has_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="no such code"):
        outputs.asked(shared_lexicon(), select=[code])


def test_a_later_run_says_what_is_fixed_open_and_new(tmp_path: Path) -> None:
    lexicon = shared_lexicon()
    earlier = tmp_path / "earlier.json"
    other = reviewed(report("（二）工作工作。", title="尼玛县阿索乡2024年度法治政府建设情况报告"))
    earlier.write_text(record.render([*reviewed(), *other], lexicon), "utf-8")
    mended = FAULTY.replace("建设建设", "建设").replace("及时公开", "受益人数60人次")
    apply = outputs.asked(lexicon, baseline=earlier)
    result = apply(reviewed(mended)[0])
    states = {finding.code: result.states[finding.id] for finding in result.findings}
    assert states == {
        "law/repealed": State.OPEN,
        "text/numbering": State.OPEN,
        "number/unit": State.NEW,
    }
    assert [fixed.code for fixed in result.fixed] == ["text/duplicate"]
    assert "［已改］" in "".join(lines.render([result]))
    made = sarif_of([result])["runs"][0]["results"]
    assert sorted(row["baselineState"] for row in made) == [
        "absent",
        "new",
        "unchanged",
        "unchanged",
    ]


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"findings": [{"id": 1}]}', '{"findings": 3}'])
def test_a_baseline_that_is_none_is_refused(tmp_path: Path, words: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(words, "utf-8")
    with pytest.raises(ValueError, match=r"x\.json: not what"):
        outputs.asked(shared_lexicon(), baseline=path)
    with pytest.raises(ValueError, match="cannot be read"):
        outputs.asked(shared_lexicon(), baseline=tmp_path / "none.json")


def test_who_selects_is_told_findings_only() -> None:
    apply = outputs.asked(shared_lexicon(), select=["text"])
    assert apply(reviewed(report())[0]).notes == ()


def test_no_law_named_is_told_as_a_fact() -> None:
    assert len(notes(read(report()))) == 1
    assert findings(report()) == []
    assert notes(read(report("（二）普法。宣传民法典。"))) == ()
