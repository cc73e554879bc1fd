"""One row for each bucket and key: how much was spent in the window that runs now."""

from django.db import models


class Allowance(models.Model):
    """Keys are digests: an address or a case number in a rate table would be personal data kept for nothing."""

    bucket = models.CharField(max_length=40)
    key = models.CharField(max_length=64)
    window_ends_at = models.DateTimeField()
    spent = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bucket", "key"], name="one_allowance_for_a_key")]
        indexes = [
            # the sweep of windows that have closed
            models.Index(fields=["window_ends_at"], name="allowance_closed"),
        ]

    def __str__(self) -> str:
        return f"{self.bucket} {self.key[:8]}: {self.spent}"
