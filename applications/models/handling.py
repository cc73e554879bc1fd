"""Handling 承办: one agency's part of a case, with its own hall, department, state and clock (Art. 35, 42, 43)."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Optional
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.lifecycle import WORKING, HandlingLifecycle, HandlingState
from applications.models.application import Application
from applications.models.held import Held
from hall.catalogue.spec import JointPart, Limit
from hall.catalogue.spec import Step as BlueprintStep
from hall.clock import now
from hall.database.statements import rows
from hall.organisations.models import Department, Hall
from hall.uids import uid7

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from applications.models.avoidance import Avoidance
    from applications.models.case_file import CaseFile
    from applications.models.exhibit import Exhibit
    from applications.models.extension import Extension
    from applications.models.inspection import Inspection
    from applications.models.interested_party import InterestedParty
    from applications.models.package import Package
    from applications.models.step import Step
    from applications.models.supervision_order import SupervisionOrder
    from applications.models.suspension import Suspension
    from applications.models.testers import TesterAssignment

OPEN = WORKING
# Work left at this agency: also what is decided and waits for its certificate and its delivery (Art. 44).
ON_DESK = Q(state__in=OPEN) | Q(desk_due__isnull=False)


class Role(models.TextChoices):
    """In joint handling (Art. 26) one department leads and answers to the applicant; the others join."""

    LEAD = "lead", _("牵头")
    JOINT = "joint", _("联办")


def lead_among(parts: Iterable["Handling"]) -> Optional["Handling"]:
    """Who answers to the applicant: the open lead, else the one that had the case last. Joint parts never do."""
    leads = sorted((one for one in parts if one.is_lead), key=lambda one: one.pk)
    return next((one for one in leads if one.is_open), leads[-1] if leads else None)


class Handling(Held, HandlingLifecycle):
    """``clock_from`` is the day the statutory period began: acceptance below, receipt of the package above.

    ``part`` names what a joint department examines; ``in_name_of`` is the agency that entrusted this one (Art. 24).
    """

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="handlings")
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT)
    department = models.ForeignKey(Department, on_delete=models.PROTECT)
    level = models.CharField(max_length=10)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.LEAD)
    part = models.CharField(max_length=60, blank=True)
    in_name_of = models.ForeignKey(Department, on_delete=models.PROTECT, null=True, related_name="+")
    current_step = models.CharField(max_length=60)
    # The kind of the step that is open, empty when none is: whose turn it is.
    step_kind = models.CharField(max_length=20, blank=True)
    # The day on which the open step began, from which its own days count.
    step_since = models.DateField(null=True)
    begun_at = models.DateTimeField(default=now)
    clock_from = models.DateField(null=True)

    # Officers who avoid this handling (回避); the reasons are rows of ``Avoidance``.
    kept_out = ArrayField(models.UUIDField(), default=list)

    # Derived: the statutory due date (none while the clock is stopped), that of the open step, and the next day that
    # counts here, by which the desk sorts.
    statutory_due = models.DateField(null=True)
    step_due = models.DateField(null=True)
    desk_due = models.DateField(null=True)

    if TYPE_CHECKING:
        steps: "QuerySet[Step]"
        suspensions: "QuerySet[Suspension]"
        extensions: "QuerySet[Extension]"
        tester_assignments: "QuerySet[TesterAssignment]"
        inspections: "QuerySet[Inspection]"
        parties: "QuerySet[InterestedParty]"
        avoidances: "QuerySet[Avoidance]"
        exhibits: "QuerySet[Exhibit]"
        supervision_orders: "QuerySet[SupervisionOrder]"
        case_files: "QuerySet[CaseFile]"
        package: "Package"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application"], condition=Q(state__in=OPEN, role=Role.LEAD), name="one_open_handling"
            ),
            models.UniqueConstraint(
                fields=["application", "part"], condition=Q(state__in=OPEN, role=Role.JOINT), name="one_open_joint_part"
            ),
        ]
        indexes = [
            # the desk: open work of a department by days left
            models.Index(fields=["department", "desk_due", "id"], name="desk_open", condition=ON_DESK),
            # the desk: whose turn it is, by days left
            models.Index(
                fields=["department", "step_kind", "desk_due", "id"], name="desk_turn", condition=ON_DESK
            ),
            # the desk: what has been finished, newest first
            models.Index(fields=["department", "-ended_at", "-id"], name="desk_ended"),
        ]

    @property
    def blueprint_step(self) -> BlueprintStep | None:
        """The step of the item's blueprint that this handling stands at; a department that joins has one of its own."""
        if part := self.joint_part:
            return BlueprintStep(part.name, part.title, "join", part.level, part.department, part.days)
        steps = self.application.spec.steps_for(self.level)
        return next((step for step in steps if step.name == self.current_step), None)

    @property
    def joint_part(self) -> JointPart | None:
        """What this department examines in joint handling; none for the lead."""
        return self.application.spec.joint_part(self.part) if self.role == Role.JOINT else None

    @property
    def limit(self) -> Limit:
        """The period of this part: a joint department's own days, else what the law gives this level (Art. 42, 43)."""
        part = self.joint_part
        return Limit(part.days) if part else self.application.spec.statutory_for(self.level)

    @cached_property
    def reviewed(self) -> list[tuple[UUID | None, list[dict[str, str]]]]:
        """Who gave an opinion here, with the check-list as they answered it, the last first. Read once a deed; whoever
        closes a step forgets it (applications.actions.stepping)."""
        over = "handling_id = %s AND kind = 'review' AND ended_at IS NOT NULL ORDER BY id DESC"
        given = rows(self.steps.model, over, self.pk, only=("done_by_uid", "checks"))
        return [(one.done_by_uid, one.checks) for one in given]

    @cached_property
    def visited(self) -> list[tuple[list[UUID], bool]]:
        """Who went to look, and whether it meets the conditions, the last first; recording another forgets it."""
        here = "handling_id = %s ORDER BY id DESC"
        held = rows(self.inspections.model, here, self.pk, only=("officer_uids", "meets"))
        return [(one.officer_uids, one.meets) for one in held]

    @property
    def issuer(self) -> Department:
        """Whose papers this part writes: an entrusted agency acts in the name of the one that entrusted it."""
        if self.in_name_of_id is None:
            return self.department
        assert self.in_name_of is not None
        return self.in_name_of

    @property
    def is_lead(self) -> bool:
        return self.role == Role.LEAD

    @property
    def state_label(self) -> str:
        """The state in words; a joint department that is done has decided nothing."""
        if self.state == HandlingState.CONCLUDED and not self.is_lead:
            return str(_("已提出联办意见"))
        return str(self.get_state_display())

    @property
    def is_upper(self) -> bool:
        """Whether this part was opened by a package from below (Art. 35)."""
        return hasattr(self, "package")

    @property
    def is_open(self) -> bool:
        return self.state in OPEN
