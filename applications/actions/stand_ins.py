"""What takes a file's place in a draft: the applicant's free choice, material by material, and their change of mind.

重庆市优化营商环境条例 Art. 50: proof or promise is the applicant's to choose. A file, a promise and a later day
exclude each other; the one chosen last counts.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.locking import locked
from applications.lifecycle import CaseState
from applications.models import Application, Commitment, Room, Tolerance
from applications.queries.promises import stood_in
from applications.queries.trust import broke_a_promise, distrust
from applications.rules import owns
from hall.accounts.models import User
from hall.catalogue.digests import digest_of
from hall.catalogue.spec import Commitment as Told
from hall.catalogue.spec import Material, on_record
from hall.clock import now
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState


def promise(uid: UUID, user: User, *, key: str, agreed: bool, signer: str) -> Commitment:
    """Promise in writing instead of handing in this proof; signed by name, with the text as it was read."""
    _check_trusted(_applicant(uid, user))
    with locked(uid) as draft:
        entry = _entry(draft, user, key)
        if entry.commitment is None or not entry.commitment.online:
            raise NotAllowed(_("这份材料不能在网上以告知承诺代替。"))
        _check_signed(user, agreed=agreed, signer=signer)
        _clear(draft, key)
        _enter(draft, Room.COMMITMENT)
        told = told_of(entry.commitment)
        return Commitment.objects.create(
            application=draft,
            key=key,
            name=on_record(entry.name),
            told=told,
            text_version=draft.item_version.number,
            sm3=digest_of(told),
            signer_uid=user.uid,
            signer_name=signer.strip(),
        )


def postpone(uid: UUID, user: User, *, key: str, agreed: bool) -> Tolerance:
    """Undertake to hand in a tolerated material after acceptance (容缺后补)."""
    _check_trusted(_applicant(uid, user))
    with locked(uid) as draft:
        entry = _entry(draft, user, key)
        if entry.tolerance is None:
            raise NotAllowed(_("这份材料不在容缺后补的清单中，请随申请提交。"))
        if not agreed:
            problem = _("请阅读并勾选补交承诺。")
            raise Incomplete(problem, fields={"agreed": [problem]})
        _clear(draft, key)
        _enter(draft, Room.TOLERANCE)
        return Tolerance.objects.create(
            application=draft,
            key=key,
            name=on_record(entry.name),
            days=entry.tolerance.days,
            consequence=on_record(entry.tolerance.consequence),
            grant_first=entry.tolerance.grant_first,
        )


def reconsider(uid: UUID, user: User, *, key: str) -> None:
    """Take back the promise or the postponement of one material; the choice is open again."""
    with locked(uid) as draft:
        _entry(draft, user, key)
        drop_stand_ins(draft, key)


def drop_stand_ins(draft: Application, key: str) -> None:
    """A file took their place, or the applicant changed their mind; what was signed stays on record."""
    if draft.has_been_in(Room.COMMITMENT):
        draft.commitments.filter(key=key, withdrawn_at=None).update(withdrawn_at=now())
    if draft.has_been_in(Room.TOLERANCE):
        draft.tolerances.filter(key=key, withdrawn_at=None).update(withdrawn_at=now())


def fix_stand_ins(draft: Application, applicant: User, answers: Mapping[str, Any]) -> None:
    """On filing: what these answers do not ask for is promised by nobody, and who broke a promise may not file one."""
    if not (draft.has_been_in(Room.COMMITMENT) or draft.has_been_in(Room.TOLERANCE)):
        return
    for one in draft.spec.materials:
        if not one.asked(answers):
            drop_stand_ins(draft, one.key)
    if stood_in(draft) and broke_a_promise(applicant):
        raise NotAllowed(_("您以前作出的承诺经核查不实，在信用修复以前不适用告知承诺和容缺后补，请提交材料。"))


def told_of(text: Told) -> dict[str, str]:
    """What is told and promised, as records keep it."""
    return {
        "proves": on_record(text.proves),
        "text": on_record(text.text),
        "consequence": on_record(text.consequence),
    }


def signers_of(user: User) -> list[str]:
    """By whose name a promise of this account may be signed."""
    return [name for name in (user.name, user.legal_representative, user.handler_name) if name]


def _applicant(uid: UUID, user: User) -> User:
    """Whose promise it is: an agent signs for somebody. The credit register is asked before the case is locked."""
    draft = Application.objects.select_related("applicant").filter(uid=uid, agent=user).first()
    return draft.applicant if draft else user


def _check_trusted(user: User) -> None:
    if why := distrust(user):
        raise NotAllowed(why)


def _entry(draft: Application, user: User, key: str) -> Material:
    if not owns(user, draft):
        raise NotFound(_("没有找到这个办件。"))
    if draft.state != CaseState.DRAFT:
        raise WrongState(_("这份申请已经提交，不能再修改。"))
    entry = next((one for one in draft.spec.materials if one.key == key), None)
    if entry is None:
        raise NotAllowed(_("这份材料不在本事项的材料目录中。"))
    return entry


def _check_signed(user: User, *, agreed: bool, signer: str) -> None:
    problems: dict[str, list[str]] = {}
    if not agreed:
        problems["agreed"] = [_("请阅读并勾选承诺。")]
    if signer.strip() not in signers_of(user):
        names = _("、").join(signers_of(user))
        problems["signer"] = [_("请签署本账号登记的姓名或者名称：%(names)s。") % {"names": names}]
    if problems:
        raise Incomplete(_("承诺还没有签署完整。"), fields=problems)


def _clear(draft: Application, key: str) -> None:
    """Whatever stood for this material before."""
    drop_stand_ins(draft, key)
    draft.materials.filter(key=key, replaced_at=None).update(replaced_at=now())


def _enter(draft: Application, room: Room) -> None:
    draft.enter(room)
    draft.saved_at = now()
    draft.save(update_fields=["rooms", "saved_at"])
