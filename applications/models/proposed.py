"""What one officer proposes and another answers: extensions (行政许可法 Art. 42), special procedures (Art. 45)."""

from django.db import models

from hall.clock import now


class Proposed(models.Model):
    """``declined_why`` says why not; what an approval brings stands in the model itself."""

    proposed_by_uid = models.UUIDField()
    proposed_by_name = models.CharField(max_length=100)
    proposed_at = models.DateTimeField(default=now)
    answered_by_uid = models.UUIDField(null=True)
    answered_by_name = models.CharField(max_length=100, blank=True)
    answered_at = models.DateTimeField(null=True)
    declined_why = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def is_pending(self) -> bool:
        """Proposed, and nobody has answered yet."""
        return self.answered_at is None
