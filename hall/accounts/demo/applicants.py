"""Invented applicants: citizen numbers with the sequence 000, credit codes with a body that begins 0000."""

from collections.abc import Sequence
from datetime import date

from hall.accounts.demo.password import demo_hash
from hall.accounts.models import Kind, RealNameLevel, User
from hall.numbering.demo import demo_id_card, demo_uscc


def _person(username: str, name: str, birth: date, phone: str, level: RealNameLevel) -> User:
    return User(
        kind=Kind.PERSON,
        username=username,
        name=name,
        id_number=demo_id_card("500103", birth),
        phone=phone,
        address="重庆市渝中区演示路1号",
        real_name_level=level,
    )


def _organisation(username: str, name: str, serial: int, legal: str, handler: str, phone: str) -> User:
    return User(
        kind=Kind.ORGANISATION,
        username=username,
        name=name,
        uscc=demo_uscc("91", "500103", serial),
        legal_representative=legal,
        handler_name=handler,
        phone=phone,
        address="重庆市渝中区演示路2号",
        # Known through its legal representative, so that it may let agents act for it.
        real_name_level=RealNameLevel.THIRD,
    )


def _applicants() -> list[User]:
    second, none = RealNameLevel.SECOND, RealNameLevel.NONE
    return [
        _person("zhangxiaoman", "张小满", date(1990, 1, 1), "19900000001", second),
        _person("liyinuo", "李一诺", date(1988, 5, 20), "19900000002", second),
        _person("chenyixin", "陈一新", date(1996, 9, 9), "19900000003", none),
        _organisation("yunshang", "重庆云上劳务派遣有限公司", 1, "周云舒", "何经办", "19900000004"),
        _organisation("qingquan", "重庆清泉浴室有限公司", 2, "秦清", "秦小泉", "19900000005"),
    ]


APPLICANTS = tuple((user.username, user.name) for user in _applicants())


def build_applicants(only: Sequence[str] = ()) -> dict[str, User]:
    """By user name. Accounts that exist stay: someone may have changed their password or level."""
    wanted = [user for user in _applicants() if not only or user.username in only]
    for user in wanted:
        user.password = demo_hash()
        user.password_never_ages = True
        user.real_name_by = "demo" if user.real_name_level else ""
        user.index_numbers()
    User.objects.bulk_create(wanted, ignore_conflicts=True)
    return User.objects.in_bulk([user.username for user in wanted], field_name="username")
