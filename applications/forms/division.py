"""In which district the matter lies: asked on the city portal, where no address says it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hall.catalogue.models import Offering
from hall.organisations.models import Level


class DivisionForm(forms.Form):
    division = forms.ChoiceField(
        label=_("办理区县"),
        help_text=_("请选择事项所在地（如经营场所、项目所在地）的区县，由当地部门受理。"),
        error_messages={"required": _("请选择办理区县。"), "invalid_choice": _("请从列出的区县中选择。")},
    )

    def __init__(self, offering: Offering, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["division"]
        choice.choices = [("", _("请选择")), *divisions_of(offering)]


def divisions_of(offering: Offering) -> list[tuple[str, str]]:
    """The districts in which this item can be filed."""
    offered = Offering.objects.filter(
        item=offering.item, level=Level.DISTRICT, published=True, withdrawn_on__isnull=True
    )
    return list(offered.order_by("hall__code").values_list("hall__code", "hall__division__name"))
