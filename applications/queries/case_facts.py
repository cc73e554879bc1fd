"""The common header of every paper of a case, from its rows: the one place that masks, labels and orders them."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import override

from applications.answers import answered
from applications.documents.facts import Answer, CaseFacts, HandedIn, Organ, Party
from applications.models import Application, Handling
from applications.queries.agents import represented
from applications.queries.claims import marks_of
from applications.queries.handed_in import handed_in
from applications.queries.promises import commitments_of, outstanding
from hall.accounts.models import User
from hall.catalogue.spec import on_record
from hall.catalogue.wording import limit_in_words
from hall.clock import local_date
from hall.database.statements import row
from hall.masking import mask_address, mask_id_number, mask_phone
from hall.organisations.addresses import path_prefix
from hall.organisations.models import Department


@override("zh-hans")
def case_facts(handling: Handling, *, whole: bool = False) -> CaseFacts:
    """The common header of a paper of this handling, as things stand now; ``whole`` with materials and answers."""
    application = handling.application
    assert application.received_at is not None
    marks = marks_of(application) if whole else {}
    return CaseFacts(
        case_no=application.case_no or "",
        item_name=on_record(application.spec.name),
        task_code=application.offering.task_code,
        hall_name=handling.hall.name,
        applicant=_party(application),
        agent=_agent(application),
        issuer=organ_of(handling.issuer),
        received_on=local_date(application.received_at),
        query_code=application.query_code,
        track_url=f"{settings.HALL_BASE_URL}{path_prefix(handling.hall)}track/",
        statutory_due=handling.statutory_due,
        statutory_words=limit_in_words(handling.limit),
        promise_due=application.promise_due,
        promise_words=limit_in_words(application.spec.promise),
        materials=_materials(application, marks) if whole else (),
        answers=_answers(application, marks) if whole else (),
    )


def _party(application: Application) -> Party:
    person = application.applicant_kind == "person"
    code, reached = application.applicant_code, _account(application)
    return Party(
        name=application.applicant_name,
        kind=application.applicant_kind,
        id_masked=mask_id_number(code) if person else code,
        id_label="公民身份号码" if person else "统一社会信用代码",
        phone=mask_phone(reached.phone),
        address=mask_address(reached.address, staff=True),
        legal_representative="" if person else reached.legal_representative,
    )


def _account(application: Application) -> User:
    """Where the deed has not read the account for something else, three columns of it are enough."""
    if Application.applicant.is_cached(application):
        return application.applicant
    found = row(User, "id = %s", application.applicant_id, only=("phone", "address", "legal_representative"))
    assert found is not None
    return found


def _agent(application: Application) -> Party | None:
    """Whoever filed it in the applicant's place; one whose mandate is over stands on no new paper."""
    if not application.agent_code or not represented(application):
        return None
    return Party(
        name=application.agent_name,
        kind="person",
        id_masked=mask_id_number(application.agent_code),
        phone=mask_phone(application.agent_phone),
    )


def organ_of(department: Department) -> Organ:
    """Name, contact and remedies of an organ as they stand now."""
    return Organ(
        name=department.name,
        uscc=department.uscc,
        short_name=department.short_name,
        phone=department.phone,
        supervision_phone=department.supervision_phone,
        address=department.address,
        reconsideration_organ=department.reconsideration_organ,
        reconsideration_url=department.reconsideration_url,
        court=department.court,
    )


def _answers(application: Application, marks: Mapping[str, str]) -> tuple[Answer, ...]:
    return tuple(
        Answer(one.section, one.label, one.text, marks.get(f"field.{one.key}", "")) for one in answered(application)
    )


def _materials(application: Application, marks: Mapping[str, str]) -> tuple[HandedIn, ...]:
    received = [
        HandedIn(
            name=one.name,
            medium="共享获取" if one.shared_from else "电子件",
            received_at=one.handed_in_at,
            marked=marks.get(f"material.{one.key}", ""),
        )
        for one in handed_in(application)
    ]
    promised = [_stand_in(one.name, "以告知承诺代替") for one in commitments_of(application)]
    to_follow = [_stand_in(one.name, "容缺后补") for one in outstanding(application)]
    return (*received, *promised, *to_follow)


def _stand_in(name: str, medium: str) -> HandedIn:
    return HandedIn(name=name, originals=0, medium=medium)
