"""Hearings (行政许可法 Art. 46-48): what an officer writes at each step of one."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.choices import CallableChoiceIterator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.actions.hearings.telling import Interested
from applications.hearing_lifecycle import OWED_HEARING, HearingState
from applications.models import Handling, HearingGround, Room
from applications.queries.hearings import (
    can_have_asked,
    can_waive,
    choices_of,
    hearings_here,
    open_challenges,
    parties_who,
)
from applications.rules import presiders_for
from applications.views.clerk.forms.base import DeedForm, words, yes_or_no
from hall.clock import today

Choices = Callable[[], list[tuple[str, str]]]
MOMENT = "%Y-%m-%dT%H:%M"


def picked(label: Any, *, required: bool = True, help_text: Any = "") -> forms.UUIDField:
    """One row of several. Its choices are read when the page is drawn, not when a form was sent: the deed asks."""
    return forms.UUIDField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.Select,
        error_messages={"required": _("请选择。"), "invalid": _("请选择。")},
    )


def line(label: Any, *, required: bool = True, length: int = 200, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=length,
        help_text=help_text,
        error_messages={"required": _("请填写。")},
    )


def day(label: Any, *, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        initial=today,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("请填写日期。"), "invalid": _("请填写日期。")},
    )


def time_of_hearing() -> forms.DateTimeField:
    return forms.DateTimeField(
        label=_("听证时间"),
        help_text=_("应当于举行听证的七个工作日前通知。"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=MOMENT),
        error_messages={"required": _("请填写日期和时间。"), "invalid": _("请填写日期和时间。")},
    )


def interested_in(text: str) -> list[Interested]:
    """One a line: the name, then how to reach them after a comma."""
    found = []
    for row in text.splitlines():
        name, _comma, contact = row.replace("，", ",").partition(",")
        if name.strip():
            found.append(Interested(name.strip()[:200], contact.strip()))
    return found


class HearingForm(DeedForm):
    """``offer`` fills a select with what this handling has; an empty first line where nothing need be chosen."""

    kind = "secondary"

    def offer(self, name: str, choices: Choices) -> None:
        required = self.fields[name].required
        blank = [] if required else [("", "—")]
        self.fields[name].widget.choices = CallableChoiceIterator(lambda: [*blank, *choices()])

    def offer_hearings(self, *states: HearingState) -> None:
        self.offer("hearing", lambda: choices_of(hearings_here(self.handling, *states)))

    def offer_presiders(self) -> None:
        self.offer("presider", lambda: [(str(one.uid), one.name) for one in presiders_for(self.handling)])


class TellHearingRightForm(HearingForm):
    deed = "tell_hearing_right"
    title = _("告知听证权利")
    submit = _("告知申请人和利害关系人")
    note = _(
        "行政许可直接涉及申请人与他人之间重大利益关系的，作出决定前应当告知双方享有要求听证的权利"
        "（《行政许可法》第四十七条）。自告知之日起五日内提出；期限届满前不能作出决定。"
    )
    says = {"opinion": "reason"}

    reason = words(_("涉及哪些重大利益关系"), help_text=_("写入听证权利告知书。"))
    interested = words(_("利害关系人"), help_text=_("每行一人：姓名（名称），联系方式。联系方式加密保存。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.initial["interested"] = lambda: known_parties(handling)

    def told(self) -> dict[str, Any]:
        return super().told() | {"interested": interested_in(self.cleaned_data["interested"])}


def known_parties(handling: Handling) -> str:
    """Those who were heard under Art. 36 are the first to think of."""
    if not handling.application.has_been_in(Room.PARTIES):
        return ""
    others = handling.parties.filter(is_applicant=False)
    return "\n".join(f"{one.name}，{one.contact}".rstrip("，") for one in others)


class OrderHearingForm(HearingForm):
    deed = "order_hearing"
    title = _("依职权举行听证")
    submit = _("决定举行听证")
    note = _(
        "法律、法规、规章规定应当听证的，或者行政机关认为需要听证的其他涉及公共利益的重大行政许可事项，"
        "应当向社会公告，并举行听证（《行政许可法》第四十六条）。"
    )
    says = {"opinion": "reason"}

    ground = forms.ChoiceField(
        label=_("听证的依据"),
        choices=[(one.value, one.label) for one in (HearingGround.BY_LAW, HearingGround.PUBLIC_INTEREST)],
    )
    reason = words(_("理由"), help_text=_("写明依据的规定，或者涉及的公共利益。"))
    interested = words(
        _("利害关系人"), rows=2, required=False, help_text=_("已知的，每行一人：姓名（名称），联系方式。")
    )

    def told(self) -> dict[str, Any]:
        return super().told() | {"interested": interested_in(self.cleaned_data["interested"])}


class RecordAskingForm(HearingForm):
    deed = "record_asking"
    title = _("登记未经告知的听证申请")
    submit = _("登记")
    note = _("没有被告知听证权利的人申请听证的，先登记，由签发人员审查是否符合条件并书面答复。")

    name = line(_("申请听证的人"))
    contact = line(_("联系方式"), required=False, help_text=_("加密保存。"))
    asked_on = day(_("收到申请的日期"))
    statement = words(_("申请的理由"), rows=3)


class RecordRequestForm(HearingForm):
    deed = "record_request"
    title = _("登记利害关系人的听证申请")
    submit = _("登记听证申请")
    note = _("利害关系人在期限内提出听证申请的，应当在二十个工作日内组织听证（《行政许可法》第四十七条）。")

    party = picked(_("利害关系人"))
    asked_on = day(_("收到申请的日期"), help_text=_("以收到书面申请的日期为准。"))
    statement = words(_("申请的理由"), rows=3, required=False)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer("party", lambda: [(str(one.uid), one.name) for one in parties_who(handling, can_have_asked)])


class RecordWaiverForm(HearingForm):
    deed = "record_waiver"
    title = _("登记利害关系人放弃听证")
    submit = _("登记放弃听证")
    note = _("以利害关系人的书面放弃为准。")

    party = picked(_("利害关系人"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer("party", lambda: [(str(one.uid), one.name) for one in parties_who(handling, can_waive)])


class AdmitHearingForm(HearingForm):
    deed = "admit_hearing"
    title = _("同意举行听证")
    submit = _("同意举行听证")
    note = _("申请人与本行政许可有重大利益关系的，应当在收到申请之日起二十个工作日内组织听证。")

    hearing = picked(_("听证申请"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer_hearings(HearingState.ASKED)


class RefuseHearingForm(HearingForm):
    deed = "refuse_hearing"
    title = _("不予听证")
    submit = _("通知不予听证")
    kind = "danger"
    note = _("不符合听证条件的，书面通知并说明理由，告知救济途径。")
    says = {"opinion": "reason"}

    hearing = picked(_("听证申请"))
    reason = words(_("不予听证的理由"), help_text=_("写入不予听证通知书。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer_hearings(HearingState.ASKED)


class ScheduleHearingForm(HearingForm):
    deed = "schedule_hearing"
    title = _("通知听证的时间、地点")
    submit = _("发出听证通知书")
    note = _(
        "应当于举行听证的七个工作日前通知申请人、利害关系人，必要时予以公告；主持人由没有审查本申请的工作人员担任"
        "（《行政许可法》第四十八条）。依职权举行的听证一律公告。"
    )

    hearing = picked(_("听证"))
    matter = words(_("听证事项"), rows=2, help_text=_("公告后人人可见，请不要写个人姓名、电话。"))
    starts_at = time_of_hearing()
    place = line(_("听证地点"))
    presider = picked(_("听证主持人"), help_text=_("本部门没有审查过本申请的工作人员。"))
    public = forms.BooleanField(label=_("向社会公告，接受公众报名"), required=False, initial=True)
    who_may_attend = line(_("可以参加的人员"), required=False, length=500, help_text=_("不填即为公众均可报名旁听。"))
    seats = forms.IntegerField(label=_("旁听席位"), required=False, min_value=1, max_value=9999)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer_hearings(*OWED_HEARING)
        self.offer_presiders()


class PostponeHearingForm(HearingForm):
    deed = "postpone_hearing"
    title = _("改期或者更换主持人")
    submit = _("发出新的听证通知书")
    note = _("同样应当于七个工作日前通知。组织听证的期限不因改期而改变。")
    says = {"opinion": "reason"}

    hearing = picked(_("听证"))
    starts_at = time_of_hearing()
    place = line(_("听证地点"))
    presider = picked(_("更换主持人"), required=False)
    reason = words(_("变更的理由"), rows=2)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer_hearings(HearingState.SCHEDULED)
        self.offer_presiders()


class AnswerChallengeForm(HearingForm):
    deed = "answer_challenge"
    title = _("决定主持人是否回避")
    submit = _("作出决定")
    note = _("申请人、利害关系人认为主持人与该行政许可事项有直接利害关系的，有权申请回避（《行政许可法》第四十八条）。")
    says = {"opinion": "answer"}

    challenge = picked(_("回避申请"))
    upheld = yes_or_no(_("决定"), _("应当回避，另行指定主持人"), _("不需要回避"))
    presider = picked(_("另行指定的主持人"), required=False)
    answer = words(_("理由"), rows=3, help_text=_("告知申请人。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer("challenge", self._challenges)
        self.offer_presiders()

    def _challenges(self) -> list[tuple[str, str]]:
        called = hearings_here(self.handling, HearingState.SCHEDULED)
        found = [challenge for one in called for challenge in open_challenges(one)]
        return [(str(one.uid), f"{one.by_name}：{one.sitting.presider_name}") for one in found]


class HoldHearingForm(HearingForm):
    deed = "hold_hearing"
    title = _("登记听证已举行")
    submit = _("登记")
    note = _("审查人员应当提供审查意见的证据、理由，申请人、利害关系人可以提出证据，并进行申辩和质证。")

    hearing = picked(_("听证"))
    attended = words(_("参加人"), help_text=_("每行一人：姓名，身份。"))
    absent = words(_("通知后没有到场的人"), rows=2, required=False)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer_hearings(HearingState.SCHEDULED)


class RecordHearingForm(HearingForm):
    deed = "record_hearing"
    title = _("完成听证笔录")
    submit = _("保存听证笔录")
    note = _("笔录交参加人确认无误后签字或者盖章；行政机关应当根据听证笔录作出决定（《行政许可法》第四十八条）。")
    says = {"opinion": "record"}

    hearing = picked(_("听证"))
    record = forms.CharField(
        label=_("笔录内容"),
        max_length=50000,
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": _("请填写。")},
    )
    confirmed = forms.BooleanField(
        label=_("笔录已交参加人确认无误并签字或者盖章"),
        error_messages={"required": _("笔录应当交听证参加人确认无误后签字或者盖章。")},
    )
    file = forms.FileField(
        label=_("签字的笔录"),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.png"}),
        help_text=_("可上传 PDF、JPG、PNG，不超过10 MB。"),
        error_messages={"required": _("请上传签字的笔录。"), "empty": _("文件是空的，请重新选择。")},
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer_hearings(HearingState.HELD)


class WeighHearingForm(HearingForm):
    deed = "weigh_hearing"
    title = _("写明听证笔录采纳情况")
    submit = _("保存")
    note = _("行政机关应当根据听证笔录，作出行政许可决定（《行政许可法》第四十八条）。采纳情况写入决定书。")
    says = {"opinion": "adoption"}

    hearing = picked(_("听证"))
    adoption = words(
        pgettext_lazy("hearing", "听证笔录采纳情况"),
        rows=6,
        help_text=_("哪些意见采纳，哪些不采纳，理由是什么。请不要写个人信息。"),
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.offer_hearings(HearingState.RECORDED)
