"""The people of the demo city, built by the same code as the demo itself, in a city small enough for every test.

``city`` has the city hall, 渝中区 and 万州区 with a few departments. Staff fixtures carry the demo user names with
underscores (``yz_wj_window``); ``client_of(user)`` is a browser in which that person has signed in.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from hall.accounts.demo import build_applicants, build_staff
from hall.accounts.demo.password import demo_hash
from hall.accounts.models import Kind, RealNameLevel, User
from hall.clock import today
from hall.numbering.demo import demo_id_card
from hall.organisations.demo import build_city
from hall.organisations.models import Department, Hall
from tests.factories.snapshots import once

BACKEND = "hall.accounts.backends.AccountBackend"
# 江北区 has ended, 两江新区 follows it: tests of old addresses need both.
DIVISIONS = ("500000", "500101", "500103", "500105", "500157")
HALLS = {"500000": "cq", "500101": "wz", "500103": "yz", "500157": "lj"}
KINDS = {"卫生健康": "wj", "人力资源社会保障": "rs", "水利": "sl", "政务服务": "zw"}


@dataclass(frozen=True)
class City:
    """Halls by their letters (``city.halls["yz"]``), departments by hall and kind (``city.departments["yz-wj"]``)."""

    halls: dict[str, Hall]
    departments: dict[str, Department]

    @property
    def cq(self) -> Hall:
        return self.halls["cq"]

    @property
    def yz(self) -> Hall:
        return self.halls["yz"]

    @property
    def wz(self) -> Hall:
        return self.halls["wz"]


@pytest.fixture
def city(db: None) -> City:
    once(("city",), lambda: bool(build_city(today(), codes=DIVISIONS, kinds=KINDS)))
    halls, departments = Hall.objects.all(), Department.objects.select_related("hall")
    return City(
        halls={HALLS[hall.code]: hall for hall in halls},
        departments={f"{HALLS[one.hall.code]}-{KINDS[one.kind]}": one for one in departments},
    )


@pytest.fixture
def staff(city: City) -> dict[str, User]:
    """Everybody who works in the three halls of the tests, by user name."""
    halls = [city.cq, city.yz, city.wz]
    once(("staff",), lambda: bool(build_staff(halls, list(city.departments.values()))))
    return User.objects.filter(kind=Kind.STAFF).in_bulk(field_name="username")


def _applicant(username: str) -> Callable[..., User]:
    def applicant(db: None) -> User:
        once(("applicant", username), lambda: bool(build_applicants(only=[username])))
        return User.objects.get(username=username)

    return applicant


def _member(username: str) -> Callable[..., User]:
    def member(staff: dict[str, User]) -> User:
        return staff[username]

    return member


applicant_zhang = pytest.fixture(_applicant("zhangxiaoman"), name="applicant_zhang")
applicant_li = pytest.fixture(_applicant("liyinuo"), name="applicant_li")
newcomer_chen = pytest.fixture(_applicant("chenyixin"), name="newcomer_chen")
company_yunshang = pytest.fixture(_applicant("yunshang"), name="company_yunshang")
company_qingquan = pytest.fixture(_applicant("qingquan"), name="company_qingquan")


@pytest.fixture
def stranger(db: None) -> User:
    """Somebody with an account and no case."""
    return User.objects.get(pk=once(("stranger",), lambda: _stranger().pk))


def _stranger() -> User:
    return User.objects.create(
        kind=Kind.PERSON,
        username="wangluren",
        name="王路人",
        id_number=demo_id_card("500101", date(1979, 3, 14)),
        phone="19900000009",
        password=demo_hash(),
        real_name_level=RealNameLevel.SECOND,
    )


def client_of(user: User | None = None) -> Client:
    """A browser; with ``user``, one in which they have signed in."""
    client = Client()
    if user:
        client.force_login(user, backend=BACKEND)
    return client


_CASE_WORK = ["window", "examiner", "signer", "cert", "head"]
_WHOLE_HALL = [*_CASE_WORK, "discloser", "secrecy", "complaints", "supervisor", "government"]
STAFF = [
    *(f"{hall}-{kind}-{role}" for hall in ("cq", "yz", "wz") for kind in ("wj", "rs", "sl") for role in _CASE_WORK),
    *(f"{hall}-{role}" for hall in ("cq", "yz", "wz") for role in _WHOLE_HALL),
]
for _username in STAFF:
    _name = _username.replace("-", "_")
    globals()[_name] = pytest.fixture(_member(_username), name=_name)
