"""Reporting up (行政许可法 Art. 35): the lower agency sends its preliminary opinion and all materials directly.

The package is frozen when it is sent. The upper agency opens its own handling from it and never asks the applicant
for the same materials again.
"""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import finish, require
from applications.answers import answered
from applications.documents.builders import PreliminaryOpinion
from applications.documents.facts import HandedIn
from applications.events import ReportedUp
from applications.models import Application, Handling, Package, Step
from applications.rules import may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import NotAllowed
from hall.organisations.models import Department
from hall.organisations.queries import city_hall, department_for


def report_up(uid: UUID, user: User, *, seen: int, opinion: str, favourable: bool = True) -> Package:
    """Close the lower handling as 转报 and send the package; the upper one opens when it is received."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_sign(user, handling):
            raise NotAllowed(_("只有承办部门的签发人员，且没有参与本办件审查的，可以转报上级机关。"))
        require(handling, "report_up")
        check_opinion(opinion)
        examiner = handling.steps.filter(kind="review").order_by("-id").first()
        finish(handling, by=user, favourable=favourable, opinion=opinion)
        handling.report_up(at=now())
        package = _pack(handling, user, opinion)
        rebuild_dues(handling.application, handling)
        _draft_opinion(handling, package, examiner, user, favourable)
        announce(handling.application, ReportedUp(package=package.uid), by=user)
        return package


def _pack(handling: Handling, user: User, opinion: str) -> Package:
    return Package.objects.create(
        application=handling.application,
        sent_from=handling,
        sent_to=_upper_department(handling),
        opinion=opinion,
        content=_content(handling.application, handling),
        materials=_files(handling.application),
        sent_by_uid=user.uid,
        sent_by_name=user.name,
    )


def _upper_department(handling: Handling) -> Department:
    """The city's department that the blueprint names for the step after this one."""
    steps = handling.application.spec.steps
    upper = next(step for step in steps if step.level == "city")
    return department_for(city_hall(), upper.department)


@override("zh-hans")
def _content(application: Application, handling: Handling) -> dict[str, Any]:
    """Everything the upper agency needs, so that it never has to look below or ask the applicant."""
    return {
        "applicant": {
            "name": application.applicant_name,
            "kind": application.applicant_kind,
            "code": application.applicant_code,
        },
        "answers": [
            {"section": one.section, "label": one.label, "text": one.text} for one in answered(application)
        ],
        "opinions": [
            {"title": step.title, "by": step.done_by_name, "opinion": step.opinion, "favourable": step.favourable}
            for step in handling.steps.filter(kind="review").exclude(ended_at=None)
        ],
    }


def _files(application: Application) -> list[dict[str, str]]:
    current = application.materials.filter(replaced_at=None).select_related("file")
    return [
        {"uid": str(one.uid), "key": one.key, "name": one.name, "sm3": one.file.sm3, "sha256": one.file.sha256}
        for one in current
    ]


def _draft_opinion(
    handling: Handling, package: Package, examiner: Step | None, user: User, favourable: bool
) -> None:
    accepted_on = handling.application.accepted_on
    assert accepted_on is not None
    paper = PreliminaryOpinion(
        case_facts(handling),
        addressee=package.sent_to.name,
        accepted_on=accepted_on,
        examiner=examiner.done_by_name if examiner else user.name,
        opinion=package.opinion,
        favourable=favourable,
        package=tuple(HandedIn(name=one["name"]) for one in package.materials),
    )
    draft(paper, handling, officer=user)
