"""Reports in few lines, and what is asked about them."""

from __future__ import annotations

from kg import documents
from kg.model import Finding, Reading
from kg.reading import understand
from kg.review import check
from tests.accuracy import shared_lexicon

NAME = "尼玛县达果乡2024年度法治政府建设情况报告.txt"


def report(
    measures: str = "",
    *,
    problems: str = "（一）普法力度不够，原因是人手少。",
    duty: str = "乡党委书记主持会议，听取汇报。",
    plan: str = "（一）加大普法力度，开展培训，丰富宣传的形式和内容，提升干部群众的法治意识和能力。",
    title: str = "尼玛县达果乡2024年度法治政府建设情况报告",
) -> str:
    """Return a report that holds all it should, but for what is put in."""
    return (
        f"{title}\n现将情况报告如下。\n"
        f"一、主要举措和成效\n（一）推进依法行政。坚持依法办事，规范权力运行。\n{measures}\n"
        f"二、存在的不足和原因\n{problems}\n"
        f"三、党政主要负责人履行推进法治建设第一责任人职责情况\n{duty}\n"
        f"四、下一步工作安排\n{plan}\n"
    )


def read(text: str, name: str = NAME) -> Reading:
    lexicon = shared_lexicon()
    return understand(documents.from_text(text, name=name, lexicon=lexicon), lexicon)


def findings(text: str, code: str = "") -> list[Finding]:
    """Return what is asked about a text, of one code or prefix."""
    found = check(read(text), shared_lexicon())
    return [finding for finding in found if finding.code.startswith(code)]


def quotes(text: str, code: str) -> list[str]:
    return [finding.quote for finding in findings(text, code)]
