"""The case 办件: who applies to whom for what, its answers, its number and the legal moments of its life."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from applications.lifecycle import UNDECIDED, CaseLifecycle, CaseState
from applications.models.held import Held
from applications.models.room import Room
from hall.accounts.models import Mandate, User
from hall.accounts.people import actor_of
from hall.actor import Actor
from hall.catalogue.models import ItemVersion, Offering
from hall.catalogue.remembered import version_by_id
from hall.catalogue.spec import ItemSpec
from hall.clock import now
from hall.crypto import EncryptedJSONField, EncryptedTextField
from hall.organisations.models import Hall
from hall.uids import uid7


class Purpose(models.TextChoices):
    """What is asked for: a licence, or something about the one there is (Art. 9, 49, 50)."""

    NEW = "new", _("新办")
    CHANGE = "change", _("变更")
    RENEWAL = "renewal", _("延续")
    REPLACEMENT = "replacement", _("补办")
    # Asked for by whoever takes the licence over, where a law allows it (Art. 9).
    TRANSFER = "transfer", _("转让")


class Application(Held, CaseLifecycle):
    """One application. Drafts have no number; ``version`` counts its announced facts and guards every deed."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    version = models.PositiveIntegerField(default=0)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT)
    offering = models.ForeignKey(Offering, on_delete=models.PROTECT)
    # Pinned when the draft begins: a later version of the item never changes a running case.
    item_version = models.ForeignKey(ItemVersion, on_delete=models.PROTECT)
    division_code = models.CharField(max_length=12)
    purpose = models.CharField(max_length=12, choices=Purpose.choices, default=Purpose.NEW)
    # The licence it is about, for every purpose but a new one.
    held_licence = models.ForeignKey(
        "applications.Licence", on_delete=models.PROTECT, null=True, related_name="later_applications"
    )

    applicant = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    applicant_kind = models.CharField(max_length=20)
    applicant_name = models.CharField(max_length=200)
    applicant_code = EncryptedTextField(blank=True)
    applicant_code_index = models.CharField(max_length=64, blank=True)

    # Art. 29: who applies in the applicant's place, and by which mandate; as they were when it was filed.
    agent = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, db_index=False, related_name="+"
    )
    mandate = models.ForeignKey(Mandate, on_delete=models.PROTECT, null=True, related_name="+")
    agent_name = models.CharField(max_length=200, blank=True)
    agent_code = EncryptedTextField(blank=True)
    agent_phone = EncryptedTextField(blank=True)

    answers = models.JSONField(default=dict)
    personal_answers = EncryptedJSONField(null=True)
    truth_stated_at = models.DateTimeField(null=True)
    case_no = models.CharField(max_length=50, unique=True, null=True)  # noqa: DJ001 - drafts have none
    query_code = EncryptedTextField(blank=True)
    query_code_index = models.CharField(max_length=64, blank=True)
    # Place in the order of acceptance of this offering (Art. 57).
    acceptance_sequence = models.PositiveIntegerField(null=True)
    created_at = models.DateTimeField(default=now)
    saved_at = models.DateTimeField(default=now)

    # Derived from the facts by applications.deadlines; rebuilt at will, kept only to sort and to wake.
    intake_due = models.DateField(null=True)
    promise_due = models.DateField(null=True)
    # The next limit whose passing the supervision must hear of (domain.md §7.4), and those it has heard of: R05:12.
    watched_due = models.DateField(null=True)
    breaches = ArrayField(models.CharField(max_length=40), default=list)
    settle_at = models.DateTimeField(null=True)
    # The calendar by which they were counted: what an old date rests on can be shown with it.
    calendar_version = models.CharField(max_length=30, blank=True)
    overrun_reason = models.TextField(blank=True)
    # The rooms of the procedure this case has been in (``Room``). A plain case asks none of their tables.
    rooms = ArrayField(models.CharField(max_length=20), default=list)

    class Meta:
        constraints = [
            # Two devices share one draft: the second start finds the first.
            models.UniqueConstraint(
                # An agent's draft stands beside the applicant's own.
                fields=["applicant", "agent", "offering", "division_code"],
                condition=Q(state=CaseState.DRAFT, purpose=Purpose.NEW),
                nulls_distinct=False,
                name="one_open_draft",
            ),
            # One thing at a time is asked for one licence.
            models.UniqueConstraint(
                fields=["held_licence", "purpose"],
                condition=Q(held_licence__isnull=False, state__in=[CaseState.DRAFT, *UNDECIDED]),
                name="one_open_application_of_a_purpose",
            ),
            models.CheckConstraint(
                condition=Q(purpose=Purpose.NEW, held_licence__isnull=True)
                | (~Q(purpose=Purpose.NEW) & Q(held_licence__isnull=False)),
                name="a_licence_is_held_or_new",
            ),
            models.CheckConstraint(
                condition=Q(agent__isnull=True, mandate__isnull=True) | Q(agent__isnull=False, mandate__isnull=False),
                name="an_agent_has_a_mandate",
            ),
            models.CheckConstraint(
                condition=Q(state=CaseState.DRAFT) | Q(case_no__isnull=False, received_at__isnull=False),
                name="filed_cases_are_numbered",
            ),
        ]
        indexes = [
            # my cases, newest first
            models.Index(fields=["applicant", "-id"], name="case_of_applicant"),
            # the cases in which somebody is the agent, newest first
            models.Index(fields=["agent", "-id"], name="case_of_agent", condition=Q(agent__isnull=False)),
            # what has fallen due by itself
            models.Index(fields=["settle_at"], name="case_to_settle", condition=Q(settle_at__isnull=False)),
        ]
        verbose_name = _("办件")

    @property
    def spec(self) -> ItemSpec:
        """As it was pinned; an agent's application is asked for the power of attorney as well."""
        if not Application.item_version.is_cached(self):
            # Pinned for good, so the process remembers it; only the first case of a version reads its long content.
            self.item_version = version_by_id(self.item_version_id)
        return self.item_version.represented if self.agent_id else self.item_version.spec

    def actor_of(self, user: User) -> Actor:
        """Who acted, for the trail: an agent with the applicant's name beside their own."""
        return actor_of(user, acting_for=self.applicant_name if user.pk == self.agent_id else "")

    def enter(self, room: Room) -> None:
        """Remember that the case has been in this room; the deed's announcement saves it."""
        if room not in self.rooms:
            self.rooms = [*self.rooms, str(room)]

    def has_been_in(self, room: Room) -> bool:
        return room in self.rooms

    @property
    def all_answers(self) -> dict[str, Any]:
        """Open and personal answers together, as the form gave them."""
        return {**self.answers, **(self.personal_answers or {})}

    def keep_answers(self, answers: dict[str, Any]) -> None:
        """Split answers by the item's tags: what is personal is stored sealed."""
        personal = {one.key for one in self.spec.fields if one.personal}
        self.answers = {key: value for key, value in answers.items() if key not in personal}
        self.personal_answers = {key: value for key, value in answers.items() if key in personal} or None
