"""Invented people and a case, for papers to tell of."""

from datetime import date, datetime

from applications.documents.builders import Promised
from applications.documents.facts import Answer, CaseFacts, HandedIn, Organ, Party
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

PROVES = "有与开展业务相适应的固定场所"

CONSEQUENCE = "承诺不实的，责令限期整改；逾期不整改的，依法撤销许可，并记入信用记录。"

PROMISED = Promised(
    material="经营场所使用证明",
    proves=PROVES,
    text="本单位承诺经营场所的产权或者租赁关系真实、合法，在有效期内。",
    consequence=CONSEQUENCE,
    version=3,
    sm3="0f" * 32,
    signer="张小满",
    signed_at=RECEIVED_AT,
)
