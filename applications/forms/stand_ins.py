"""Beside each upload of a draft: promise instead of this proof, or hand it in later, as the item allows.

The text is read first, then ticked and signed by name; everything works as plain form posts.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from applications.models import Application, Commitment, Tolerance
from applications.queries.promises import commitments_of, outstanding
from hall.catalogue.spec import Commitment as Told
from hall.catalogue.spec import Material, said
from hall.catalogue.spec import Tolerance as Allowed


class PromiseForm(forms.Form):
    use_required_attribute = False

    agreed = forms.BooleanField(
        label=_("我已经阅读上述告知内容，自愿以书面承诺代替这份材料，并愿意承担不实承诺的责任。"), required=False
    )
    signer = forms.CharField(label=_("承诺人签名"), required=False, max_length=100)

    def __init__(self, key: str, data: Any = None) -> None:
        super().__init__(data, prefix=f"promise-{key}", auto_id="id_%s")
        # Drawn as what it is; the deed says what is missing, in its own words.
        self.fields["signer"].required = data is None


class LaterForm(forms.Form):
    agreed = forms.BooleanField(label=_("我承诺按期补交这份材料，并知晓逾期不补的后果。"), required=False)

    def __init__(self, key: str, data: Any = None) -> None:
        super().__init__(data, prefix=f"later-{key}", auto_id="id_%s")


@dataclass(frozen=True, slots=True)
class Choice:
    """One material's other ways. ``told`` and ``allowed`` are what the item offers, the others what was chosen."""

    key: str
    name: str
    told: dict[str, str] | None
    allowed: dict[str, Any] | None
    promised: Commitment | None
    later: Tolerance | None
    promise_form: PromiseForm
    later_form: LaterForm

    @property
    def chosen(self) -> bool:
        return bool(self.promised or self.later)

    @property
    def tried(self) -> bool:
        """Whether a form of it came back with mistakes, so that it has to stand open."""
        return bool(self.promise_form.errors or self.later_form.errors)


def choices_of(draft: Application, tried: PromiseForm | LaterForm | None = None) -> dict[str, Choice]:
    """By material key, where there is another way than a file; ``tried`` is a form that did not go through."""
    promised = {one.key: one for one in commitments_of(draft)}
    later = {one.key: one for one in outstanding(draft)}
    return {
        one.key: _choice(one, promised.get(one.key), later.get(one.key), tried)
        for one in draft.spec.materials
        if one.commitment or one.tolerance
    }


def _choice(
    one: Material, promised: Commitment | None, later: Tolerance | None, tried: PromiseForm | LaterForm | None
) -> Choice:
    promise_form, later_form = PromiseForm(one.key), LaterForm(one.key)
    if tried and tried.prefix == promise_form.prefix:
        promise_form = tried  # type: ignore[assignment]
    if tried and tried.prefix == later_form.prefix:
        later_form = tried  # type: ignore[assignment]
    return Choice(
        key=one.key,
        name=said(one.name),
        told=_told(one.commitment),
        allowed=_allowed(one.tolerance),
        promised=promised,
        later=later,
        promise_form=promise_form,
        later_form=later_form,
    )


def _told(text: Told | None) -> dict[str, str] | None:
    if text is None or not text.online:
        return None
    return {"proves": said(text.proves), "text": said(text.text), "consequence": said(text.consequence)}


def _allowed(text: Allowed | None) -> dict[str, Any] | None:
    return None if text is None else {"days": text.days, "consequence": said(text.consequence)}
