"""The public version of a decision, drafted when its disclosure is published (行政许可法 Art. 40; D-26)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from applications.actions.locking import locked_handling
from applications.actions.paperwork import case_facts, draft
from applications.documents.builders import PublicDecision
from applications.documents.kinds import Kind
from applications.models import Decision, Paper
from hall.clock import local_date


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
    issued_on: date | None = None,
) -> Paper:
    """Draft the paper from the masked text that passed its review; asked twice it is one paper."""
    found = Decision.objects.select_related("handling").get(uid=decision)
    with locked_handling(found.handling.uid) as handling:
        known = Paper.objects.filter(handling=handling, kind=Kind.PUBLIC_DECISION).first()
        if known:
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
        )
        return draft(paper, handling, officer=None, issued_on=issued_on)
