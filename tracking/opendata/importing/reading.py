"""One row as it would be published, or every reason why it cannot. A gap stays a gap: nothing is made up for it."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from hall.masking import find, mask_name
from hall.numbering.checks import uscc_problem
from hall.organisations.models import Hall
from tracking.disclosure.masking import without_person
from tracking.opendata.dictionary import FORBIDDEN
from tracking.opendata.importing.sources import SourceRow
from tracking.register.actions import Publication
from tracking.register.models import Record, RecordKind, RecordStatus

# Of older rows, so that one that is imported again is the same record.
_NAMESPACE = UUID("4f0b2b1c-5c0e-5a52-9d0b-6f3b0c7a9e11")
# A day, or what a source knows of it.
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)
_INDEX = re.compile(r"[0-9A-Z]{18}/\d{4}-\d+", re.ASCII)
_NEEDED = ("grantee", "item_name", "issuer_name", "content", "decided_on")
_ORIGIN = ("validity", "project_code", "source_url", "published_on")
_TEXTS = (
    "index_number",
    "item_name",
    "issuer_name",
    "issuer_uscc",
    "grantee_code",
    "document_name",
    "document_number",
    "licence_name",
    "licence_number",
    "content",
)
# Codes with check digits of their own; everything else is swept.
_CODES = ("issuer_uscc", "grantee_code")
_SWEPT = ("grantee", *(name for name in _TEXTS if name not in _CODES), *_ORIGIN)
_DAYS = ("decided_on", "valid_from", "valid_to")
_PERSON = dict.fromkeys(["true", "1", "yes", "是", "自然人"], True)
_PERSON |= dict.fromkeys(["false", "0", "no", "否", "法人及非法人组织", "法人", "非法人组织", "个体工商户"], False)
# A source that says neither whether it is a person nor a code is believed to mean an organisation by these words only.
_ORGANISATION = re.compile(
    r".{2,}(公司|集团|企业|中心|政府|支队|大队|工作室|合作社|项目部)"
    # A person may be called 李志学 or 张先行.
    r"|.{4,}(厂|店|部|行|所|站|场|社|院|馆|园|校|学|会|局|委|处)"
    r"|（源页已打码：.+）"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row was not taken; ``field`` as the file calls it."""

    row: int
    field: str
    text: str

    def __str__(self) -> str:
        return _("第 %(row)d 行，%(field)s：%(text)s") % {"row": self.row, "field": self.field, "text": self.text}


@dataclass(frozen=True, slots=True)
class Read:
    row: int
    publication: Publication
    status: str


def read(row: SourceRow, *, source: str, hall: Hall, today: date) -> Read | list[Problem]:
    """``hall`` is where the record belongs; ``source`` names the register that it comes from."""
    told = row.told
    problems = [Problem(row.number, name, text) for name, text in _problems(told, today)]
    if problems:
        return problems
    person = bool(_is_person(told))
    name = mask_name(told["grantee"]) if person else told["grantee"]
    texts = {each: told.get(each, "") for each in _TEXTS}
    if person:
        texts = {each: without_person(text, told["grantee"]) for each, text in texts.items()}
    decided = _first_day(told["decided_on"])
    assert decided is not None
    publication = Publication(
        source_uid=source_uid(source, told),
        hall_code=hall.code,
        hall_name=hall.name,
        grantee=name,
        grantee_is_person=person,
        decided_on=decided,
        valid_from=_whole_day(told.get("valid_from", "")),
        valid_to=_whole_day(told.get("valid_to", "")),
        origin=_origin(source, told),
        kind=told.get("kind", "") or RecordKind.LICENCE,
        **texts,
    )
    return Read(row.number, publication, told.get("status", "") or RecordStatus.VALID)


def source_uid(source: str, told: dict[str, str]) -> UUID:
    """The same row of the same register, whenever it is read: by its number, or by all that it says without one."""
    number = told.get("document_number")
    key = (number, told["grantee"]) if number else (told["grantee"], told["content"], told["decided_on"])
    return uuid5(_NAMESPACE, "\n".join((source, *key)))


def _origin(source: str, told: dict[str, str]) -> dict[str, str]:
    origin = {"source": source} | {name: told[name] for name in _ORIGIN if told.get(name)}
    return origin | {name: told[name] for name in _DAYS if told.get(name) and _whole_day(told[name]) is None}


def _is_person(told: dict[str, str]) -> bool | None:
    """Whether the row is of a natural person; None where it does not say so and nothing else does."""
    if said := told.get("grantee_is_person", "").lower():
        return _PERSON.get(said)
    is_organisation = told.get("grantee_code") or _ORGANISATION.fullmatch(told["grantee"])
    return False if is_organisation else None


def _whole_day(text: str) -> date | None:
    """None for a month or a year: no day is made up for it."""
    return _first_day(text) if len(text) == 10 else None


def _first_day(text: str) -> date | None:
    """The day, or the first one of the month or year that is all the source knows."""
    parts = _DAY.fullmatch(text)
    return date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)) if parts else None


def _problems(told: dict[str, str], today: date) -> list[tuple[str, str]]:
    found = [(name, _("缺少，不能公示")) for name in _NEEDED if not told.get(name)]
    found += [
        (name, _("不是日期")) for name in (*_DAYS, "published_on") if not _is_day(told.get(name, ""))
    ]
    found += [(name, text) for name, text in _too_long(told)]
    found += [
        (name, str(text)) for name in ("issuer_uscc", "grantee_code") if (text := _code_problem(told.get(name, "")))
    ]
    found += [
        (name, _("疑似含有%(kind)s") % {"kind": one.kind.label})
        for name in _SWEPT
        if not (name == "index_number" and _INDEX.fullmatch(told.get(name, "")))
        for one in find(told.get(name, ""))
    ]
    found += [(name, _("含有控制字符")) for name, text in told.items() if FORBIDDEN.search(text)]
    if told.get("grantee") and _is_person(told) is None:
        found.append(("grantee_is_person", _("请写明行政相对人是否为自然人：true 或者 false")))
    if told.get("status") and told["status"] not in RecordStatus.values:
        found.append(("status", _("不认识的状态")))
    if told.get("kind") and told["kind"] not in RecordKind.values:
        found.append(("kind", _("不认识的类别")))
    if not found and (day := _first_day(told["decided_on"])) and day > today:
        found.append(("decided_on", _("晚于今天")))
    return found


def _is_day(text: str) -> bool:
    try:
        return not text or _first_day(text) is not None
    except ValueError:
        return False


def _too_long(told: dict[str, str]) -> list[tuple[str, str]]:
    found = []
    for name, text in told.items():
        most = getattr(Record._meta.get_field(name), "max_length", None) if name in (*_TEXTS, "grantee") else None
        if most and len(text) > most:
            found.append((name, _("超过 %(most)d 个字") % {"most": most}))
    return found


def _code_problem(code: str) -> str | None:
    return uscc_problem(code) if code else None
