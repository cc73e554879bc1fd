"""The applicant consents to the publication, or objects with a reason, until it is published (行政许可法 Art. 5)."""

from uuid import UUID

from django.utils.translation import gettext as _

from applications.actions.locking import locked
from applications.events import PublicationConsented, PublicationObjected
from applications.models import Application, Consultation, PublicWords
from applications.models.consultation import Answer
from applications.queries.consultations import consultations_on, may_consent, may_object
from applications.rules import owns
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now
from hall.errors import Incomplete, NotFound, TooLate, WrongState

LEAST_REASON, MOST_REASON = 4, 2000


def consent(uid: UUID, user: User, *, seen: int, words: str) -> Consultation:
    """Consent to exactly the words that were read; ``words`` is their digest."""
    with locked(uid, seen=seen) as application:
        current = _held(application, user)
        said = consultations_on(uid)
        if not may_consent(current, said):
            raise WrongState(_("现在没有等待您答复的公开征求意见。"))
        if words != current.sm3:
            raise WrongState(_("将要公开的内容刚刚有修改，请重新核对后再答复。"))
        answered = next(one for one in said if one.closed_at is None)
        answered.answer, answered.lines, answered.sm3 = Answer.CONSENT, current.lines, current.sm3
        answered.answered_at = answered.closed_at = now()
        answered.save()
        announce(application, PublicationConsented(consultation=answered.uid), by=user)
        return answered


def object_to_publication(uid: UUID, user: User, *, seen: int, reason: str) -> Consultation:
    """Object, asked or not; the publication waits until the objection was judged."""
    with locked(uid, seen=seen) as application:
        current = _held(application, user)
        said = consultations_on(uid)
        if not may_object(current, said):
            raise WrongState(_("您对这些内容已经答复过，或者异议正在处理。"))
        if not LEAST_REASON <= len(reason.strip()) <= MOST_REASON:
            problem = _("请用 %(least)d 到 %(most)d 个字说明理由。") % {"least": LEAST_REASON, "most": MOST_REASON}
            raise Incomplete(_("请说明异议的理由。"), fields={"reason": [problem]})
        objection = next((one for one in said if one.closed_at is None), None) or Consultation(application=application)
        objection.answer, objection.answered_at, objection.reason = Answer.OBJECTION, now(), reason.strip()
        objection.lines, objection.sm3 = current.lines, current.sm3
        objection.save()
        announce(application, PublicationObjected(consultation=objection.uid), by=user)
        return objection


def _held(application: Application, user: User) -> PublicWords:
    """The words under their lock, which the publication takes as well: one of the two comes first."""
    if not owns(user, application):
        raise NotFound(_("没有找到这个办件。"))
    words = PublicWords.objects.select_for_update().filter(application=application).first()
    if words is None:
        raise WrongState(_("这个办件现在没有将要公开的内容。"))
    if words.closed_at:
        raise TooLate(_("公示已经办结，不能再答复。对已经公开的内容有异议的，可以投诉或者提出建议。"))
    return words
