"""The licences that the halls of this installation issued themselves: nobody hands in a copy of what is known here."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from applications.models import IN_FORCE, Licence
from hall.catalogue.sharing import Asked, Found, Source
from hall.clock import today
from hall.crypto import blind_index
from hall.workdays.wording import whole_day


class HallLicences(Source):
    """``of`` is the name of the licence. Of several that are in force the newest is told."""

    label = _("本市已颁发的许可证件")
    holder = _("颁发该许可证件的行政机关")
    is_remote = False
    seeks = True

    def fetch(self, asked: Asked, *, seconds: int) -> Found | None:
        held = Licence.objects.filter(holder_code_index=blind_index(asked.holder_code), name=asked.of)
        newest = held.filter(state__in=IN_FORCE, valid_from__lte=today()).select_related("issuer").order_by("-id")
        return _told(newest[0]) if asked.holder_code and newest else None


@override("zh-hans")
def _told(licence: Licence) -> Found:
    facts = [
        ("证照名称", licence.name),
        ("证照编号", licence.number),
        ("电子证照标识", licence.electronic_id),
        ("持证人", licence.holder_name),
        ("颁发机关", licence.issuer.name),
        ("颁发日期", whole_day(licence.issued_on)),
        ("有效期自", whole_day(licence.valid_from)),
        ("有效期至", whole_day(licence.valid_to) if licence.valid_to else "长期"),
        ("状态", str(licence.get_state_display())),
        ("许可内容", licence.content),
    ]
    return Found(licence.name, tuple((label, text) for label, text in facts if text), licence.electronic_id)
