"""A reviewed data set, and what is read out of it; needs the ``city`` fixture."""

import json
from typing import Any

from hall.accounts.models import User
from hall.organisations.models import Hall
from tests.factories.cases import staff_member
from tracking.opendata.actions.reviewing import open_up, send
from tracking.opendata.models import DataSet

ASSESSMENT = "全部为依法公开的许可结果，汇聚后不反映涉密工程和要害部门的分布。"


def opened(hall: str = "500103") -> DataSet:
    sent_set = sent(hall)
    return open_up(sent_set.uid, reviewer(hall))


def sent(hall: str = "500103") -> DataSet:
    return send(Hall.objects.get(code=hall), discloser(hall), assessment=ASSESSMENT)


def discloser(hall: str = "500103") -> User:
    return staff_member(f"{_letters(hall)}-discloser")


def reviewer(hall: str = "500103") -> User:
    return staff_member(f"{_letters(hall)}-secrecy")


def _letters(hall: str) -> str:
    return {"500103": "yz", "500000": "cq"}[hall]


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def lines(response: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in body(response).splitlines()]
