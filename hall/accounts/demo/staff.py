"""Invented staff: four case workers at each department of the tour, whole-hall people everywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from hall.accounts.demo.password import demo_hash
from hall.accounts.models import Duty, Kind, Post, User
from hall.organisations.models import Department, Hall

HALL_LETTERS = {"500000": "cq", "500101": "wz", "500103": "yz"}
KIND_LETTERS = {"卫生健康": "wj", "人力资源社会保障": "rs", "水利": "sl"}
_SURNAMES = {"wj": "林", "rs": "沈", "sl": "江", "": "方"}
_CASE_WORK = {
    "window": (Duty.WINDOW, "一鸣"),
    "examiner": (Duty.EXAMINER, "慎之"),
    "signer": (Duty.SIGNER, "秉正"),
    "cert": (Duty.CERTIFICATES, "明达"),
    "head": (Duty.HEAD, "为公"),
}
_WHOLE_HALL = {
    **_CASE_WORK,
    "discloser": (Duty.DISCLOSER, "公允"),
    "secrecy": (Duty.SECRECY, "守慎"),
    "complaints": (Duty.COMPLAINTS, "听之"),
    "supervisor": (Duty.SUPERVISOR, "正清"),
    "government": (Duty.GOVERNMENT, "怀民"),
}


# Whoever may go and look, two at a time: they carry an invented enforcement certificate.
_OFFICERS = {Duty.WINDOW, Duty.EXAMINER}


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One member of staff and where they hold their one duty."""

    username: str
    name: str
    duty: Duty
    departments: tuple[Department, ...]

    @property
    def enforcement_no(self) -> str:
        return f"演示{crc32(self.username.encode()):010d}" if self.duty in _OFFICERS else ""


def _of_department(department: Department, prefix: str) -> Iterator[StaffMember]:
    letters = KIND_LETTERS[department.kind]
    for role, (duty, given) in _CASE_WORK.items():
        yield StaffMember(f"{prefix}-{letters}-{role}", _SURNAMES[letters] + given, duty, (department,))


def staff_of(hall: Hall, departments: Sequence[Department]) -> Iterator[StaffMember]:
    """Who works in ``hall``. Whole-hall people hold a post at each department, so rules stay exact."""
    here = tuple(department for department in departments if department.hall_id == hall.pk)
    prefix = HALL_LETTERS.get(hall.code, hall.code)
    for role, (duty, given) in _WHOLE_HALL.items():
        yield StaffMember(f"{prefix}-{role}", _SURNAMES[""] + given, duty, here)
    for department in here:
        if hall.code in HALL_LETTERS and department.kind in KIND_LETTERS:
            yield from _of_department(department, prefix)


def _account(member: StaffMember) -> User:
    return User(
        kind=Kind.STAFF,
        username=member.username,
        name=member.name,
        password=demo_hash(),
        password_never_ages=True,
        enforcement_no=member.enforcement_no,
    )


def build_staff(halls: Sequence[Hall], departments: Sequence[Department]) -> dict[str, User]:
    """By user name; accounts and posts that exist stay as they are."""
    members = [member for hall in halls for member in staff_of(hall, departments)]
    User.objects.bulk_create(map(_account, members), ignore_conflicts=True)
    users = User.objects.in_bulk([member.username for member in members], field_name="username")
    _number(members, users)
    posts = [
        Post(user=users[member.username], department=department, duty=member.duty)
        for member in members
        for department in member.departments
    ]
    Post.objects.bulk_create(posts, ignore_conflicts=True, batch_size=5000)
    return users


def _number(members: Sequence[StaffMember], users: dict[str, User]) -> None:
    """Accounts made before there were certificate numbers get theirs."""
    late = [users[one.username] for one in members if one.enforcement_no and not users[one.username].enforcement_no]
    for user in late:
        user.enforcement_no = next(one.enforcement_no for one in members if one.username == user.username)
    User.objects.bulk_update(late, ["enforcement_no"])
