"""What a guide tells where not everybody can have it (行政许可法 Art. 53, 54, 57; Art. 30: the number is published)."""

from collections.abc import Callable, Sequence
from typing import cast

from django.apps import apps
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from hall.catalogue.models import Offering
from hall.catalogue.spec import ItemSpec, said


def places_left(offering: Offering) -> str:
    """In the words of whoever counts the grants: an upper floor, named in settings, where it is installed."""
    path = settings.HALL_PLACES_LEFT
    if offering.version.spec.quota is None or apps.get_containing_app_config(path) is None:
        return ""
    return cast(Callable[[Offering], str], import_string(path))(offering)


def exams_ahead(offering: Offering) -> Sequence[str]:
    """The sittings to come, each in one line; told by the same way from upstairs (Art. 54: before anybody applies)."""
    path = settings.HALL_EXAMS_AHEAD
    if offering.version.spec.allocation != "exam" or apps.get_containing_app_config(path) is None:
        return []
    return cast(Callable[[Offering], Sequence[str]], import_string(path))(offering)


def allocation(spec: ItemSpec) -> str:
    told = {
        "bid_auction": _("依法通过招标、拍卖等公平竞争的方式作出决定（《行政许可法》第五十三条）。"),
        "exam": _("根据考试成绩、考核结果和其他法定条件作出决定，不组织强制性的考前培训（《行政许可法》第五十四条）。"),
    }
    return told.get(spec.allocation, "")


def exam(spec: ItemSpec) -> Sequence[tuple[str, str]]:
    """Published before anybody registers."""
    if spec.exam is None:
        return []
    told = [
        (_("报名条件"), said(spec.exam.conditions)),
        (_("报考办法"), said(spec.exam.method)),
        (_("考试科目"), said(spec.exam.subjects)),
        (_("考试大纲"), said(spec.exam.syllabus)),
    ]
    return [(label, text) for label, text in told if text]
