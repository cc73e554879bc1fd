"""How a paper was given to somebody: what each mode of service needs to be believed (domain.md §2.1, D-14).

行政许可法 Art. 44 asks for service within ten working days; the ways of it and their proof follow the law of
procedure. How long a public notice runs is the installation's setting ``HALL_NOTICE_DAYS``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from applications.documents.builders.service_record import Mode


@dataclass(frozen=True, slots=True)
class Service:
    """What the clerk tells of one service; which of it is needed depends on the mode."""

    mode: Mode = Mode.ELECTRONIC
    received_by: str = ""
    place: str = ""
    receipt: str = ""
    witness: str = ""
    remark: str = ""


_NEEDS: dict[Mode, Mapping[str, Promise]] = {
    Mode.ON_SITE: {"received_by": _("请填写当场签收的人。")},
    Mode.POST: {"place": _("请填写邮寄地址。"), "receipt": _("请填写邮件号码，用来查询签收。")},
    Mode.ELECTRONIC: {},
    Mode.NOTICE: {"place": _("请填写公告的地方或者网址。"), "remark": _("请写明为什么只能公告送达。")},
    Mode.AGENT: {"received_by": _("请填写签收的代理人。"), "remark": _("请写明代理人的授权。")},
    Mode.LEFT: {
        "place": _("请填写留置的地方。"),
        "witness": _("请填写见证人。"),
        "remark": _("请写明拒收的情况。"),
    },
}


def unproven(service: Service) -> dict[str, list[Promise]]:
    """What this mode still lacks, by field; empty when the service can be believed."""
    return {
        name: [words] for name, words in _NEEDS[service.mode].items() if not getattr(service, name).strip()
    }
