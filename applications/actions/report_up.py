"""Reporting up (行政许可法 Art. 35): the lower agency sends its preliminary opinion and all materials directly.

The package is frozen when it is sent. The upper agency opens its own handling from it and never asks the applicant
for the same materials again. One that came back is followed by a new package with a higher number.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions.clocks import rebuild_dues
from applications.actions.locking import locked_handling
from applications.actions.opinions import check_opinion
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import finish, require
from applications.actions.winding_up import wind_up
from applications.answers import answered
from applications.documents.builders import PreliminaryOpinion
from applications.documents.facts import HandedIn
from applications.events import ReportedUp, RuleBroken
from applications.models import Application, Handling, Package, Role, Room, Step
from applications.queries.claims import claims_of
from applications.queries.hindrances import unfinished
from applications.queries.promises import commitments_of
from applications.rules import may_sign
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed
from hall.organisations.models import Department
from hall.organisations.queries import city_hall, department_for


def report_up(uid: UUID, user: User, *, seen: int, opinion: str, favourable: bool = True) -> Package:
    """Close the lower handling as 转报 and send the package; the upper one opens when it is received."""
    with locked_handling(uid, seen=seen) as handling:
        if not may_sign(user, handling):
            raise NotAllowed(_("只有承办部门的签发人员，且没有参与本办件审查的，可以转报上级机关。"))
        require(handling, "report_up")
        check_opinion(opinion)
        if owed := list(unfinished(handling, favourable=favourable)):
            raise Incomplete(_("现在还不能转报：%(owed)s") % {"owed": _("；").join(owed)})
        due = handling.statutory_due
        examiner = handling.steps.filter(kind="review").order_by("-id").first()
        finish(handling, by=user, favourable=favourable, opinion=opinion)
        handling.report_up(at=now())
        package = _pack(handling, user, opinion)
        wind_up(handling, by=user)
        rebuild_dues(handling.application, handling)
        _draft_opinion(handling, package, examiner, user, favourable)
        announce(handling.application, ReportedUp(package=package.uid), by=user)
        if due and today() > due:
            # Art. 43: the lower agency had twenty days, or what the item's own law gives it.
            announce(handling.application, RuleBroken("R07", handling.uid, due), by=user)
        return package


def _pack(handling: Handling, user: User, opinion: str) -> Package:
    return Package.objects.create(
        application=handling.application,
        sent_from=handling,
        sent_to=_upper_department(handling),
        number=handling.sent_packages.count() + 1 if handling.application.has_been_in(Room.RETURN) else 1,
        opinion=opinion,
        content=_content(handling.application, handling),
        materials=_files(handling.application),
        supplements=_supplements(handling),
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
            {
                "title": step.title,
                "by": step.done_by_name,
                "opinion": step.opinion,
                "favourable": step.favourable,
                "ended_at": step.ended_at,
                "checks": step.checks,
            }
            for step in handling.steps.filter(kind="review").exclude(ended_at=None)
        ]
        + [*_of_joint_parts(application), *_of_others(handling)],
        # Promises stand for proofs, so they go up with the materials (国办发〔2020〕42号).
        "commitments": [{"name": one.name, **one.told, "sm3": one.sm3} for one in commitments_of(application)],
        # Art. 5: the upper agency keeps the applicant's secrets as well.
        "confidential": [
            {"place": one.place, "name": one.name, "kind": one.get_kind_display(), "reason": one.reason}
            for one in claims_of(application)
        ],
        "inspections": _inspections(handling) if application.has_been_in(Room.INSPECTION) else [],
    }


def _inspections(handling: Handling) -> list[dict[str, Any]]:
    """What was seen below: the upper agency reads the records, the photographs stay there."""
    return [
        {
            "held_at": one.held_at,
            "place": one.place,
            "officers": [f"{officer['name']}（{officer['number']}）" for officer in one.officers],
            "facts": one.facts,
            "meets": one.meets,
            "result": one.result,
        }
        for one in handling.inspections.all()
    ]


def _of_joint_parts(application: Application) -> Iterator[dict[str, Any]]:
    """Art. 26: what the departments that join have said, so that the upper agency need not ask them again."""
    if application.has_been_in(Room.JOINT):
        said = Step.objects.filter(handling__application=application, handling__role=Role.JOINT, kind="join")
        for step in said.exclude(done_by_uid=None).select_related("handling__department"):
            title = f"{step.handling.department.name}　{step.title}"
            yield {"title": title, "by": step.done_by_name, "opinion": step.opinion, "favourable": step.favourable}


def _of_others(handling: Handling) -> Iterator[dict[str, Any]]:
    if handling.application.has_been_in(Room.OPINION):
        for one in handling.opinion_requests.exclude(answered_at=None).select_related("department"):
            title = _("%(department)s的答复意见") % {"department": one.department.name}
            yield {"title": title, "by": one.answered_by_name, "opinion": one.answer, "favourable": None}


def _supplements(handling: Handling) -> list[dict[str, str]]:
    """Files from the agency's own examination, put in after a package came back."""
    if not handling.application.has_been_in(Room.RETURN):
        return []
    found = handling.exhibits.filter(subject_uid__in=handling.sent_packages.values("uid")).select_related("file")
    return [
        {"uid": str(one.uid), "name": one.file.given_name, "sm3": one.file.sm3, "sha256": one.file.sha256}
        for one in found
    ]


def _files(application: Application) -> list[dict[str, str]]:
    current = application.materials.filter(replaced_at=None).select_related("file")
    return [
        {
            "uid": str(one.uid),
            "key": one.key,
            "name": one.name,
            "sm3": one.file.sm3,
            "sha256": one.file.sha256,
            "shared_from": one.shared_from,
        }
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
