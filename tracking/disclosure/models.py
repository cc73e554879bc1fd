"""The disclosure of one result: what the public is to read, already masked, and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.documents.kinds import Ground
from hall.clock import now
from hall.organisations.models import Department, Hall
from hall.uids import uid7
from tracking.disclosure.change import ProposedChange
from tracking.disclosure.lifecycle import DisclosureLifecycle

__all__ = ["Disclosure", "ProposedChange"]


class Disclosure(DisclosureLifecycle):
    """Names the case and the decision by uid: it outlives them. ``due`` is derived from ``decided_on`` (T17)."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    version = models.PositiveIntegerField(default=0)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT)
    department = models.ForeignKey(Department, on_delete=models.PROTECT)
    application_uid = models.UUIDField(unique=True)
    decision_uid = models.UUIDField()
    item_name = models.CharField(_("事项名称"), max_length=1000)
    grantee = models.CharField(_("公示的相对人名称"), max_length=200)
    grantee_is_person = models.BooleanField()
    grantee_code = models.CharField(max_length=18, blank=True)
    document_name = models.CharField(_("决定文书"), max_length=200)
    document_number = models.CharField(_("决定文书号"), max_length=64)
    licence_name = models.CharField(max_length=200, blank=True)
    licence_number = models.CharField(max_length=128, blank=True)
    content = models.TextField(_("公示的许可内容"))
    # A part may not be disclosed and the rest is (条例 Art. 37): on which ground.
    part_ground = models.CharField(_("部分内容不予公开的理由"), max_length=20, choices=Ground.choices, blank=True)
    decided_on = models.DateField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    due = models.DateField()
    # Whether supervision has heard that it was not published in time (R14).
    late_told = models.BooleanField(default=False)
    # The signer of the decision fixed the attribute at the source, so they can be neither drafter nor reviewer here.
    # Empty where published rules granted and no person signed.
    signer_uid = models.UUIDField(null=True)
    # Empty while only the machine has drafted: nobody has confirmed the text yet.
    drafter_uid = models.UUIDField(null=True)
    drafter_name = models.CharField(max_length=100, blank=True)
    ground = models.CharField(_("不予公开的理由"), max_length=20, choices=Ground.choices, blank=True)
    record_uid = models.UUIDField(null=True)
    drafted_at = models.DateTimeField(default=now)
    # Derived from what the applicant was asked and said: [first, last or null while it goes on] in ISO days. The seven
    # days do not count this time (条例 Art. 33).
    waits = models.JSONField(default=list)

    class Meta:
        verbose_name = _("公示")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="withheld", record_uid=None) & ~models.Q(ground="")
                | ~models.Q(state="withheld") & models.Q(ground=""),
                name="withholding_has_a_ground",
            ),
            models.CheckConstraint(
                condition=models.Q(state="published") | models.Q(record_uid=None), name="only_published_has_a_record"
            ),
        ]
        indexes = [
            # the queue of one hall by due date
            models.Index(fields=["hall", "state", "due", "uid"], name="disclosure_queue"),
            # what supervision has still to hear of
            models.Index(
                fields=["due"],
                name="disclosure_late",
                condition=models.Q(state__in=["draft", "reviewing", "approving"], late_told=False),
            ),
            # what a hall has finished, newest first
            models.Index(fields=["hall", "-ended_at", "-uid"], name="disclosure_ended"),
        ]

    def __str__(self) -> str:
        return f"{self.document_number} {self.item_name}"

    def texts(self) -> dict[str, str]:
        """What is reviewed: every word that a person could have put something into.

        The grantee's code and the licence stay outside: a credit code may look like a card number by chance, and the
        licence is made by the machine, often after the review.
        """
        names = ["grantee", "content", "item_name", "document_name", "document_number"]
        told = {name: getattr(self, name) for name in names}
        return told | ({"part_ground": self.part_ground} if self.part_ground else {})
