"""The public version of a decision, drafted when its disclosure is published (行政许可法 Art. 40; D-26)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import override

from applications.actions.locking import locked_handling
from applications.actions.papers import void_paper
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import PublicDecision
from applications.documents.kinds import Ground, Kind
from applications.models import Decision, Handling, Paper
from applications.models.paper import PaperState
from hall.actor import Actor
from hall.clock import local_date

# Kept with the paper, which speaks Chinese; neither tells what was wrong.
_CORRECTED, _TAKEN_BACK = "公示内容已经更正", "公示已经撤下"


@override("zh-hans")
def publish_decision(
    decision: UUID,
    *,
    grantee: str,
    grantee_code: str,
    document_name: str,
    document_number: str,
    content: str,
    licence_name: str = "",
    licence_number: str = "",
    part_ground: str = "",
    issued_on: date | None = None,
    instead: Actor | None = None,
) -> Paper:
    """Draft the paper from the masked text that passed its review; asked twice it is one paper.

    ``instead`` is who corrected that text: the paper that has other words is void, and this one takes its place.
    """
    found = Decision.objects.select_related("handling").get(uid=decision)
    with locked_handling(found.handling.uid) as handling:
        known = _papers(handling).first()
        if known and instead:
            void_paper(known.uid, reason=_CORRECTED, by=instead)
        elif known:
            return known
        facts = case_facts(handling)
        # As the register names them; nothing on the paper leads back to the case or to its papers.
        named = replace(
            facts.applicant,
            name=grantee,
            id_masked=grantee_code,
            phone="",
            address="",
            legal_representative="",
        )
        paper = PublicDecision(
            replace(facts, applicant=named, case_no="", query_code="", agent=None),
            document_name=document_name,
            document_number=document_number,
            content=content,
            decided_on=local_date(found.decided_at),
            valid_from=found.valid_from,
            valid_to=found.valid_to,
            licence_name=licence_name,
            licence_number=licence_number,
            part_ground=str(Ground(part_ground).label) if part_ground else "",
        )
        return draft(paper, handling, officer=None, issued_on=issued_on)


def take_back_decision(decision: UUID, *, by: Actor) -> None:
    """Its disclosure was taken back: the paper is void, and its verification page says so."""
    found = Decision.objects.select_related("handling").get(uid=decision)
    with locked_handling(found.handling.uid) as handling:
        for paper in _papers(handling):
            void_paper(paper.uid, reason=_TAKEN_BACK, by=by)


def _papers(handling: Handling) -> QuerySet[Paper]:
    return Paper.objects.filter(handling=handling, kind=Kind.PUBLIC_DECISION).exclude(state=PaperState.VOIDED)
