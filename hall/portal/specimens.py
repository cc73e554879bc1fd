"""Invented content for the style guide. It is shown to builders, so its words are not translated."""

from datetime import UTC, datetime
from typing import Any

from django import forms

from hall import errors
from hall.workdays.lamp import Lamp

MOMENT = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)

COLOURS = [
    ("ink", "正文"), ("ink-soft", "次要文字"), ("brand", "链接、按钮"), ("brand-deep", "导航"),
    ("lamp-green", "绿灯"), ("lamp-amber", "黄灯"), ("lamp-red", "红灯"), ("lamp-blue", "蓝灯"),
]  # fmt: skip
LAMPS = [
    (Lamp.GREEN, "剩 6 个工作日"),
    (Lamp.AMBER, "剩 1 个工作日"),
    (Lamp.RED, "超期 2 个工作日"),
    (Lamp.BLUE, "听证期间"),
]
FACTS = [
    ("实施机关", "渝中区卫生健康委员会"),
    ("办件类型", "承诺件"),
    ("法定期限", "20 个工作日"),
    ("承诺期限", "7 个工作日"),
    ("到现场次数", "0 次"),
    ("收费", "不收费"),
]
TIMELINE: list[dict[str, Any]] = [
    {"title": "提交申请", "at": MOMENT, "text": "已生成办件编号。", "state": "done"},
    {
        "title": "受理",
        "at": MOMENT,
        "text": "已出具受理通知书。",
        "state": "done",
        "url": "#",
        "link_text": "查看受理通知书",
    },
    {"title": "审查", "meta": "渝中区卫生健康委员会 · 审查岗", "text": "正在核对材料。", "state": "now"},
    {"title": "决定", "meta": "预计 2026 年 12 月 2 日前", "state": "next"},
    {"title": "送达", "state": "next"},
]
TASKS = [
    {"title": "单位基本信息", "url": "#", "state": "done"},
    {"title": "经营场所", "url": "#", "state": "problem", "hint": "地址需要写到门牌号"},
    {"title": "上传材料", "url": "#", "state": "todo", "hint": "共 3 份"},
    {"title": "核对并提交", "state": "later"},
]
DOCUMENTS = [
    {"title": "受理通知书", "url": "#", "number": "渝中卫健受〔2026〕12 号", "at": MOMENT},
    {"title": "准予行政许可决定书", "number": "渝中卫健许〔2026〕8 号"},
]
ENTRIES = [
    {"title": "公共场所卫生许可（新办）", "url": "#", "meta": "重庆清泉浴室有限公司 · 2026-11-23 提交",
     "lamp": Lamp.GREEN, "lamp_text": "剩 6 个工作日"},
    {"title": "劳务派遣经营许可", "url": "#", "meta": "重庆云上劳务派遣有限公司", "tag": "草稿"},
]  # fmt: skip
TABLE = {
    "columns": ["事项", "申请人", "到期日", "剩余"],
    "rows": [
        [("公共场所卫生许可", "#"), "重庆清泉浴室有限公司", "2026-12-02", "6 个工作日"],
        [("劳务派遣经营许可", "#"), "重庆云上劳务派遣有限公司", "2026-11-25", "1 个工作日"],
    ],
}
ANSWERS = [
    {"title": "单位基本信息", "change_url": "#", "answers": [
        ("单位名称", "重庆清泉浴室有限公司"), ("法定代表人", "李一诺"), ("注册资本（元）", "3,000,000.00")]},
]  # fmt: skip
STEPS = ["填写申请表", "上传材料", "核对", "提交"]
FIGURES = [("今日受理", 12, "件"), ("今日办结", 9, "件"), ("累计办结", "3,481", "件"), ("按时办结率", "100%")]
REFUSALS = {
    400: errors.Invalid("统一社会信用代码不正确。", fields={"uscc": ["第 18 位校验码不符，请核对营业执照。"]}),
    403: errors.NotAllowed("此页面只对有相应权限的人员开放。"),
    404: errors.NotFound("网址可能输错了，页面也可能已经移动，或者不属于您。"),
    409: errors.WrongState("该办件已经受理，不能再次受理。", happened=["2026-11-24 09:12 窗口人员王五予以受理"]),
    410: errors.Gone("这条公示记录已于2026年11月24日撤下，不再公开。"),
    413: errors.TooLarge("单个文件不能超过 10 MB。"),
    422: errors.Incomplete("还有 1 项必填内容没有填写。", fields={"name": ["请填写单位名称。"]}),
    429: errors.TooMany("查询次数过多。", retry_after=600),
}


class SpecimenForm(forms.Form):
    """One field of each kind; bound with mistakes it shows every error."""

    name = forms.CharField(label="单位名称", help_text="与营业执照一致。")
    uscc = forms.CharField(label="统一社会信用代码", min_length=18, help_text="营业执照上的 18 位代码。")
    founded = forms.DateField(label="成立日期", widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(label="场所类别", choices=[("", "请选择"), ("bath", "公共浴室"), ("hotel", "旅店")])
    way = forms.ChoiceField(
        label="领取方式", choices=[("post", "邮寄"), ("window", "窗口领取")], widget=forms.RadioSelect
    )
    days = forms.MultipleChoiceField(
        label="营业日",
        choices=[("work", "工作日"), ("rest", "周末")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    note = forms.CharField(label="补充说明", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    agree = forms.BooleanField(label="我承诺以上内容真实")
    plan = forms.FileField(label="场所平面图")


def refusal(status: int) -> errors.Refused:
    return REFUSALS.get(status, REFUSALS[404])


def page_context() -> dict[str, Any]:
    return {
        "colours": COLOURS,
        "lamps": LAMPS,
        "facts": FACTS,
        "timeline": TIMELINE,
        "tasks": TASKS,
        "documents": DOCUMENTS,
        "entries": ENTRIES,
        "table": TABLE,
        "answers": ANSWERS,
        "steps": STEPS,
        "figures": FIGURES,
        "form": SpecimenForm(auto_id="fresh_%s", initial={"name": "重庆清泉浴室有限公司", "way": "post"}),
        "wrong": SpecimenForm({"uscc": "9100", "founded": "2026-02-30"}, auto_id="wrong_%s"),
        "statuses": [*REFUSALS, 500],
    }
