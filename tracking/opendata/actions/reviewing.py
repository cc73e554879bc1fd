"""The aggregation review of a data set (保密法 Art. 36): what is harmless row by row may be a secret all together."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django_fsm import TransitionNotAllowed

from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.accounts.people import actor_of
from hall.clock import today
from hall.errors import Incomplete, NotAllowed, NotFound, WrongState
from hall.organisations.models import Hall
from hall.review.actions import open_review, pass_review, refuse_review
from hall.review.digest import digest_of
from hall.review.models import Review
from hall.review.queries import latest_of
from tracking.opendata.events import DataSetClosed, DataSetOpened, DataSetReturned, DataSetSent
from tracking.opendata.models import DataSet
from tracking.opendata.rules import assessing_bar, reviewing_bar

# The kind under which these reviews are kept.
KIND = "data_set"


@contextmanager
def _locked(uid: UUID) -> Iterator[DataSet]:
    with transaction.atomic():
        held = DataSet.objects.select_for_update(of=("self",)).select_related("hall").filter(uid=uid).first()
        if held is None:
            raise NotFound(_("没有找到这个数据集。"))
        try:
            yield held
        except TransitionNotAllowed:
            state = {"state": held.get_state_display()}
            raise WrongState(_("这个数据集现在是“%(state)s”，这一步已经不能办理。") % state) from None


def send(hall: Hall, user: User, *, assessment: str) -> DataSet:
    """Assess what the whole tells that no single record does, and hand it to a second pair of eyes."""
    _refuse(assessing_bar(user, hall))
    data_set, _fresh = DataSet.objects.get_or_create(hall=hall)
    with _locked(data_set.uid) as held:
        held.send_to_review()
        if not assessment.strip():
            raise Incomplete(_("请写明汇聚风险评估。"), fields={"assessment": [_("请填写。")]})
        held.assessment, held.digest = assessment.strip(), ""
        held.drafter_uid, held.drafter_name = user.uid, user.name
        open_review(KIND, subject_uid=held.uid, hall_code=hall.code, drafter=actor_of(user), texts=held.texts())
        announce(held, DataSetSent(), by=user)
        return held


def open_up(uid: UUID, user: User, *, remark: str = "") -> DataSet:
    """From now on it is given out, and the worker makes its files."""
    with _locked(uid) as held:
        _refuse(reviewing_bar(user, held))
        held.open_up(on=today())
        texts = held.texts()
        pass_review(_review(held), actor_of(user), remark, texts=texts)
        held.digest = digest_of(texts)
        announce(held, DataSetOpened(), by=user)
        return held


def send_back(uid: UUID, user: User, *, remark: str) -> DataSet:
    with _locked(uid) as held:
        _refuse(reviewing_bar(user, held))
        held.send_back()
        refuse_review(_review(held), actor_of(user), remark)
        announce(held, DataSetReturned(), by=user)
        return held


def close(uid: UUID, user: User) -> DataSet:
    """Stop giving it out, at once: by either of the two, without asking the other."""
    with _locked(uid) as held:
        if assessing_bar(user, held.hall):
            _refuse(reviewing_bar(user, held))
        held.close()
        announce(held, DataSetClosed(), by=user)
        return held


def _review(data_set: DataSet) -> Review:
    review = latest_of(KIND, data_set.uid)
    assert review is not None, "a data set under review has its review"
    return review


def _refuse(bar: Promise | None) -> None:
    if bar:
        raise NotAllowed(bar)
