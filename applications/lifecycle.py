"""The legal states of a case and of each agency's part in it, and the only ways between them.

行政许可法 Art. 32 (intake), 35 (report up), 37–38 (decision), 44 (delivery). A transition checks and stamps,
nothing more: papers, clocks, records and news are the deed's. Blueprint steps never add a state here.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.db import models
from django.utils.translation import gettext_lazy as _
from django_fsm import FSMField
from django_fsm import transition as fsm_transition

if TYPE_CHECKING:
    # mypy reads the library's classes as Any, and with such a base every row would be Any.
    class ConcurrentTransitionMixin(models.Model):
        class Meta:
            abstract = True
else:
    from django_fsm import ConcurrentTransitionMixin

Stamp = TypeVar("Stamp", bound=Callable[..., None])


def moves(source: str | Sequence[str], target: str, label: Any, *, field: FSMField) -> Callable[[Stamp], Stamp]:
    """A transition with its Chinese label, which pages, timeline and drawing share."""
    decorate = fsm_transition(field=field, source=source, target=target, custom={"label": label})
    return cast(Callable[[Stamp], Stamp], decorate)


class CaseState(models.TextChoices):
    """Where a case stands in law; from NOT_REQUIRED on, the early ends (domain.md §1.3)."""

    DRAFT = "draft", _("草稿")
    RECEIVED = "received", _("已收件，待受理")
    CORRECTING = "correcting", _("待补正")
    ACCEPTED = "accepted", _("已受理，办理中")
    DECIDED = "decided", _("已作出决定")
    DELIVERED = "delivered", _("已送达")
    CLOSED = "closed", _("已办结归档")
    NOT_REQUIRED = "not_required", _("不需要许可，不受理")
    REFUSED = "refused", _("不予受理")
    LAPSED = "lapsed", _("补正不来，办结")
    WITHDRAWN = "withdrawn", _("申请人撤回")
    TERMINATED = "terminated", _("终止办理")
    VOIDED = "voided", _("技术性作废")


# Filed and not decided: what an applicant may still withdraw.
UNDECIDED = [CaseState.RECEIVED, CaseState.CORRECTING, CaseState.ACCEPTED]
# Over without a decision: nothing happens to such a case by itself any more.
EARLY_ENDS = [
    CaseState.NOT_REQUIRED,
    CaseState.REFUSED,
    CaseState.LAPSED,
    CaseState.WITHDRAWN,
    CaseState.TERMINATED,
    CaseState.VOIDED,
]


class AcceptanceMode(models.TextChoices):
    NORMAL = "normal", _("审核受理")
    DEEMED = "deemed", _("逾期视为受理")
    COMMITTED = "committed", _("告知承诺受理")
    TOLERANT = "tolerant", _("容缺受理")


class CaseLifecycle(ConcurrentTransitionMixin, models.Model):
    """The case. A lost race raises ConcurrentTransition, so that nobody's deed overwrites another's."""

    state = FSMField(choices=CaseState.choices, default=CaseState.DRAFT, protected=True)
    received_at = models.DateTimeField(null=True)
    accepted_on = models.DateField(null=True)
    acceptance_mode = models.CharField(max_length=10, choices=AcceptanceMode.choices, blank=True)
    decided_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def refresh_from_db(
        self, using: str | None = None, fields: Iterable[str] | None = None, from_queryset: Any = None
    ) -> None:
        """A column that was left out is read when somebody asks for it, and django-fsm reads the state of the row along
        with it: that must not undo, without a word, the move that the deed has just made."""
        fields = None if fields is None else list(fields)
        moved = vars(self).get("state") if fields is not None and "state" not in fields else None
        super().refresh_from_db(using, fields, from_queryset)
        if moved is not None:
            vars(self)["state"] = moved

    @moves(CaseState.DRAFT, CaseState.RECEIVED, _("提交申请"), field=state)
    def receive(self, at: datetime) -> None:
        self.received_at = at

    @moves(CaseState.RECEIVED, CaseState.CORRECTING, _("告知补正"), field=state)
    def ask_correction(self) -> None:
        pass

    @moves(CaseState.CORRECTING, CaseState.RECEIVED, _("提交补正"), field=state)
    def supply_correction(self) -> None:
        pass

    @moves(CaseState.RECEIVED, CaseState.ACCEPTED, _("受理"), field=state)
    def accept(self, on: date, mode: str) -> None:
        self.accepted_on, self.acceptance_mode = on, mode

    @moves(CaseState.RECEIVED, CaseState.NOT_REQUIRED, _("告知不需要许可"), field=state)
    def find_not_required(self, at: datetime) -> None:
        self.closed_at = at

    @moves([CaseState.RECEIVED, CaseState.CORRECTING], CaseState.REFUSED, _("不予受理"), field=state)
    def refuse(self, at: datetime) -> None:
        self.closed_at = at

    @moves(CaseState.CORRECTING, CaseState.LAPSED, _("补正不来办结"), field=state)
    def lapse(self, at: datetime) -> None:
        self.closed_at = at

    @moves(UNDECIDED, CaseState.WITHDRAWN, _("撤回申请"), field=state)
    def withdraw(self, at: datetime) -> None:
        self.closed_at = at

    @moves(UNDECIDED, CaseState.TERMINATED, _("终止办理"), field=state)
    def terminate(self, at: datetime) -> None:
        self.closed_at = at

    @moves(UNDECIDED, CaseState.VOIDED, _("技术性作废"), field=state)
    def void(self, at: datetime) -> None:
        self.closed_at = at

    @moves(CaseState.ACCEPTED, CaseState.DECIDED, _("作出决定"), field=state)
    def decide(self, at: datetime) -> None:
        self.decided_at = at

    @moves(CaseState.DECIDED, CaseState.DELIVERED, _("送达"), field=state)
    def deliver(self, at: datetime) -> None:
        self.delivered_at = at

    @moves(CaseState.DELIVERED, CaseState.CLOSED, _("归档"), field=state)
    def close(self, at: datetime) -> None:
        self.closed_at = at


class HandlingState(models.TextChoices):
    """Where one agency's part stands."""

    INTAKE = "intake", _("待受理")
    EXAMINING = "examining", _("审查中")
    DECIDING = "deciding", _("待决定")
    CONCLUDED = "concluded", _("已决定")
    REPORTED_UP = "reported_up", _("已转报上级")
    TRANSFERRED = "transferred", _("已移送")
    RETURNED = "returned", _("已退回下级")
    ENDED = "ended", _("已终止")


WORKING = [HandlingState.INTAKE, HandlingState.EXAMINING, HandlingState.DECIDING]


class HandlingLifecycle(ConcurrentTransitionMixin, models.Model):
    """One agency's part of a case: the upper one of Art. 35 begins in examination, from the package."""

    state = FSMField(choices=HandlingState.choices, default=HandlingState.INTAKE, protected=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @moves(HandlingState.INTAKE, HandlingState.EXAMINING, _("转入审查"), field=state)
    def admit(self) -> None:
        pass

    @moves(WORKING, HandlingState.ENDED, _("终止"), field=state)
    def end(self, at: datetime) -> None:
        self.ended_at = at

    @moves(HandlingState.EXAMINING, HandlingState.DECIDING, _("提请决定"), field=state)
    def propose(self) -> None:
        pass

    @moves(HandlingState.DECIDING, HandlingState.EXAMINING, _("退回审查"), field=state)
    def send_back(self) -> None:
        pass

    @moves(HandlingState.EXAMINING, HandlingState.REPORTED_UP, _("转报上级"), field=state)
    def report_up(self, at: datetime) -> None:
        self.ended_at = at

    @moves(HandlingState.REPORTED_UP, HandlingState.EXAMINING, _("接回补充审查"), field=state)
    def take_back(self) -> None:
        self.ended_at = None

    @moves(WORKING, HandlingState.RETURNED, _("退回下级补充审查"), field=state)
    def return_down(self, at: datetime) -> None:
        self.ended_at = at

    @moves(WORKING, HandlingState.TRANSFERRED, _("移送有权机关"), field=state)
    def transfer(self, at: datetime) -> None:
        self.ended_at = at

    @moves(HandlingState.EXAMINING, HandlingState.CONCLUDED, _("提出联办意见"), field=state)
    def join_in(self, at: datetime) -> None:
        self.ended_at = at

    @moves(HandlingState.DECIDING, HandlingState.CONCLUDED, _("作出决定"), field=state)
    def conclude(self, at: datetime) -> None:
        self.ended_at = at
