"""Varied synthetic reports from a seed: for measuring how cost grows, never for accuracy.

    python -m tests.bench.synthetic 1000 FOLDER

Every report says that it is synthetic, in its file's name and its last line, and no two are alike.
The same seed and number give the same bytes.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.lexicon import Lexicon

MARK = "（本文为合成样本，仅供测试，不是任何地方的报告。）"
SEED = 20241204
TOWNSHIP_CODE = 9

_DIGITS = "一二三四五六七八九十"
_NUMBERING = (
    ("{}、", "（{}）", "一是"),
    ("{}、", "({})", ""),
    ("{}.", "（{}）", ""),
    ("第{}部分 ", "{}、", "一是"),
)
_HEADINGS = {
    "measures": ("主要举措和成效", "工作开展情况", "2024年法治政府建设工作情况", "主要做法及成效"),
    "problems": ("存在的问题和不足", "存在的主要问题及原因", "困难和短板"),
    "leader_duty": ("党政主要负责人履行推进法治建设第一责任人职责情况", "主要负责同志履职情况"),
    "plan": ("下一步工作打算", "2025年工作计划", "下一年度工作安排"),
}
_THEMES = ("强化组织领导", "深化普法宣传", "规范行政决策", "化解矛盾纠纷", "推进政务公开", "严格规范执法",
           "优化营商环境", "夯实基层基础", "加强队伍建设", "健全监督体系")  # fmt: skip
_LAWS = ("《宪法》", "《中华人民共和国民法典》", "《信访工作条例》", "《行政处罚法》", "《未成年人保护法》",
         "《政府信息公开条例》", "《重大行政决策程序暂行条例》", "《反有组织犯罪法》", "《森林法》",
         "《安全生产法》", "《社区矫正法》", "《人民调解法》", "《行政复议法》", "《妇女权益保障法》")  # fmt: skip
_BODIES = ("司法所", "派出所", "综治中心", "便民服务中心", "人民调解委员会", "平安法治办", "综合行政执法队",
           "法治政府建设工作领导小组", "党委理论学习中心组", "驻村工作队")  # fmt: skip
_MECHANISMS = ("矛盾纠纷多元化解机制", "“谁执法谁普法”责任制", "重大行政决策程序", "领导干部接访下访制度",
               "法律顾问制度", "权责清单", "“一站式”政务服务模式", "信访工作联席会议制度", "网格化管理体系")  # fmt: skip
_ROLES = ("人民调解员", "网格员", "法律明白人", "法律顾问", "法治副校长", "普法宣传员")
_DISPUTES = ("婚姻家庭纠纷", "邻里纠纷", "草场纠纷", "劳资纠纷", "土地纠纷", "物业纠纷")
_DAYS = ("“3·15”消费者权益保护日", "“4·15”全民国家安全教育日", "“6·26”国际禁毒日", "“12·4”国家宪法日", "民法典宣传月")  # fmt: skip
_SENTENCES = (
    "组织学习{law}、{law}等法律法规{n}次，参训{n}余人次。",
    "依托{body}开展法治宣传活动{n}场次，发放宣传资料{n}余份。",
    "全年受理矛盾纠纷{n}件，调解成功{n}件，调解成功率达{rate}%。",
    "建立健全{mech}，重点化解{dispute}、{dispute}等问题。",
    "整合{body}、{body}力量，配备{role}{n}名。",
    "利用{day}、{day}等节点普及{law}，覆盖群众{n}人次。",
    "严格落实{mech}，召开专题会议{n}次，听取汇报{n}次。",
    "成立{body}，由乡党委书记任组长，明确{n}项任务。",
    "培育{role}{n}名，成功调解{dispute}{n}起，涉及资金{n}万元。",
    "推行{mech}，{body}全年接待群众{n}人次。",
)
_PROBLEMS = (
    "{role}队伍力量薄弱，{dispute}化解能力不足。",
    "{mech}还不够完善，部分干部对{law}掌握不深。",
    "普法形式单一，群众对{law}知晓度不高。",
)
_PLANS = (
    "持续完善{mech}，力争新增{role}{n}名。",
    "加大{law}宣传力度，开展活动{n}场以上。",
    "充实{body}力量，推动{dispute}早发现早处置。",
)


def reports(number: int, *, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Yield ``number`` pairs of file name and text."""
    places = Lexicon().places
    townships = [code for code in places.below("") if len(code) == TOWNSHIP_CODE]
    for index in range(number):
        dice = random.Random(f"{seed}-{index}")
        chain = places.chain(dice.choice(townships))
        yield (
            f"合成-{index:05d}-{chain[-1].name}.txt",
            _report(chain[-1].name, chain[-2].name, dice),
        )


def write(number: int, folder: Path, *, seed: int = SEED) -> list[Path]:
    """Write reports into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in reports(number, seed=seed):
        path = folder / name
        path.write_text(text, "utf-8")
        paths.append(path)
    return paths


def _report(town: str, county: str, dice: random.Random) -> str:
    first, second, spoken = dice.choice(_NUMBERING)
    lines = [f"{county}{town}2024年度法治政府建设情况报告", ""]
    lines += [f"2024年，{town}在县委、县政府领导下，全面贯彻习近平法治思想。现将情况报告如下。"]
    parts = [p for p in _HEADINGS if p != "leader_duty" or dice.random() < 0.7]
    for at, part in enumerate(parts):
        lines.append(first.format(_DIGITS[at]) + dice.choice(_HEADINGS[part]))
        pool = {"problems": _PROBLEMS, "plan": _PLANS}.get(part, _SENTENCES)
        for number, theme in enumerate(dice.sample(_THEMES, dice.randint(2, 6))):
            body = "".join(_fill(dice.choice(pool), dice) for _ in range(dice.randint(1, 4)))
            lines.append(f"{second.format(_DIGITS[number])}{theme}。{spoken}{body}")
    text = "\n".join([*lines, MARK, ""])
    return text.translate(str.maketrans("，：", ",:")) if dice.random() < 0.2 else text


def _fill(template: str, dice: random.Random) -> str:
    pools = {"law": _LAWS, "body": _BODIES, "mech": _MECHANISMS, "role": _ROLES,
             "dispute": _DISPUTES, "day": _DAYS}  # fmt: skip
    for slot, pool in pools.items():
        for value in dice.sample(pool, template.count(f"{{{slot}}}")):
            template = template.replace(f"{{{slot}}}", value, 1)
    while "{n}" in template:
        template = template.replace("{n}", str(dice.randint(2, 3000)), 1)
    return template.replace("{rate}", str(dice.randint(80, 100)))


if __name__ == "__main__":
    made = write(int(sys.argv[1]), Path(sys.argv[2]))
    print(f"{len(made)} synthetic reports in {sys.argv[2]}")
