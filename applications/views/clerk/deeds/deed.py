"""One deed of the desk: the form that asks for it, the function that does it, the words when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from applications.views.clerk.forms import DeedForm


@dataclass(frozen=True, slots=True)
class Deed:
    """``act`` is called with the handling's uid, the user, ``seen`` and what the form tells."""

    form: type[DeedForm]
    act: Callable[..., Any]
    done: Any

    @property
    def name(self) -> str:
        return self.form.deed
