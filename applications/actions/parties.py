"""Those with a major interest are told and heard, and so is the applicant (行政许可法 Art. 36).

Interested parties need no account: the examiner writes down what they say, or that they waive it.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from applications.actions import exhibits
from applications.actions.locking import locked, locked_handling
from applications.actions.paperwork import case_facts, draft
from applications.actions.stepping import require
from applications.documents.builders import PartyNotice, StatementRecord
from applications.events import PartyTold, StatementMade, StatementRecorded, StatementWaived
from applications.models import OPEN, Application, Handling, InterestedParty, Room, Statement
from applications.queries.desk.opening import held_handling
from applications.queries.parties import period_of
from applications.rules import may_examine, owns
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.files.models import StoredFile


def tell_party(uid: UUID, user: User, *, seen: int, name: str, contact: str, interest: str) -> InterestedParty:
    """Tell one interested party in writing; the applicant is told with the first one."""
    with locked_handling(uid, seen=seen) as handling:
        _check_right(user, handling)
        require(handling, "review", "join")
        told = {"name": name, "contact": contact, "interest": interest}
        if missing := {key: [_("请填写。")] for key, text in told.items() if not text.strip()}:
            raise Incomplete(_("请写明利害关系人的名称、联系方式和利害关系。"), fields=missing)
        party = _tell(handling, user, name=name.strip(), contact=contact.strip(), interest=interest.strip())
        if not handling.parties.filter(is_applicant=True).exists():
            _tell(handling, user, name=handling.application.applicant_name, interest=interest.strip(), applicant=True)
        handling.application.enter(Room.PARTIES)
        announce(handling.application, PartyTold(handling=handling.uid, party=party.uid), by=user)
        return party


def _tell(
    handling: Handling, user: User, *, name: str, interest: str, contact: str = "", applicant: bool = False
) -> InterestedParty:
    days = handling.application.spec.statement_days
    party = InterestedParty.objects.create(
        handling=handling,
        is_applicant=applicant,
        name=name,
        contact=contact,
        interest=interest,
        told_on=today(),
        days=days,
    )
    notice = PartyNotice(
        case_facts(handling),
        addressee=name,
        to_applicant=applicant,
        interest=interest,
        days=days,
        until=period_of(party.told_on, days, handling.hall.code).due,
    )
    draft(notice, handling, officer=user, for_applicant=applicant)
    return party


def record_statement(
    uid: UUID,
    user: User,
    *,
    seen: int,
    party: UUID,
    waives: bool = False,
    text: str = "",
    enclosed: Sequence[Any] = (),
) -> InterestedParty:
    """Write down what one side said, or that it waives its right; until the decision it is never too late to hear."""
    kept = _kept(uid, user, enclosed)
    with locked_handling(uid, seen=seen) as handling:
        _check_right(user, handling)
        _check_open(handling)
        found = handling.parties.filter(uid=party).first()
        if found is None:
            raise NotFound(_("没有找到这位利害关系人。"))
        if waives:
            _waive(found)
        else:
            _write(handling, found, text, kept, user)
        fact = StatementRecorded(handling=handling.uid, party=found.uid)
        announce(handling.application, fact, by=user)
        return found


def make_statement(uid: UUID, user: User, *, seen: int, text: str, enclosed: Sequence[Any] = ()) -> Statement:
    """The applicant's own words, from their page."""
    kept = _kept_own(uid, user, enclosed)
    with locked(uid, seen=seen) as application:
        handling, party = _own(application, user)
        statement = _write(handling, party, text, kept, user)
        announce(application, StatementMade(handling=handling.uid), by=user)
        return statement


def waive_statement(uid: UUID, user: User, *, seen: int) -> InterestedParty:
    """The applicant has nothing to say, and the agency need not wait."""
    with locked(uid, seen=seen) as application:
        handling, party = _own(application, user)
        if party.statements.exists():
            raise WrongState(_("您已经提出了陈述申辩意见，不需要放弃。"))
        _waive(party)
        announce(application, StatementWaived(handling=handling.uid), by=user)
        return party


def _check_right(user: User, handling: Handling) -> None:
    if not may_examine(user, handling):
        raise NotAllowed(_("只有承办部门的审查人员可以告知和听取利害关系人、申请人的意见。"))


def _check_open(handling: Handling) -> None:
    if not handling.is_open:
        raise WrongState(_("本机关对本办件的办理已经结束，不能再记录陈述申辩。"))


def _own(application: Application, user: User) -> tuple[Handling, InterestedParty]:
    """The part in which the applicant is asked for their views now."""
    if not owns(user, application):
        raise NotFound(_("没有找到这个办件。"))
    asked = InterestedParty.objects.filter(
        handling__application=application, handling__state__in=OPEN, is_applicant=True
    )
    party = asked.select_related("handling__department__hall").order_by("-id").first()
    if party is None:
        raise WrongState(_("本办件现在没有在听取陈述申辩意见。"))
    handling = party.handling
    handling.application, handling.hall = application, handling.department.hall
    return handling, party


def _waive(party: InterestedParty) -> None:
    if party.waived_at is None:
        party.waived_at = now()
        party.save(update_fields=["waived_at"])


def _write(
    handling: Handling, party: InterestedParty, text: str, files: Sequence[StoredFile], user: User
) -> Statement:
    if not text.strip():
        raise Incomplete(_("请写明陈述申辩的内容。"), fields={"text": [_("请填写。")]})
    statement = Statement.objects.create(
        party=party, text=text.strip(), recorded_by_uid=user.uid, recorded_by_name=user.name
    )
    exhibits.put_in(handling, statement.uid, files)
    draft(_record(handling, party, statement, files), handling, officer=user, for_applicant=party.is_applicant)
    return statement


@override("zh-hans")
def _record(
    handling: Handling, party: InterestedParty, statement: Statement, files: Sequence[StoredFile]
) -> StatementRecord:
    return StatementRecord(
        case_facts(handling),
        side="申请人" if party.is_applicant else "利害关系人",
        name=party.name,
        interest=party.interest,
        made_at=statement.made_at,
        recorded_by=statement.recorded_by_name,
        said=statement.text,
        files=tuple(one.given_name for one in files),
    )


def _kept(uid: UUID, user: User, files: Sequence[Any]) -> list[StoredFile]:
    if not files:
        return []
    handling = held_handling(user, uid)
    _check_right(user, handling)
    return exhibits.take(files, hall_code=handling.hall.code, owner_uid=user.uid, place="enclosed")


def _kept_own(uid: UUID, user: User, files: Sequence[Any]) -> list[StoredFile]:
    if not files:
        return []
    application = Application.objects.select_related("hall").filter(uid=uid).first()
    if application is None or not owns(user, application):
        raise NotFound(_("没有找到这个办件。"))
    return exhibits.take(files, hall_code=application.hall.code, owner_uid=user.uid, place="enclosed")
