"""One deed of the applicant: the form that asks for it, the function that does it, the words when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from applications.views.applicant.forms import OwnDeedForm


@dataclass(frozen=True, slots=True)
class OwnDeed:
    """``act`` is called with the case's uid, the user, ``seen`` and what the form tells."""

    form: type[OwnDeedForm]
    act: Callable[..., Any]
    done: Any

    @property
    def name(self) -> str:
        return self.form.deed
