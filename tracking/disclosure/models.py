"""The disclosure of one result: what the public is to read, already masked, and where it stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from applications.documents.kinds import Ground
from hall.clock import now
from hall.organisations.models import Department, Hall
from hall.uids import uid7
from tracking.disclosure.lifecycle import DisclosureLifecycle

# What the drafter may edit; everything else is taken from the decision as it is.
EDITABLE = ["grantee", "content"]


class Disclosure(DisclosureLifecycle):
    """Names the case and the decision by uid: it outlives them. ``due`` is T17, seven working days (domain.md §5)."""

    uid = models.UUIDField(default=uid7, unique=True, editable=False)
    hall = models.ForeignKey(Hall, on_delete=models.PROTECT)
    department = models.ForeignKey(Department, on_delete=models.PROTECT)
    application_uid = models.UUIDField(unique=True)
    decision_uid = models.UUIDField()
    item_name = models.CharField(max_length=1000)
    grantee = models.CharField(_("公示的相对人名称"), max_length=200)
    grantee_is_person = models.BooleanField()
    grantee_code = models.CharField(max_length=18, blank=True)
    document_name = models.CharField(max_length=200)
    document_number = models.CharField(max_length=64)
    licence_name = models.CharField(max_length=200, blank=True)
    licence_number = models.CharField(max_length=128, blank=True)
    content = models.TextField(_("公示的许可内容"))
    decided_on = models.DateField()
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    due = models.DateField()
    # The signer of the decision fixed the attribute at the source, so they can be neither drafter nor reviewer here.
    signer_uid = models.UUIDField()
    drafter_uid = models.UUIDField(null=True)
    drafter_name = models.CharField(max_length=100, blank=True)
    ground = models.CharField(_("不予公开的理由"), max_length=20, choices=Ground.choices, blank=True)
    version = models.PositiveIntegerField(default=0)
    drafted_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("公示")
        indexes = [
            # the queue of one hall by due date
            models.Index(fields=["hall", "state", "due", "id"], name="disclosure_queue"),
        ]

    def __str__(self) -> str:
        return f"{self.document_number} {self.item_name}"

    def whole_text(self) -> str:
        """Every word that would become public, as the sweep and the reviewer read it."""
        parts = [
            self.grantee,
            self.grantee_code,
            self.item_name,
            self.document_name,
            self.document_number,
            self.licence_name,
            self.licence_number,
            self.content,
        ]
        return "\n".join(part for part in parts if part)
