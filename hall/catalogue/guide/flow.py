"""The steps, who takes the application, and the special procedures of a guide."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hall.catalogue.guide.parts import Procedure, StepRow
from hall.catalogue.models import Offering
from hall.catalogue.spec import ItemSpec, JointPart, Level, Step, said
from hall.catalogue.wording import LEVELS, condition_in_words


def steps(spec: ItemSpec, offering: Offering) -> list[StepRow]:
    level: Level = "city" if offering.level == "city" else "district"
    return [_row(step, spec, offering) for step in spec.steps_for(level)]


def _row(step: Step, spec: ItemSpec, offering: Offering) -> StepRow:
    """The offering's own department by name, the upper one by its kind."""
    own = step.level == offering.level
    upper = _("%(level)s%(kind)s部门") % {"level": LEVELS[step.level], "kind": step.department}
    return StepRow(
        title=said(step.title),
        text=said(step.standard),
        meta=_("%(days)s · %(who)s") % {"days": _days(step.days), "who": offering.department.name if own else upper},
    )


def joint_parts(spec: ItemSpec) -> list[StepRow]:
    """The departments that examine at the same time (Art. 26), with the days of each."""
    return [_part(part) for part in spec.joint]


def _part(part: JointPart) -> StepRow:
    who = _("%(level)s%(kind)s部门") % {"level": LEVELS[part.level], "kind": part.department}
    meta = _("%(days)s · %(who)s") % {"days": _days(part.days), "who": who}
    return StepRow(title=said(part.title), text=said(part.standard), meta=meta)


def _days(days: int) -> str:
    return ngettext("%d个工作日", "%d个工作日", days) % days if days else _("当场")


def route_notes(spec: ItemSpec) -> list[str]:
    """Which level takes the application, where the answers decide it."""
    if len(spec.routes) < 2:
        return []
    return [_route(spec, route.level, condition_in_words(spec, route.when)) for route in spec.routes]


def _route(spec: ItemSpec, level: Level, when: str) -> str:
    words = {"level": LEVELS[level], "when": when}
    return _("%(when)s的，由%(level)s办理。") % words if when else _("其他情形，由%(level)s办理。") % words


def procedures(spec: ItemSpec) -> list[Procedure]:
    return [
        Procedure(said(one.name), one.stops_clock, one.days, said(one.basis), said(one.note))
        for one in spec.special_procedures
    ]
