"""What the law asks of each paper stands on it."""

import io
from dataclasses import replace
from datetime import date

import pytest
from pypdf import PdfReader

from applications.documents.builders import (
    Acceptance,
    Correction,
    Denial,
    Grant,
    Ground,
    LicenceCertificate,
    Mode,
    NotCompetent,
    ServiceRecord,
)
from applications.documents.facts import Answer, Party
from applications.documents.kinds import Kind
from applications.documents.printing import page, print_signed
from tests.applications.documents.samples import CASE, CONTENTS, imprint_of
from tests.applications.documents.test_every_paper_is_a_sound_pdf import text_of

TOLD = {
    Kind.APPLICATION: ["真实性、合法性、有效性负责", "320.50 平方米", "申请人（签名）：张小满", "500103********0027"],
    Kind.RECEIPT: ["不表示申请已被受理", "五个工作日", "公共场所卫生管理制度", CASE.query_code],
    Kind.ACCEPTANCE: ["第三十二条第一款第（五）项", "2026年12月8日", "2026年12月22日", CASE.query_code],
    Kind.NOT_REQUIRED: ["第三十二条第一款第（一）项", "不需要取得行政许可"],
    Kind.NOT_COMPETENT: ["第三十二条第一款第（二）项", "重庆市两江新区卫生健康局"],
    Kind.LAPSED: ["2026年12月15日", "平面布局图", "《某条例》第九条", "重新提出申请"],
    Kind.CORRECTION: ["一次性告知", "不符合形式：未标注卫生设施位置", "2026年12月24日", "应当受理"],
    Kind.SUSPENSION: ["第四十五条", "复测", "5个工作日", "2026年12月3日", "重庆市疾病预防控制中心", "2026年12月22日"],
    Kind.EXTENSION: ["第四十二条", "本行政机关负责人", "2027年1月6日", "10个工作日", "需要补充论证", "林为公"],
    Kind.COMMITMENT: ["自愿选择", "不实承诺的责任", "第3版", "0f0f0f", "张小满", "不再要求提供"],
    Kind.TOLERANCE: ["一次性告知", "经营场所使用证明", "2026年12月8日", "逾期不补的，不予许可", CASE.query_code],
    Kind.RECTIFY: ["承诺不实", "租赁合同于2026年6月终止", "2026年12月24日", "陈述、申辩"],
    Kind.GRANT: ["准予行政许可", "2030年11月30日", "第四十条", "《公共场所卫生管理条例》第四条"],
    Kind.DENIAL: ["不予行政许可", "未设置独立的公共用品用具清洗消毒间", "第三十八条第二款"],
    Kind.LICENCE: ["渝中卫公证字〔2026〕第0017号", "1.2.156.3005.2", "沐浴场所；美容店", "许可证、执照或者其他"],
    Kind.SERVICE_RECORD: ["电子送达", "01938f2e-7c31-7b6c-a1de-3f6cbe5a9d10", "李一诺（代理人）"],
    Kind.WITHDRAWAL: ["申请撤回", "2026年12月1日", "经营计划变更", "公共场所卫生管理制度", "再次提出申请"],
    Kind.TERMINATION: ["终止办理", "清算组", "准予注销登记", "依法终止"],
    Kind.INTERNAL_SHEET: ["审查与现场核查", "现场与图纸一致", "符合：有固定的经营场所", "林秉正", "不对外提供"],
    Kind.PARTIES_TOLD: ["第三十六条", "邻里便民超市", "排水管道", "5个工作日", "2026年12月8日"],
    Kind.STATEMENT: ["第三十六条", "利害关系人", "防渗层", "陈明理", "后墙照片.jpg"],
    Kind.INSPECTION: ["第三十四条", "渝03000017", "渝03000018", "独立的清洗消毒间", "张小满", "消毒间.jpg", "a" * 64],
    Kind.LICENCE_INSPECTION: ["第六十一条", "渝03000018", "没有公示卫生检测结果", "2026年12月8日", "张小满", "b" * 64],
    Kind.PRELIMINARY_OPINION: ["第三十五条", "建议准予行政许可", "陈明理", "重庆市卫生健康委员会"],
    Kind.HEARING_PUBLIC: ["第四十六条", "2026年12月10日 09:30", "旁听席位30个", "2026年12月9日前", "不收取任何费用"],
    Kind.HEARING_RIGHT: ["第四十七条", "五个工作日", "2026年12月1日", "二十个工作日内组织听证", "不承担组织听证的费用"],
    Kind.HEARING_NOTICE: ["第四十八条", "2026年12月10日 09:30", "陈明理", "有权申请回避", "原主持人回避", "不承担组织"],
    Kind.HEARING_REFUSED: ["第四十七条", "不予听证", "没有重大利益关系"],
    Kind.HEARING_RECORD: ["张小满", "王某，利害关系人", "排气口", "确认无误并签字或者盖章", "66c7f0f462eeedd9", "李某"],
    Kind.PUBLIC_DECISION: ["第四十条", "张*满", "渝中卫健许准字〔2026〕第000017号", "2030年11月30日"],
    Kind.SUPERVISION: ["责令改正通知书", "第六十条", "第七十二条", "2026年12月8日", "方正清"],
    Kind.RENEWAL: ["准予延续", "2030年11月30日", "2034年11月30日", "第五十条"],
    Kind.CHANGE: ["准予变更", "沐浴场所；美容店", "第四十九条"],
    Kind.REVOCATION: ["第六十九条", "检测报告系伪造", "2030年3月1日", "第七十九条"],
    Kind.LICENCE_WITHDRAWN: ["第八条", "按照评估结果给予补偿"],
    Kind.CANCELLATION: ["第七十条", "有效期届满未延续"],
}
ADVERSE = [
    Kind.REVOCATION, Kind.LICENCE_WITHDRAWN, Kind.CANCELLATION,

    Kind.NOT_REQUIRED,
    Kind.LAPSED,
    Kind.NOT_COMPETENT,
    Kind.DENIAL,
    Kind.TERMINATION,
    Kind.HEARING_REFUSED,
    Kind.RECTIFY,
]


def html_of(content, **marks) -> str:
    return page(content, imprint_of(content, **marks))


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.kind.name.lower())
def test_it_tells_what_its_article_asks(content):
    html = html_of(content)
    assert [words for words in TOLD[content.kind] if words not in html] == []


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: content.kind.name.lower())
def test_only_adverse_papers_name_the_remedies(content):
    html = html_of(content)
    for words in ["六十日内", "重庆市渝中区人民政府申请行政复议", "六个月内", CASE.issuer.reconsideration_url]:
        assert (words in html) == (content.kind in ADVERSE)


REFUSALS = [
    (Ground.GAPS, {"gaps": ("平面布局图",)}, ["第三十二条", "没有补正的内容：平面布局图"]),
    (Ground.FALSE_MATERIAL, {"heard": "未提出陈述申辩。"}, ["第七十八条", "给予警告", "陈述申辩：未提出陈述申辩。"]),
    (
        Ground.BARRED,
        {"bar_basis": "《中华人民共和国行政许可法》第七十九条", "barred_until": date(2029, 11, 24)},
        ["第七十九条", "2029年11月24日以前（含当日）不得再次申请"],
    ),
]


@pytest.mark.parametrize(("ground", "told", "words"), REFUSALS)
def test_a_refusal_says_what_it_rests_on_and_sends_nobody_elsewhere(ground, told, words):
    html = html_of(NotCompetent(CASE, reason="见附件。", ground=ground, **told))
    assert [one for one in words if one not in html] == []
    assert "不属于本机关职权范围" not in html
    assert "提出申请。" not in html
    assert "六个月内" in html


def test_a_denial_for_false_materials_warns_and_bars():
    plain = next(one for one in CONTENTS if isinstance(one, Denial))
    html = html_of(replace(plain, warned=True, heard="未提出陈述申辩。", barred_until=date(2027, 11, 24)))
    assert "并给予警告" in html
    assert "2027年11月24日以前（含当日）不得再次申请" in html
    assert "给予警告" not in html_of(plain)


def test_a_second_notice_says_that_it_is_one_and_which_law_ends_the_case():
    plain = next(one for one in CONTENTS if isinstance(one, Correction))
    html = html_of(replace(plain, again=True, lapse_basis="《某条例》第九条"))
    assert "补正后仍有下列内容没有补正" in html
    assert "根据《某条例》第九条，本次申请依法办结" in html
    assert "依法办结" not in html_of(plain)


def test_silence_accepts_and_says_so():
    deemed = Acceptance(CASE, accepted_on=date(2026, 11, 24), deemed=True, mode="deemed")
    html = html_of(deemed)
    assert "视为受理" in html
    assert "第三十二条第一款第（四）项" in html
    assert "符合法定形式" not in html


def test_a_grant_without_end_says_so():
    endless = replace(next(one for one in CONTENTS if isinstance(one, Grant)), valid_until=None)
    assert "起长期有效" in html_of(endless)


def test_an_agent_stands_on_the_paper_only_if_there_is_one():
    alone = replace(CONTENTS[2], case=replace(CASE, agent=None))
    assert "代理人" in html_of(CONTENTS[2])
    assert "代理人" not in html_of(alone)


def test_the_applicants_own_paper_bears_no_seal():
    sealed = {content.kind: "data:image/svg+xml" in html_of(content) for content in CONTENTS}
    unsealed = {
        *(Kind.INTERNAL_SHEET, Kind.APPLICATION, Kind.INSPECTION, Kind.LICENCE_INSPECTION),
        *(Kind.STATEMENT, Kind.HEARING_RECORD),
    }
    assert {kind for kind, seal in sealed.items() if not seal} == unsealed


def test_without_demonstration_no_seal_is_drawn_and_nothing_calls_itself_one():
    for content in CONTENTS:
        html = html_of(content, demo=False)
        assert "data:image/svg+xml" not in html
        assert "演示" not in html


def test_what_a_person_typed_cannot_become_markup():
    sly = NotCompetent(CASE, reason="<img src='file:///etc/hosts'>", competent_agency="<b>某局</b>")
    html = html_of(sly)
    assert "<b>某局</b>" not in html
    assert "&lt;img src=" in html


def test_a_name_with_rare_characters_is_printed_whole():
    rare = Party(name="㻐龘公司", kind="organisation", id_masked="91500103000012345X")
    content = replace(next(one for one in CONTENTS if isinstance(one, Denial)), case=replace(CASE, applicant=rare))
    assert "㻐龘公司" in text_of(print_signed(content, imprint_of(content)))


def test_a_certificate_with_much_to_say_stays_one_sheet():
    licence = next(one for one in CONTENTS if isinstance(one, LicenceCertificate))
    full = replace(
        licence, scope="沐浴场所；美容店；" * 12, entries=tuple(Answer("", f"项目{n}", "内容" * 12) for n in range(6))
    )
    assert len(PdfReader(io.BytesIO(print_signed(full, imprint_of(full)))).pages) == 1


@pytest.mark.parametrize("mode", Mode)
def test_every_way_of_service_has_its_word(mode):
    record = replace(next(one for one in CONTENTS if isinstance(one, ServiceRecord)), mode=mode)
    assert str(mode.label) in html_of(record)


def test_an_automatic_grant_names_its_rules_and_how_to_ask_for_a_person():
    plain = next(one for one in CONTENTS if isinstance(one, Grant))
    html = html_of(replace(plain, rules=("经营场所没有变化",)))
    assert "由系统按照本事项公布的自动审批规则作出" in html
    assert "经营场所没有变化（符合）" in html
    assert "人工复核" in html
    assert "自动审批规则" not in html_of(plain)


FOOTINGS = [("normal", "决定受理"), ("committed", "告知承诺受理"), ("tolerant", "容缺受理")]


@pytest.mark.parametrize(("mode", "footing"), FOOTINGS)
def test_an_acceptance_says_on_what_footing(mode, footing):
    html = html_of(Acceptance(CASE, accepted_on=date(2026, 11, 24), mode=mode))
    assert footing in html
    assert ("容缺受理通知书" in html) == (mode == "tolerant")
