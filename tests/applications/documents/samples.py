"""One content of every kind, about invented people."""

from datetime import date, datetime

from applications.documents.builders import (
    Acceptance,
    ApplicationForm,
    Content,
    Correction,
    Defect,
    Denial,
    Grant,
    HearingNotice,
    HearingPublic,
    HearingRecord,
    HearingRefused,
    HearingRight,
    InspectionRecord,
    Lapse,
    LicenceCertificate,
    Mode,
    NotCompetent,
    NotRequired,
    Officer,
    Photograph,
    PreliminaryOpinion,
    Receipt,
    Served,
    ServiceRecord,
    Termination,
    Withdrawal,
)
from applications.documents.facts import Answer, CaseFacts, HandedIn, Organ, Party
from applications.documents.imprint import Imprint
from applications.documents.kinds import MANNERS
from hall.clock import SHANGHAI

RECEIVED_AT = datetime(2026, 11, 24, 9, 30, tzinfo=SHANGHAI)
HEARD_AT = datetime(2026, 12, 10, 9, 30, tzinfo=SHANGHAI)

ORGAN = Organ(
    name="重庆市渝中区卫生健康委员会",
    uscc="11500103000012345X",
    short_name="渝中卫健",
    phone="023-63000001",
    supervision_phone="023-63000002",
    address="重庆市渝中区和平路1号",
    reconsideration_organ="重庆市渝中区人民政府",
    reconsideration_url="https://fuyi.example.gov.cn/500103/",
    court="重庆市渝中区人民法院",
)
COMPANY = Party(
    name="重庆清泉浴室有限公司",
    kind="organisation",
    id_masked="91500103000012345X",
    id_label="统一社会信用代码",
    phone="023-6300****",
    address="重庆市渝中区解放碑街道八一路",
    legal_representative="张小满",
)
AGENT = Party(name="李一诺", kind="person", id_masked="500103********0027", phone="138****0001")
MATERIALS = (
    HandedIn("公共场所卫生许可证申请表", received_at=RECEIVED_AT),
    HandedIn("公共场所地址方位示意图、平面图和卫生设施平面布局图", copies=1, received_at=RECEIVED_AT),
    HandedIn("公共场所卫生检测或者评价报告", received_at=RECEIVED_AT),
    HandedIn("公共场所卫生管理制度", received_at=RECEIVED_AT),
)
ANSWERS = (
    Answer("经营场所", "场所名称", "清泉浴室（八一路店）"),
    Answer("经营场所", "经营地址", "重庆市渝中区解放碑街道八一路177号负一层"),
    Answer("经营场所", "营业面积", "320.50 平方米"),
    Answer("经营项目", "许可项目", "沐浴场所；美容店"),
    Answer("经营项目", "从业人员人数", "12 人"),
)
CASE = CaseFacts(
    case_no="11500103000012345X400012300000120261124000017",
    item_name="公共场所卫生许可",
    task_code="11500103000012345X4000123000001",
    hall_name="重庆市渝中区网上行政审批大厅",
    applicant=COMPANY,
    issuer=ORGAN,
    received_on=date(2026, 11, 24),
    agent=AGENT,
    query_code="7KXM34WPHC",
    track_url="http://127.0.0.1:8000/500103/track/",
    statutory_due=date(2026, 12, 22),
    statutory_words="自受理之日起20个工作日",
    promise_due=date(2026, 12, 8),
    promise_words="自受理之日起10个工作日",
    materials=MATERIALS,
    answers=ANSWERS,
)
BASIS = ("《公共场所卫生管理条例》第四条",)

CONTENTS: list[Content] = [
    ApplicationForm(CASE, submitted_at=RECEIVED_AT, signed_by="张小满"),
    Receipt(CASE, received_at=RECEIVED_AT),
    Acceptance(CASE, accepted_on=date(2026, 11, 24), fee_note="本事项不收费。"),
    NotRequired(CASE, reason="面积不足规定标准的便民理发点依法不需要取得公共场所卫生许可。"),
    NotCompetent(
        CASE,
        reason="申请场所位于重庆市江北区，不在本机关管辖区域内。",
        competent_agency="重庆市两江新区卫生健康局",
        competent_contact="023-63000009",
    ),
    Correction(
        CASE,
        defects=(
            Defect("公共场所卫生检测或者评价报告", "缺失", "未提交", "请提交一年内由具备资质的机构出具的报告"),
            Defect("平面布局图", "不符合形式", "未标注卫生设施位置", "请标注消毒间、更衣室和卫生间后重新提交"),
        ),
        latest_on=date(2026, 12, 24),
    ),
    Lapse(
        CASE,
        noticed_on=date(2026, 11, 24),
        due=date(2026, 12, 15),
        asked=("公共场所卫生检测或者评价报告", "平面布局图"),
        basis="《某条例》第九条",
    ),
    Grant(
        CASE,
        accepted_on=date(2026, 11, 24),
        scope="在重庆市渝中区解放碑街道八一路177号负一层从事沐浴场所、美容店经营活动。",
        legal_basis=BASIS,
        review_summary="本机关对申请材料进行了审查，并于2026年11月26日进行了现场核查。",
        conditions=("按照核定的经营地址和项目经营。", "场所或者项目发生变化的，应当依法申请变更。"),
        valid_from=date(2026, 12, 1),
        valid_until=date(2030, 11, 30),
        territory="重庆市渝中区",
        certificate_name="卫生许可证",
        certificate_no="渝中卫公证字〔2026〕第0017号",
    ),
    Denial(
        CASE,
        accepted_on=date(2026, 11, 24),
        found="你单位场所未设置独立的公共用品用具清洗消毒间，检测报告显示池水浊度超过国家标准限值。",
        reasons=("场所卫生设施不符合《公共场所卫生指标及限值要求》（GB 37488—2019）。", "现场核查两次均未整改到位。"),
        legal_basis=BASIS,
    ),
    LicenceCertificate(
        CASE,
        name="卫生许可证",
        licence_no="渝中卫公证字〔2026〕第0017号",
        identifier="1.2.156.3005.2.11100000MB0306097J001.11500103000012345X.2026000017.001.U",
        scope="沐浴场所；美容店",
        valid_from=date(2026, 12, 1),
        valid_until=date(2030, 11, 30),
        entries=(Answer("", "经营地址", "重庆市渝中区解放碑街道八一路177号负一层"),),
    ),
    ServiceRecord(
        CASE,
        papers=(
            Served("准予行政许可决定书", "渝中卫健许准字〔2026〕第000017号"),
            Served("卫生许可证", "渝中卫健许证字〔2026〕第000017号"),
        ),
        addressee="重庆清泉浴室有限公司",
        place="网上行政审批大厅“我的空间”",
        mode=Mode.ELECTRONIC,
        served_at=RECEIVED_AT,
        servers=("王守正",),
        received_by="李一诺（代理人）",
        channel="重庆市渝中区网上行政审批大厅",
        receipt_id="01938f2e-7c31-7b6c-a1de-3f6cbe5a9d10",
    ),
    Withdrawal(CASE, reason="经营计划变更，暂不开业。", withdrawn_on=date(2026, 12, 1)),
    Termination(
        CASE,
        ground="申请的法人或者其他组织依法终止",
        reason="登记机关已于2026年11月30日准予注销登记。",
        terminated_on=date(2026, 12, 1),
        addressee="重庆清泉浴室有限公司清算组",
    ),
    PreliminaryOpinion(
        CASE,
        addressee="重庆市卫生健康委员会",
        accepted_on=date(2026, 11, 24),
        examiner="陈明理",
        opinion="申请人场所、设施和制度符合规定条件。",
        favourable=True,
        findings="申请材料齐全，经两名执法人员现场核查，场所布局与图纸一致，卫生检测报告结论为合格。",
    ),
    InspectionRecord(
        CASE,
        manner="实地核查",
        held_at=RECEIVED_AT,
        place="重庆市渝中区解放碑街道八一路177号负一层",
        officers=(Officer("陈明理", "渝03000017"), Officer("林慎之", "渝03000018")),
        standard="《公共场所卫生指标及限值要求》（GB 37488—2019）",
        found="场所布局与图纸一致，设有独立的清洗消毒间。",
        meets=True,
        result="现场情况与申请一致。",
        confirmation="核对无误，签字确认",
        confirmed_by="张小满",
        photographs=(Photograph("消毒间.jpg", "a" * 64),),
    ),
    HearingPublic(
        CASE,
        ground="涉及公共利益的重大行政许可事项",
        matter="沐浴场所经营对相邻居民的影响",
        starts_at=HEARD_AT,
        place="重庆市渝中区和平路1号201会议室",
        presider="陈明理",
        who_may_attend="公民、法人和其他组织均可报名旁听",
        register_until=date(2026, 12, 9),
        seats=30,
    ),
    HearingRight(
        CASE,
        addressee="重庆清泉浴室有限公司",
        reason="浴室锅炉房紧邻居民楼，涉及相邻权利人的采光和安宁。",
        latest_on=date(2026, 12, 1),
    ),
    HearingNotice(
        CASE,
        addressee="重庆清泉浴室有限公司",
        matter="沐浴场所经营对相邻居民的影响",
        starts_at=HEARD_AT,
        place="重庆市渝中区和平路1号201会议室",
        presider="陈明理",
        changed="原主持人回避",
    ),
    HearingRefused(CASE, addressee="赵某", reason="申请人与本行政许可没有重大利益关系。"),
    HearingRecord(
        CASE,
        matter="沐浴场所经营对相邻居民的影响",
        starts_at=HEARD_AT,
        place="重庆市渝中区和平路1号201会议室",
        presider="陈明理",
        recorder="王守正",
        attended=("张小满，申请人的法定代表人", "王某，利害关系人"),
        statements="审查人员说明了审查意见和证据。申请人同意调整排气口的位置，利害关系人没有异议。",
        signed_digest="66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        absent=("李某，利害关系人",),
    ),
]


def imprint_of(content: Content, *, demo: bool = True) -> Imprint:
    code = "7KXM34WPHCAE6MRTYN9GFJKX"
    return Imprint(
        kind=content.kind,
        number=f"渝中卫健许{MANNERS[content.kind].word}字〔2026〕第000017号",
        issued_on=date(2026, 12, 1),
        officer="王守正",
        disclosure=MANNERS[content.kind].disclosure.words,
        verify_code=code,
        verify_url=f"http://127.0.0.1:8000/500103/papers/{code}/",
        demo=demo,
    )
