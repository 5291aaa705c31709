"""What a figure counts: its indicator and its verb, and the comparable indicator it is a value of."""

from __future__ import annotations

import pytest

from kg import documents, linking
from kg.mentions.quantities import find
from kg.model import Mention
from tests.accuracy import shared_lexicon


def figures(text: str) -> list[Mention]:
    lexicon = shared_lexicon()
    document = documents.from_text(text, name="report.txt", lexicon=lexicon)
    return list(linking.link(document, list(find(document, lexicon)), lexicon))


def comparable(text: str) -> str:
    """Return the indicators that the figures of a text are values of."""
    return "|".join(m.concept.rpartition("/")[2] if m.concept else "-" for m in figures(text))


def told(mention: Mention) -> str:
    """Return a figure as ``words indicator/action``."""
    quantity = mention.quantity
    assert quantity is not None
    return f"{mention.text} {quantity.indicator}/{quantity.action}"


BOUND = [
    # verb, noun, figure
    ("全年召开法治建设推进会3次。", "3次 法治建设推进会/召开"),
    ("镇党委全年共组织开展各类法治宣传活动20余场次。", "20余场次 法治宣传活动/开展"),
    ("区长主持召开常务会议12次。", "12次 常务会议/召开"),
    ("全年常务会听取法治工作汇报2次。", "2次 法治工作汇报/听取"),
    ("组织干部参加旁听庭审4次。", "4次 旁听庭审/参加"),
    ("借助微信公众号推送普法信息65条。", "65条 普法信息/推送"),
    ("聘请执业律师担任法律顾问，出具法律意见书26份。", "26份 法律意见书/出具"),
    ("街道人民调解组织共受理各类矛盾纠纷126件。", "126件 矛盾纠纷/受理"),
    ("2024年度共制定出台行政规范性文件3件。", "3件 行政规范性文件/出台"),
    ("持续整改执法不规范问题7项。", "7项 执法不规范问题/整改"),
    ("严肃查处违法建设案件15宗。", "15宗 违法建设案件/查处"),
    ("累计排查各类风险隐患320处。", "320处 风险隐患/排查"),
    ("开展“宪法进万家”“美好生活·民法典相伴”等主题活动18场。", "18场 “宪法进万家”“美好生活·民法典相伴”等主题活动/开展"),
    ("制作宣传横幅、海报等宣传品400份。", "400份 宣传横幅、海报等宣传品/制作"),
    ("召开党工委会议、法治专题会、社区例会共12次。", "12次 党工委会议、法治专题会、社区例会/召开"),
    ("带头开展法治宣讲活动，全年累计12场次。", "12场次 法治宣讲活动/开展"),
    ("区政府收到政府信息公开申请58件。", "58件 政府信息公开申请/收到"),
    ("县司法局审查合同、协议等涉法文件96件。", "96件 合同、协议等涉法文件/审查"),
    ("学习《宪法》《民法典》等法律法规20部。", "20部 《宪法》《民法典》等法律法规/学习"),
    # a list shares its verb
    ("开展专题培训5期、应急演练9次。", "5期 专题培训/开展|9次 应急演练/开展"),
    ("审查合同120份、规范性文件5件、重大决策3件。", "120份 合同/审查|5件 规范性文件/审查|3件 重大决策/审查"),
    ("建成法治广场2个、法治长廊6处。", "2个 法治广场/建成|6处 法治长廊/建成"),
    ("全年开展法治讲座8场次、发放宣传手册5000余份。", "8场次 法治讲座/开展|5000余份 宣传手册/发放"),
    ("受理矛盾纠纷120件，其中婚姻家庭纠纷30件、邻里纠纷20件。", "120件 矛盾纠纷/受理|30件 婚姻家庭纠纷/受理|20件 邻里纠纷/受理"),
    # the noun stands after the figure
    ("设立12个村级调解室。", "12个 村级调解室/设立"),
    ("聘请3名执业律师担任法律顾问。", "3名 执业律师/聘请"),
    ("对27家重点单位开展法治督察。", "27家 重点单位/开展"),
    ("为10余家企业提供法治体检。", "10余家 企业/提供"),
    ("查出15类问题。", "15类 问题/查出"),
    ("全县先后开展4次专项隐患排查行动。", "4次 专项隐患排查行动/开展"),
    ("举办2场法治文艺演出。", "2场 法治文艺演出/举办"),
    ("部署推进25项工作、48项重点任务。", "25项 工作/推进|48项 重点任务/推进"),
    ("组织46名行政执法人员参加资格考试。", "46名 行政执法人员/组织"),
    ("3名同志通过法律职业资格考试。", "3名 同志/通过"),
    ("新任命的11名国家工作人员进行了宪法宣誓。", "11名 国家工作人员/进行"),
    ("取消18项行政许可事项。", "18项 行政许可事项/取消"),
    ("保留17件规范性文件，宣布失效9件、废止10件。", "17件 规范性文件/保留|9件 规范性文件/宣布失效|10件 规范性文件/废止"),
    ("2个法治项目获评省级示范。", "2个 法治项目/获评"),
    ("举办为期15天的法律明白人培训班。", "15天 法律明白人培训班/举办"),
    ("县委常委会2次听取法治建设情况汇报。", "2次 法治建设情况汇报/听取"),
    ("镇党委会议先后4次研究部署法治工作。", "4次 部署法治工作/研究"),
    # places
    ("全镇13个村（居）实现法律顾问全覆盖。", "13个村（居） 法律顾问全覆盖/实现"),
    ("兼职法律顾问已覆盖11个社区。", "11个社区 社区/覆盖"),
    # the noun before its verb, or taken from the figure before
    ("会前学法坚持了8次。", "8次 会前学法/坚持"),
    ("公职律师现有7人。", "7人 公职律师/现有"),
    ("全街道有行政执法人员14人。", "14人 行政执法人员/有"),
    ("矛盾纠纷调解成功35件。", "35件 矛盾纠纷/调解"),
    ("受理矛盾纠纷86件，调处成功84件，调处成功率97.7%。", "86件 矛盾纠纷/受理|84件 矛盾纠纷/调处|97.7% 调处成功率/"),
    ("共收到信访件52件，办结50件。", "52件 信访件/收到|50件 信访件/办结"),
    ("调解跨省纠纷2起，辖区内调解11起，涉及资金46万元。", "2起 跨省纠纷/调解|11起 辖区内纠纷/调解|46万元 资金/涉及"),
    ("治安巡逻60余次，安全隐患排查20余次。", "60余次 治安巡逻/巡逻|20余次 安全隐患排查/排查"),
    ("中心组学法6次，干部职工集中学法12次。", "6次 中心组学法/学法|12次 干部职工集中学法/学法"),
    ("共立案查处案件20件，罚没款12.5万元。", "20件 案件/立案查处|12.5万元 罚没款/"),
    # people reached
    ("覆盖群众800余人次。", "800余人次 群众/覆盖"),
    ("惠及师生近千人。", "近千人 师生/惠及"),
    ("受教育群众达2000余人次。", "2000余人次 受教育群众/达"),
    ("受益人数6000余人次。", "6000余人次 受益人数/"),
    ("开展法治培训10场次，覆盖500余人次。", "10场次 法治培训/开展|500余人次 法治培训/覆盖"),
    ("现场解答法律咨询100人次。", "100人次 法律咨询/解答"),
    ("参训人员120人次。", "120人次 参训人员/"),
    # rates
    ("政务服务事项网上可办率达到100%。", "100% 政务服务事项网上可办率/达到"),
    ("群众满意度提升至98.6%。", "98.6% 群众满意度/提升"),
    ("行政负责人出庭应诉率100%。", "100% 行政负责人出庭应诉率/"),
    ("实现村（社区）法律顾问覆盖率100%。", "100% 村（社区）法律顾问覆盖率/实现"),
    ("参考率、合格率均达100%。", "100% 参考率、合格率/达"),
    ("信访总量同比下降30%。", "30% 信访总量/下降"),
    ("案件办结率保持在98%以上。", "98%以上 案件办结率/保持"),
    ("执法人员持证比例为百分之百。", "百分之百 执法人员持证比例/"),
    # nothing certain to bind to
    ("共计12件。", "12件 /"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BOUND)
def test_a_figure_is_bound_to_what_it_counts(text: str, expected: str) -> None:
    assert "|".join(map(told, figures(text))) == expected


COMPARED = [
    # each stage of a case is an indicator of its own
    ("受理矛盾纠纷36件，调解成功35件，调解成功率97.2%。", "矛盾纠纷受理件数|矛盾纠纷调解成功件数|矛盾纠纷调解成功率"),
    ("全年排查矛盾纠纷52起，化解50起。", "矛盾纠纷排查件数|矛盾纠纷化解件数"),
    ("开展矛盾纠纷排查24次。", "矛盾纠纷排查次数"),
    ("受理行政复议案件12件，审结11件。", "行政复议案件数|行政复议审结件数"),
    ("立案查处违法案件8件，罚款3万元。", "执法立案件数|行政处罚金额"),
    # persons are not attendances, deeds not their objects
    ("培养法律明白人63名。", "法律明白人人数"),
    ("培训法律明白人63人次。", "-"),
    ("组织46名行政执法人员参加资格考试。", "-"),
    ("现有行政执法人员14人，持证率100%。", "行政执法人员人数|执法人员持证率"),
    ("检查企业120家次，走访企业46家次。", "检查企业家次|企业走访次数"),
    # studied law, and by whom
    ("党组理论学习中心组学法6次，机关干部集中学法10次。", "中心组学法次数|干部职工学法次数"),
    ("召开专题会议4次。", "-"),
    ("召开法治政府建设专题会议4次。", "法治专题会议次数"),
    # what is taken away is no stock
    ("取消行政许可事项18项。", "-"),
    ("公布行政许可事项218项。", "行政许可事项数"),
    # a part, a joint figure, one of a kind
    ("受理矛盾纠纷36件，其中邻里纠纷20件、婚姻家庭纠纷16件。", "矛盾纠纷受理件数|-|-"),
    ("调解跨省纠纷2起。", "-"),
    ("学法考试参考率、合格率均为100%。", "-"),
    # a plan states norms
    ("一、主要举措\n开展法治宣传活动9场次。\n二、下一步工作计划\n开展法治宣传活动12场次。", "法治宣传场次|-"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_a_figure_is_compared_with_its_like_only(text: str, expected: str) -> None:
    assert comparable(text) == expected


def test_every_unit_counts_its_own_example() -> None:
    for concept in shared_lexicon().of_kind("Unit"):
        spelt = {concept.label, *concept.labels}
        units = {m.quantity.unit for m in figures(concept.example) if m.quantity}
        assert spelt & units, concept.label


def test_every_verb_is_read_in_its_own_example() -> None:
    for concept in shared_lexicon().of_kind("Action"):
        actions = {m.quantity.action for m in figures(concept.example) if m.quantity}
        assert {concept.label, *concept.labels} & actions, concept.label
