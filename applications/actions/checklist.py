"""The item's check-list as an examiner answers it (行政许可法 Art. 34): every point, and why where it is not met."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypedDict

from django.utils.translation import gettext as _

from applications.actions.stepping import Check
from applications.models import Finding
from hall.catalogue.spec import CheckPoint, on_record
from hall.errors import Incomplete


class Answer(TypedDict):
    """One point answered; ``finding`` is a value of ``Finding``."""

    key: str
    finding: str
    remark: str


def completed(points: Sequence[CheckPoint], answers: Iterable[Answer], *, favourable: bool) -> list[Check]:
    """The whole list, frozen with its words. Raises Incomplete while a point is open or contradicts the opinion."""
    given = {one["key"]: one for one in answers}
    problems = {place: [told] for place, told in _problems(points, given, favourable)}
    if problems:
        raise Incomplete(_("审查要点还没有全部答复，不能提交审查意见。"), fields=problems)
    return [
        Check(
            key=point.key,
            text=on_record(point.text),
            basis=on_record(point.basis),
            finding=given[point.key]["finding"],
            remark=given[point.key]["remark"].strip(),
        )
        for point in points
    ]


def _problems(
    points: Sequence[CheckPoint], given: Mapping[str, Answer], favourable: bool
) -> Iterator[tuple[str, str]]:
    for point in points:
        answer = given.get(point.key)
        if answer is None or answer["finding"] not in Finding:
            yield f"check-{point.key}", _("请答复这一项审查要点。")
        elif answer["finding"] != Finding.MEETS and not answer["remark"].strip():
            yield f"check-{point.key}-remark", _("请说明不符合或者不适用的理由。")
    fails = any(one["finding"] == Finding.FAILS for one in given.values())
    if favourable and fails:
        yield "favourable", _("有不符合的审查要点，审查结论不能是符合条件。")
