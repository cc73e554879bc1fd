"""What is written between levels and departments: returns, supplements, joint opinions, questions, transfers."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications.actions.ask_opinion import MOST_DAYS
from applications.actions.exhibits import MB, MOST_BYTES
from applications.models import Handling
from applications.queries.parts import parts_of
from applications.queries.transfers import targets_of
from applications.views.clerk.forms.base import DeedForm, words, yes_or_no
from hall.catalogue.spec import said
from hall.catalogue.wording import LEVELS
from hall.organisations.kinds import department_kinds

CHOOSE = ("", _("请选择"))


class ReturnDownForm(DeedForm):
    deed = "return_down"
    title = _("退回下级补充审查")
    submit = _("退回下级机关")
    kind = "secondary"
    note = _(
        "退回给转报的下级机关补充审查，不退给申请人，也不得要求申请人补交材料。只能退回一次，请一次写明全部问题。"
        "下级机关的期限和承诺期限继续计算；再次转报后，本机关的法定期限自收到之日起计算。"
    )
    says = {"opinion": "missing"}

    missing = words(_("需要补充或者澄清的内容"), rows=6)


class SupplementForm(DeedForm):
    deed = "supplement"
    title = _("补充审查材料")
    submit = _("归入案卷")
    kind = "secondary"
    note = _("只收本机关在补充审查中形成的材料，再次转报时一并报送；不得要求申请人提供。")

    file = forms.FileField(
        label=_("文件"),
        help_text=_("PDF、JPG、PNG，不超过%(most)d MB。") % {"most": MOST_BYTES // MB},
        error_messages={"required": _("请选择文件。"), "empty": _("文件是空的，请重新选择。")},
    )


class JoinInForm(DeedForm):
    deed = "join_in"
    title = _("提出联办意见")
    submit = _("提交联办意见")
    note = _("联办意见交牵头部门，由其统一作出决定（《行政许可法》第二十六条）。每个部门提出一次。")

    favourable = yes_or_no(_("联办结论"), _("符合条件"), _("不符合条件"))
    opinion = words(_("联办意见"), rows=6, help_text=_("请写明审查了什么、依据什么得出结论。"))


class UrgeForm(DeedForm):
    deed = "urge"
    title = _("督促逾期的联办部门")
    submit = _("督促")
    kind = "secondary"
    note = _("通知该部门负责人并报效能监督。督促以后仍未提出意见的，牵头部门可以依法作出决定。")
    says = {"opinion": "reason"}

    part = forms.TypedChoiceField(label=_("联办部门"), coerce=UUID, error_messages={"required": _("请选择。")})
    reason = words(_("督促的内容"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        late = [one for one in parts_of(handling.application) if one.is_late]
        self.fields["part"].choices = [(str(one.handling.uid), f"{one.department}　{one.title}") for one in late]  # type: ignore[attr-defined]


class AskOpinionForm(DeedForm):
    """The departments are those of either level, by kind: the case's own district, and the city."""

    deed = "ask_opinion"
    title = _("征求其他部门意见")
    submit = _("征求意见")
    kind = "secondary"
    note = _("被征求意见的部门只能看到您写的问题和选择的材料。征求意见期间不停止计算期限（《行政许可法》第四十五条）。")
    says = {"opinion": "question"}

    department = forms.ChoiceField(label=_("部门"), error_messages={"required": _("请选择部门。")})
    question = words(_("征求意见的问题"), help_text=_("请勿写入与问题无关的个人信息。"))
    materials = forms.MultipleChoiceField(
        label=_("提供的材料"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("只选回答这个问题需要的材料。"),
    )
    days = forms.IntegerField(
        label=_("答复期限（工作日）"), min_value=1, max_value=MOST_DAYS, initial=5, help_text=_("从明天起计算。")
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        part = handling.joint_part
        listed = [one for one in handling.application.spec.materials if not part or part.needs_material(one.key)]
        self.fields["department"].choices = [CHOOSE, *_departments()]  # type: ignore[attr-defined]
        self.fields["materials"].choices = [(one.key, said(one.name)) for one in listed]  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        written = super().told()
        level, _mark, kind = written.pop("department").partition(":")
        return {**written, "level": level, "kind": kind}


def _departments() -> list[tuple[str, str]]:
    """Every kind at each level that has it, from the table of kinds: no question to the database."""
    return [
        (f"{level}:{one.kind}", f"{LEVELS[level]}　{one.kind}")
        for level in ("district", "city")
        for one in department_kinds()
        if (one.city_name if level == "city" else one.district_name)
    ]


class TransferForm(DeedForm):
    deed = "transfer"
    title = pgettext_lazy("deed", "移送有权机关")
    submit = _("移送")
    kind = "danger"
    note = _("办件属于其他机关职权范围的，连同全部案卷移送，办件编号不变，申请人不需要重新申请。移送会告知申请人。")
    says = {"opinion": "reason"}

    to = forms.ChoiceField(label=_("移送到"), error_messages={"required": _("请选择。")})
    reason = words(_("移送的理由"), help_text=_("申请人可以看到。"))

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        self.fields["to"].choices = [CHOOSE, *targets_of(handling)]  # type: ignore[attr-defined]
