"""Asking for something about a licence there is: change (Art. 49), renewal (Art. 50), replacement.

A renewal asked for after the end becomes an application for a new licence with the same data: nothing is refused in
silence.
"""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from applications.actions.licence_drafts import begin_draft, carry_over, last_case
from applications.actions.licences_due import settle_one_licence
from applications.actions.start import start
from applications.models import Application, Licence, LicenceState, Purpose
from applications.queries.licences import has_begun, my_licence, open_purposes, renewable_from
from hall.accounts.models import User
from hall.errors import WrongState
from hall.workdays.wording import whole_day


def ask_for_licence(uid: UUID, user: User, purpose: Purpose) -> Application:
    """The draft or open case in which this is asked for, begun now if there was none."""
    settle_one_licence(my_licence(user, uid).uid)
    licence = my_licence(user, uid)
    if purpose == Purpose.RENEWAL and licence.state == LicenceState.EXPIRED:
        return _anew(licence, user)
    begun = has_begun(licence, purpose)
    if begun:
        return begun
    _check_open(licence, purpose)
    try:
        with transaction.atomic():
            return begin_draft(licence, user, purpose)
    except IntegrityError:
        # The other device was quicker.
        return licence.later_applications.get(purpose=purpose, state="draft")


def _check_open(licence: Licence, purpose: Purpose) -> None:
    if purpose in open_purposes(licence):
        return
    begins = renewable_from(licence)
    if purpose == Purpose.RENEWAL and licence.state == LicenceState.VALID and begins:
        raise WrongState(_("现在还不能申请延续，最早可以在%(day)s提出。") % {"day": whole_day(begins)})
    if purpose == Purpose.RENEWAL and licence.state == LicenceState.VALID:
        raise WrongState(_("这个许可证件长期有效，不需要延续。"))
    raise WrongState(
        _("许可证件现在的状态是“%(state)s”，不能提出这项申请。") % {"state": licence.get_state_display()}
    )


def _anew(licence: Licence, user: User) -> Application:
    """After the end there is nothing left to renew: the same data, for a new licence."""
    last = last_case(licence)
    draft = start(user, last.offering, division_code=last.division_code)
    if not draft.answers and not draft.personal_answers:
        carry_over(last, draft)
        draft.save()
    return draft
