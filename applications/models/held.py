"""A row under its lock. Nobody else writes it meanwhile, so a deed writes only what it changed.

The other columns need not be sealed and sent again, nor the database store their long texts once more.
"""

from copy import deepcopy
from typing import Any

from django.db import models

_KEPT = "_as_it_was_read"


class Held(models.Model):
    """A row that is saved whole until it is held, and by its changes from then on."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **named: Any) -> None:
        read = vars(self).get(_KEPT)
        if read is None or args or named:
            super().save(*args, **named)
            return
        said = self._columns()
        changed = {name: one for name, one in said.items() if name not in read or one != read[name]}
        super().save(update_fields=changed)
        read.update(_apart(changed))

    def hold(self) -> None:
        """Remember what the row says; for whoever has just locked it."""
        vars(self)[_KEPT] = _apart(self._columns())

    def _columns(self) -> dict[str, Any]:
        """What was read or set of it; a column that was left out is not asked for."""
        told = vars(self)
        return {one.attname: told[one.attname] for one in self._meta.concrete_fields if one.attname in told}


def _apart(said: dict[str, Any]) -> dict[str, Any]:
    """Whoever fills a list in place must not change the one that was read as well."""
    return {name: deepcopy(one) if isinstance(one, list | dict) else one for name, one in said.items()}
