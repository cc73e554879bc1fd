"""Asking the applicant in writing before what they marked may become public (政府信息公开条例 Art. 32).

The question is served at the moment in which it stands in their space, in this very deed: the days run from there.
"""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy

from applications import deadlines
from applications.actions.locking import locked
from applications.actions.telling import PUBLICATION, tell_applicant
from applications.events import ConsentAsked
from applications.models import Application, Consultation, PublicWords
from applications.models.consultation import Answer
from applications.queries.claims import claims_of
from applications.queries.consultations import consultations_on, must_ask
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now, today
from hall.workdays.arithmetic import Limit
from hall.workdays.calendars import calendar_for

ASKED = gettext_lazy(
    "“%(item)s”的审批结果将要公开。您在申请时标注了保密内容，请在%(due)s前查看将要公开的全文，同意公开或者提出异议；"
    "逾期没有答复的，由行政机关依法决定是否公开。"
)
ASKED_AGAIN = gettext_lazy(
    "“%(item)s”将要按新的内容公示。请在%(due)s前查看将要公开的全文，同意公开或者提出异议；"
    "逾期没有答复的，由行政机关依法决定是否公开。"
)


def ask_consent(application_uid: UUID, user: User) -> Consultation | None:
    """Ask where a secret was marked or something was objected to, and these words are not settled."""
    if not _may_hold_a_secret(application_uid):
        return None
    with locked(application_uid) as application:
        words = PublicWords.objects.select_for_update().get(application=application)
        said = consultations_on(application_uid)
        if not must_ask(words, said):
            return None
        asked = next((one for one in said if one.closed_at is None), None) or Consultation(application=application)
        limit = Limit(settings.HALL_CONSULTATION_DAYS, "working")
        asked.lines, asked.sm3 = words.lines, words.sm3
        # Other words are a new question with its whole period; what was waited for the first one stays taken out.
        asked.asked_at = asked.asked_at or now()
        asked.due = deadlines.period_of(today(), limit, calendar_for(application.hall.code)).due
        asked.save()
        key = f"consultation:{asked.uid}:{asked.sm3[:16]}"
        tell_applicant(application, PUBLICATION, ASKED_AGAIN if words.standing else ASKED, key=key, due=asked.due)
        announce(application, ConsentAsked(consultation=asked.uid, due=asked.due), by=user)
        return asked


def _may_hold_a_secret(application_uid: UUID) -> bool:
    marked = claims_of(Application.objects.only("rooms").get(uid=application_uid))
    return bool(marked) or any(one.answer == Answer.OBJECTION for one in consultations_on(application_uid))
