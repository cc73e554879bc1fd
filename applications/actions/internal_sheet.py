"""The internal sheet D-28 of a decided case: drafted once, from what each step said, when the decision is announced.

A reaction drafts it, exactly once, so that the signer does not wait for a paper that only the file needs.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import override

from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import InternalSheet, Turn
from applications.models import Decision, Finding, Handling, Paper, Step
from applications.queries.desk.opening import package_from_below
from hall.accounts.models import User
from hall.clock import local_date

# The steps in which somebody says yes or no; the others are merely done.
_JUDGING = ("review", "join", "report_up", "decide")


@transaction.atomic
def draft_internal_sheet(decision_uid: UUID) -> Paper:
    """Draft the sheet of the handling that decided; above, what the package brought stands first (Art. 35)."""
    related = ("handling__hall", "handling__department__hall", "application__hall", "application__offering")
    found = Decision.objects.select_related(*related, "application__item_version", "application__applicant")
    decision = found.get(uid=decision_uid)
    handling = decision.handling
    handling.application = decision.application
    signer = User.objects.filter(uid=decision.signed_by_uid).first() if decision.signed_by_uid else None
    return draft(_sheet(handling, decision), handling, officer=signer, issued_on=local_date(decision.decided_at))


@override("zh-hans")
def _sheet(handling: Handling, decision: Decision) -> InternalSheet:
    return InternalSheet(
        case_facts(handling),
        turns=(*_from_below(handling), *_here(handling)),
        decision="准予行政许可" if decision.granted else "不予行政许可",
        signer=decision.signed_by_name,
        decided_at=decision.decided_at,
    )


def _here(handling: Handling) -> Iterator[Turn]:
    for step in handling.steps.exclude(ended_at=None):
        yield Turn(
            title=step.title,
            organ=handling.department.name,
            by=step.done_by_name or "系统自动处理",
            opinion=step.opinion,
            conclusion=_conclusion(step),
            ended_at=step.ended_at,
            checks=tuple(_checks(step.checks)),
        )


def _from_below(handling: Handling) -> Iterator[Turn]:
    package = package_from_below(handling)
    if package is None:
        return
    organ = package.sent_from.department.name
    for one in package.content["opinions"]:
        ended_at = one.get("ended_at")
        yield Turn(
            title=one["title"],
            organ=organ,
            by=one["by"],
            opinion=one["opinion"],
            conclusion=_said(one["favourable"]),
            ended_at=datetime.fromisoformat(ended_at) if ended_at else None,
            checks=tuple(_checks(one.get("checks", ()))),
        )
    yield Turn("上报", organ, package.sent_by_name, package.opinion, conclusion="", ended_at=package.sent_at)


def _conclusion(step: Step) -> str:
    return _said(step.favourable) if step.kind in _JUDGING else ""


def _said(favourable: bool | None) -> str:
    return "" if favourable is None else "肯定意见" if favourable else "否定意见或者退回"


def _checks(checks: Any) -> Iterator[str]:
    for one in checks:
        remark = f"（{one['remark']}）" if one["remark"] else ""
        yield f"{Finding(one['finding']).label}：{one['text']}{remark}"
