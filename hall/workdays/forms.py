"""What is asked of the calculator, on its page and over the API, and what a supervisor uploads."""

from argparse import ArgumentTypeError
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hall.accounts.forms.asking import ask_by_name
from hall.clock import day_in_words
from hall.errors import Refused
from hall.organisations.queries import open_halls
from hall.workdays import arguments
from hall.workdays.arithmetic import Calendar, Due, Limit, due_date
from hall.workdays.calendars import calendar_as_of, calendar_for
from hall.workdays.changes import Change, Notice, Regional, Removal
from hall.workdays.kinds import DayKind, DayRow
from hall.workdays.models import CalendarDay
from hall.workdays.notices import read_days
from hall.workdays.periods import Suspension
from hall.workdays.queries import regional_days

# What lies outside is a slip of the finger, and a walk that nobody waits for.
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
MOST_MONTHS = 240
MOST_SUSPENSIONS, LONGEST_SUSPENSION = 20, 1100
MOST_BYTES = 100_000
UNITS = [("working", _("工作日")), ("natural", _("自然日")), ("month", _("月"))]


def _divisions() -> list[tuple[str, str]]:
    return [(hall.code, hall.division.name) for hall in open_halls()]


class DeadlineForm(forms.Form):
    """One question: from when, how long, by whose calendar, what is taken out; ``version`` asks an older calendar."""

    start = forms.DateField(
        label=_("起算日"),
        help_text=_("例如受理、收到或者告知的那一天。当日不计入，从次日起算。"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
    )
    days = forms.IntegerField(label=_("期限"), min_value=0, max_value=arguments.MOST_DAYS)
    unit = forms.ChoiceField(label=_("单位"), choices=UNITS, initial="working", widget=forms.RadioSelect)
    division = forms.ChoiceField(label=_("按哪里的日历"), help_text=_("自治县的民族节日等只在当地放假。"))
    suspend = forms.CharField(
        label=_("依法扣除的时间"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("听证、检验、检测、鉴定、专家评审等，首尾两日都扣除。一行一段，例如2026-03-10..2026-03-24。"),
    )
    version = forms.CharField(
        label=_("日历版本"), required=False, max_length=30, help_text=_("不填写就按现行日历计算。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_by_name(self)
        self.fields["division"].choices = _divisions()  # type: ignore[attr-defined]

    def clean_start(self) -> date:
        return _within(self.cleaned_data["start"])

    def clean_suspend(self) -> list[Suspension]:
        lines = [line.strip() for line in self.cleaned_data["suspend"].splitlines() if line.strip()]
        if len(lines) > MOST_SUSPENSIONS:
            raise forms.ValidationError(gettext("最多填写%(most)d段。") % {"most": MOST_SUSPENSIONS})
        return [_suspension(line) for line in lines]

    def clean(self) -> None:
        asked = self.cleaned_data
        if asked.get("unit") == "month" and (asked.get("days") or 0) > MOST_MONTHS:
            self.add_error("days", gettext("最多%(most)d个月。") % {"most": MOST_MONTHS})
        if asked.get("version") and asked.get("division") and self._calendar() is None:
            self.add_error("version", gettext("没有这个日历版本。"))

    def _calendar(self) -> Calendar | None:
        version, division = self.cleaned_data["version"], self.cleaned_data["division"]
        return calendar_as_of(version, division) if version else calendar_for(division)

    def due(self) -> Due:
        """The answer to a form that is valid."""
        asked, calendar = self.cleaned_data, self._calendar()
        assert calendar is not None
        return due_date(asked["start"], Limit(asked["days"], asked["unit"]), calendar, asked["suspend"])


def _within(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise forms.ValidationError(gettext("日期应在%(first)s和%(last)s之间。") % {"first": EARLIEST, "last": LATEST})
    return day


def _suspension(line: str) -> Suspension:
    """As a command has it, and as one would write it: 2026-03-10至2026-03-24."""
    try:
        found = arguments.suspension(line.replace("至", "..").replace(" ", ""))
    except ArgumentTypeError as problem:
        raise forms.ValidationError(str(problem)) from problem
    if (_within(found.last) - _within(found.first)).days > LONGEST_SUSPENSION:
        raise forms.ValidationError(gettext("“%(line)s”超过了三年。") % {"line": line})
    return found


class ChangeForm(forms.Form):
    """A notice of the State Council for one year, or days of one region with their basis."""

    region = forms.ChoiceField(
        label=_("适用范围"),
        required=False,
        help_text=_("全国：国务院办公厅的年度放假通知；其他：当地依法放假或者停工。"),
    )
    year = forms.IntegerField(label=_("放假通知的年份"), required=False, min_value=2000, max_value=2100)
    notice = forms.CharField(label=_("文号或者依据"), max_length=120)
    url = forms.URLField(label=_("放假通知的网址"), required=False, max_length=300, assume_scheme="https")
    table = forms.FileField(
        label=_("日期表"),
        help_text=_("CSV表格，UTF-8编码，列为date、name、is_off_day：日期、名称、1放假或者0上班。"),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_by_name(self)
        self.fields["region"].choices = [("", gettext("全国")), *_divisions()]  # type: ignore[attr-defined]

    def clean_table(self) -> Sequence[Any]:
        table = self.cleaned_data["table"]
        if table.size > MOST_BYTES:
            raise forms.ValidationError(gettext("文件过大，一年的日期不会超过100 KB。"))
        try:
            return read_days(table.read())
        except Refused as refused:
            raise forms.ValidationError(str(refused.message)) from refused

    def clean(self) -> None:
        asked = self.cleaned_data
        if not asked.get("region") and not asked.get("year") and "year" not in self.errors:
            self.add_error("year", gettext("请填写放假通知的年份。"))

    def change(self) -> Change:
        """What a valid form asks for; whether it can be right is asked when it is proposed."""
        asked = self.cleaned_data
        if asked["region"]:
            return Regional(asked["table"], asked["region"], asked["notice"])
        return Notice(asked["table"], asked["year"], asked["notice"], asked["url"])


class RemovalForm(forms.Form):
    """Days of one region to be taken back, ticked in the list of those that there are."""

    days = forms.MultipleChoiceField(label=_("取消的日期"), widget=forms.CheckboxSelectMultiple)
    notice = forms.CharField(label=_("取消的依据"), max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ask_by_name(self)
        names = dict(_divisions())
        self.known = {str(one.pk): one for one in regional_days()}
        self.fields["days"].choices = [(key, _in_words(one, names)) for key, one in self.known.items()]  # type: ignore[attr-defined]

    def clean_days(self) -> list[CalendarDay]:
        chosen = [self.known[key] for key in self.cleaned_data["days"]]
        if len({one.region for one in chosen}) > 1:
            raise forms.ValidationError(gettext("请一次只取消一个区域的日期。"))
        return chosen

    def change(self) -> Change:
        chosen = self.cleaned_data["days"]
        rows = [DayRow(one.date, DayKind(one.kind), one.name) for one in chosen]
        return Removal(rows, chosen[0].region, self.cleaned_data["notice"])


def _in_words(day: CalendarDay, names: dict[str, str]) -> str:
    place = names.get(day.region, day.region)
    return f"{place}　{day_in_words(day.date)}　{day.name}（{day.get_kind_display()}）"
