"""Records as any source would enter them."""

from datetime import date
from itertools import count
from typing import Any

from hall.uids import uid7
from tracking.register.actions import Publication, enter
from tracking.register.models import Record

_serial = count(1)


def publication(**changed: Any) -> Publication:
    number = next(_serial)
    plain: dict[str, Any] = {
        "source_uid": uid7(),
        "hall_code": "500103",
        "hall_name": "渝中区网上行政审批大厅",
        "item_name": "公共场所卫生许可",
        "issuer_name": "渝中区卫生健康委员会",
        "issuer_uscc": "115001030000000017",
        "grantee": "重庆清泉浴室有限公司",
        "grantee_is_person": False,
        "grantee_code": "91500103000000002X",
        "document_name": "准予行政许可决定书",
        "document_number": f"渝中卫健许准字〔2026〕第{number:06d}号",
        "licence_name": "",
        "licence_number": "",
        "content": "准予经营沐浴场所。",
        "decided_on": date(2026, 11, 20),
        "valid_from": date(2026, 11, 20),
        "valid_to": date(2030, 11, 19),
    }
    return Publication(**plain | changed)


def entered(**changed: Any) -> Record:
    return enter(publication(**changed))


def of_person(**changed: Any) -> Record:
    return entered(grantee="张**", grantee_is_person=True, grantee_code="", **changed)
