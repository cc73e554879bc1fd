"""Exams at the desk (行政许可法 Art. 54): the plan of a sitting, a seat, the marks of one or of all."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.actions.exams import subject_field
from applications.forms.deed import words
from applications.models import Handling
from applications.queries.exams import marks_of, open_sittings, seat_of
from applications.views.clerk.forms.base import DeedForm
from hall.catalogue.models import Offering
from hall.clock import SHANGHAI

_FILL, _CHOOSE = _("请填写。"), _("请选择。")


class SittingForm(forms.Form):
    """The plan that is told to every candidate."""

    offering = forms.ModelChoiceField(
        label=_("事项"),
        queryset=Offering.objects.none(),
        error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE},
    )
    title = forms.CharField(label=_("考试名称"), max_length=80, error_messages={"required": _FILL})
    held_at = forms.DateTimeField(
        label=_("考试时间"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": _FILL, "invalid": _FILL},
    )
    place = forms.CharField(label=_("考试地点"), max_length=200, error_messages={"required": _FILL})
    subjects = forms.CharField(
        label=_("考试科目"),
        max_length=400,
        help_text=_("用顿号分开，例如：法规、实务。"),
        error_messages={"required": _FILL},
    )
    seats = forms.IntegerField(label=_("座位数"), min_value=1, error_messages={"required": _FILL, "invalid": _FILL})
    full_mark = forms.DecimalField(
        label=_("每科满分"),
        initial=100,
        min_value=1,
        max_digits=6,
        decimal_places=2,
        error_messages={"required": _FILL},
    )
    pass_line = forms.DecimalField(
        label=_("每科合格分数线"), min_value=0, max_digits=6, decimal_places=2, error_messages={"required": _FILL}
    )

    def __init__(self, offerings: list[Offering], data: Any = None) -> None:
        super().__init__(data)
        wanted = Offering.objects.filter(pk__in=[one.pk for one in offerings])
        self.fields["offering"].queryset = wanted.select_related(  # type: ignore[attr-defined]
            "version", "department__hall", "hall", "item"
        )
        self.fields["offering"].label_from_instance = lambda one: one.name  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        written = self.cleaned_data
        subjects = [one.strip()[:40] for one in written["subjects"].replace("，", "、").split("、")]
        return {**written, "subjects": [one for one in subjects if one]}


class MarksForm(forms.Form):
    """A list of marks: uploaded or pasted, tried, then entered as it was tried."""

    file = forms.FileField(
        label=_("成绩单（CSV）"), required=False, widget=forms.FileInput(attrs={"accept": ".csv,.txt"})
    )
    text = forms.CharField(
        label=_("或者粘贴成绩"),
        required=False,
        strip=False,
        max_length=500_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("每行一人：准考证号,各科成绩（按科目顺序）；缺考的写“缺考”。"),
    )
    why = forms.CharField(label=_("更正的原因（有更正时必填）"), required=False, max_length=500)


class EnrolForm(DeedForm):
    deed = "enrol"
    title = _("编排考试")
    submit = _("编排座位")
    kind = "secondary"
    note = _("受理即报名；准考证号、时间和地点随即告知申请人。")

    sitting = forms.TypedChoiceField(
        label=_("哪一场考试"), coerce=UUID, error_messages={"required": _CHOOSE, "invalid_choice": _CHOOSE}
    )

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        coming = [
            (str(one.uid), f"{one.title} {one.held_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M} {one.place}")
            for one in open_sittings(handling)
        ]
        self.fields["sitting"].choices = coming  # type: ignore[attr-defined]


class EnterMarksForm(DeedForm):
    deed = "enter_marks"
    title = _("登记考试成绩")
    submit = _("登记成绩")
    kind = "secondary"
    note = _("成绩加密保存，申请人可以看到自己的成绩；更正的，原来的成绩保留。")

    absent = forms.BooleanField(label=_("缺考"), required=False)

    def __init__(self, handling: Handling, data: Any = None, files: Any = None) -> None:
        super().__init__(handling, data, files)
        seat = seat_of(handling.application)
        self.subjects = seat.sitting.subjects if seat else []
        for subject in self.subjects:
            assert seat is not None
            self.fields[subject_field(seat.sitting, subject)] = forms.CharField(
                label=subject, required=False, max_length=10, widget=forms.TextInput(attrs={"inputmode": "decimal"})
            )
        if seat and marks_of(seat):
            self.fields["why"] = words(_("更正的原因"), rows=2)

    def told(self) -> dict[str, Any]:
        written = self.cleaned_data
        marks = {subject: written[f"mark-{number}"] for number, subject in enumerate(self.subjects)}
        return {"marks": marks, "absent": written["absent"], "why": written.get("why", "")}
