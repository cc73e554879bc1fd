"""Filing: a draft becomes a case with its number, its receipt and its first agency (行政许可法 Art. 29, 31).

Online receipt is the moment a complete application enters the system; no clerk has to click (domain.md §1.0).
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications import filling
from applications.actions.claims import fix_claims
from applications.actions.convey import check_offer_stands
from applications.actions.locking import locked
from applications.actions.opening import open_first
from applications.actions.paperwork import case_facts, draft_all
from applications.actions.promises import draft_commitments
from applications.actions.stand_ins import fix_stand_ins
from applications.actions.start import check_acts_for, check_may_apply
from applications.documents.builders import ApplicationForm, Receipt
from applications.events import Received
from applications.lifecycle import CaseState
from applications.models import Application, Handling, Purpose, Room
from applications.queries.bars import is_barred
from applications.queries.conveyances import request_of
from applications.queries.duplicates import earlier_open
from applications.queries.handed_in import handed_in
from applications.queries.promises import stood_in
from applications.rules import owns
from hall.accounts.deeds import announce
from hall.accounts.mandates import hold_mandate
from hall.accounts.models import User
from hall.catalogue.models import Offering
from hall.catalogue.queries import offering_for
from hall.clock import now, today
from hall.crypto import blind_index
from hall.database.statements import row
from hall.errors import Incomplete, NotFound
from hall.numbering.codes import query_code
from hall.numbering.counters import next_value
from hall.organisations.remembered import hall_by_id


def submit(uid: UUID, user: User, *, truth_stated: bool) -> Application:
    """File the draft. A second call, from a double click or another device, returns the same case.

    Raises Incomplete with the problems by field or material when something is missing.
    """
    with locked(uid) as application:
        if not owns(user, application):
            raise NotFound(_("没有找到这个办件。"))
        if application.state != CaseState.DRAFT:
            return application
        _read_anew(application, user)
        _check_who_files(user, application)
        if application.purpose == Purpose.TRANSFER:
            check_offer_stands(application)
        _check_complete(application, truth_stated=truth_stated)
        fix_stand_ins(application, application.applicant, application.all_answers)
        fix_claims(application)
        _route(application)
        _identify(application, user)
        if earlier_open(application):
            # The window sees both, and may merge them.
            application.enter(Room.DUPLICATE)
        application.truth_stated_at = now()
        # A barred applicant is not turned away by a machine: the case is filed, and the window decides (Art. 78).
        if is_barred(application):
            application.enter(Room.BAR)
        application.receive(at=now())
        handling = open_first(application)
        # The counter's row is locked from here on, so the number comes as late as it can.
        application.case_no = _case_number(application)
        _draft_papers(application, handling)
        announce(application, Received(case_no=application.case_no), by=user)
        return application


def _check_who_files(user: User, application: Application) -> None:
    """The applicant as the item wants them; an agent by a mandate that cannot end before this is filed or refused."""
    if user.pk != application.applicant_id and application.mandate_id:
        check_acts_for(user, hold_mandate(application.mandate_id), application.offering)
    check_may_apply(application.applicant, application.offering)


def _read_anew(application: Application, user: User) -> None:
    """What is offered at this very moment; who files for themselves need not be read once more."""
    offered = row(Offering, "id = %s", application.offering_id, unread=("search_text",))
    assert offered is not None
    application.offering = offered
    # Unless the item changed since the draft began, both point at one row, whose content is long.
    if application.offering.version_id == application.item_version_id:
        application.offering.version = application.item_version
    if user.pk == application.applicant_id:
        application.applicant = user


def problems_of(application: Application, *, truth_stated: bool = True) -> filling.Problems:
    """Everything that keeps this draft from being filed, by field key, ``material.KEY`` or ``truth``."""
    _answers, problems = _problems(application, truth_stated=truth_stated)
    return problems


def _problems(application: Application, *, truth_stated: bool) -> tuple[dict[str, Any], filling.Problems]:
    answers, problems = filling.fill(application.spec, application.all_answers, whole=True)
    present = {one.key for one in handed_in(application)} | stood_in(application)
    for material in application.spec.materials:
        if material.owed and material.asked(answers) and material.key not in present:
            problems[f"material.{material.key}"] = [_("请上传这份材料。")]
    if not truth_stated:
        problems["truth"] = [_("请阅读并勾选真实性承诺。")]
    return answers, problems


def _check_complete(application: Application, *, truth_stated: bool) -> None:
    answers, problems = _problems(application, truth_stated=truth_stated)
    if problems:
        raise Incomplete(_("还有%(count)d处需要补充或修改。") % {"count": len(problems)}, fields=problems)
    application.keep_answers(answers)


def _route(application: Application) -> None:
    """The item's own rules say which level takes the case (an entry of its file, never code)."""
    level = application.spec.level_for(application.all_answers)
    if level != application.offering.level:
        application.offering = offering_for(application.offering.item, level, application.division_code)
    application.hall = hall_by_id(application.offering.hall_id)


def _identify(application: Application, user: User) -> None:
    """Name and code as they are now: the file keeps them when the account changes later."""
    applicant = application.applicant
    code = applicant.uscc or applicant.id_number
    application.applicant_name = applicant.name
    application.applicant_code = code
    application.applicant_code_index = blind_index(code)
    application.query_code = query_code()
    application.query_code_index = blind_index(application.query_code)
    if application.agent_id == user.pk:
        application.agent_name, application.agent_code = user.name, user.id_number
        application.agent_phone = user.phone


def _case_number(application: Application) -> str:
    """Implementation code 31 + date 8 + daily serial 4 = 43 characters (domain.md §3.1)."""
    stem = f"{application.offering.task_code}{today():%Y%m%d}"
    return f"{stem}{next_value('case', stem):04d}"


def _draft_papers(application: Application, handling: Handling) -> None:
    facts = case_facts(handling, whole=True)
    assert application.received_at is not None
    # An agent signs with their own name, for the applicant.
    signer = f"{facts.applicant.name}（代理人：{facts.agent.name}）" if facts.agent else ""
    asked = request_of(application)
    form = ApplicationForm(facts, submitted_at=application.received_at, request=asked, signed_by=signer)
    # The receipt lists what was handed in, and says nothing of the answers.
    facts = replace(facts, answers=())
    draft_all(form, Receipt(facts, received_at=application.received_at), handling=handling, officer=None)
    draft_commitments(handling, facts)
