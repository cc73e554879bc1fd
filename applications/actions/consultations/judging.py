"""An objection gets its answer: content and reason are told in writing, whichever way it went (条例 Art. 32).

Whoever reviews the disclosure judges; that deed stands in ``tracking.disclosure`` and calls this inside it.
"""

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from applications.actions.locking import locked
from applications.actions.telling import PUBLICATION, tell_applicant
from applications.events import ObjectionJudged
from applications.models import Consultation, PublicWords
from applications.models.consultation import Answer, Outcome
from hall.accounts.deeds import announce
from hall.accounts.models import User
from hall.clock import now

TOLD = {
    Outcome.WITHHELD: gettext_lazy("您对“%(item)s”公开内容的异议成立，不予公开。理由见办件页。"),
    Outcome.IN_PART: gettext_lazy("您对“%(item)s”公开内容的异议成立，有关部分不予公开，其余修改后公开。理由见办件页。"),
    Outcome.OVERRIDDEN: gettext_lazy("您对“%(item)s”公开内容提出了异议，依法仍然公开。公开的内容和理由见办件页。"),
}
TOLD_OF_CHANGE = gettext_lazy("您对“%(item)s”变更后内容的异议成立，变更后的内容不予公开。理由见办件页。")


def judge(application_uid: UUID, user: User, *, outcome: Outcome, ground: str, told: str) -> Consultation | None:
    """Close the open objection so; nothing when there is none."""
    if not open_objections(application_uid).exists():
        return None
    with locked(application_uid) as application:
        words = PublicWords.objects.select_for_update().get(application=application)
        objection = open_objections(application_uid).first()
        if objection is None:
            return None
        objection.outcome, objection.ground, objection.told = outcome, ground, told.strip()
        objection.judged_by_uid, objection.judged_by_name = user.uid, user.name
        objection.closed_at = now()
        objection.save()
        # What was published once stays as it is: only the words of the change do not come.
        is_of_change = bool(words.standing) and outcome == Outcome.WITHHELD
        text = TOLD_OF_CHANGE if is_of_change else TOLD[outcome]
        tell_applicant(application, PUBLICATION, text, key=f"objection:{objection.uid}")
        announce(application, ObjectionJudged(consultation=objection.uid, outcome=outcome), by=user)
        return objection


def open_objections(application_uid: UUID) -> QuerySet[Consultation]:
    return Consultation.objects.filter(application__uid=application_uid, answer=Answer.OBJECTION, closed_at=None)
