"""What the law makes of a case by itself, one kind a module: who acts once its moment (``queries.moments``) came."""

from collections.abc import Callable
from datetime import datetime

from applications.actions.settlements.automatic import decide_automatically
from applications.actions.settlements.deemed_acceptance import accept_by_silence
from applications.actions.settlements.hearings import end_the_right, tell_overdue
from applications.actions.settlements.limits import tell_supervision
from applications.actions.settlements.make_up import note_missed_make_up, remind_of_make_up
from applications.actions.settlements.silence import mind_silence
from applications.actions.settlements.supervision_unanswered import note_late_answer
from applications.models import Application
from applications.queries import moments

# Called under the case's lock with the moment at which it fell due, whenever that is noticed.
Act = Callable[[Application, datetime], None]

SETTLEMENTS: tuple[tuple[moments.Moment, Act], ...] = (
    (moments.deemed_acceptance, accept_by_silence),
    (moments.limit_passed, tell_supervision),
    (moments.automatic_decision, decide_automatically),
    (moments.make_up_reminder, remind_of_make_up),
    (moments.make_up_missed, note_missed_make_up),
    (moments.silence_of_applicant, mind_silence),
    (moments.hearing_right_ends, end_the_right),
    (moments.hearing_overdue, tell_overdue),
    (moments.supervision_unanswered, note_late_answer),
)
