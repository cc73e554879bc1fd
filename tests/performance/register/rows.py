"""Rows of the public register for volume tests: invented, masked as a review leaves them, the same each time."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from uuid import UUID

from hall.masking import mask_name
from hall.numbering.demo import demo_uscc
from hall.organisations.kinds import DepartmentKind, department_kinds
from hall.textsearch import folded, initials
from tests.performance.register.names import TRADES, names

SEED = 20_261_127
CHUNK = 20_000
FIRST, DAYS = date(2016, 1, 4), 3970
_ROOT = Path(__file__).resolve().parents[3]
_DIVISIONS = _ROOT / "hall" / "organisations" / "data" / "cq_divisions.csv"
_ITEMS = _ROOT / "hall" / "catalogue" / "data" / "items" / "samples" / "licence_items.csv"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_STATUSES = {"valid": 900, "expired": 45, "cancelled": 30, "changed": 10, "renewed": 10, "revoked": 3, "withdrawn": 2}
# fmt: off
COLUMNS = (
    "uid", "source_uid", "kind", "hall_code", "hall_name", "index_number", "item_name", "issuer_name", "issuer_uscc",
    "grantee", "grantee_is_person", "grantee_code", "document_name", "document_number", "licence_name",
    "licence_number", "content", "decided_on", "valid_from", "valid_to", "status", "published_at", "search_text",
    "content_text", "origin", "part_ground", "decision_code", "licence_code",
)
# fmt: on
_folded = lru_cache(maxsize=100_000)(folded)


@lru_cache(maxsize=400_000)
def _code(prefix: str, division: str, serial: int) -> str:
    return demo_uscc(prefix, division, serial)


def _divisions() -> list[tuple[str, str]]:
    with _DIVISIONS.open(encoding="utf-8") as file:
        return [(row["code"], row["name"]) for row in csv.DictReader(file) if not row["valid_to"]]


def _items() -> list[tuple[str, DepartmentKind]]:
    kinds = {kind.kind: kind for kind in department_kinds()}
    with _ITEMS.open(encoding="utf-8") as file:
        rows = [(row["item_name"], row["dept_type"].split("（")[0]) for row in csv.DictReader(file)]
    return [(name, kinds[kind]) for name, kind in rows if kind in kinds and "{" not in kinds[kind].district_name]


class Maker:
    """Makes chunks of rows. ``with_content`` writes about 130 characters of content and what finds them."""

    def __init__(self, *, with_content: bool) -> None:
        self.with_content = with_content
        self.divisions, self.items = _divisions(), _items()
        # A few divisions and items have most of the cases.
        self.division_weights = [1 / (rank + 4) for rank in range(len(self.divisions))]
        self.item_weights = [1 / (rank + 3) for rank in range(len(self.items))]

    def chunk(self, number: int) -> Iterator[tuple[str, ...]]:
        """The rows of one chunk, as a district's register would be taken over: by day, over all the years."""
        chance = Random(SEED + number)
        fresh = names(chance, CHUNK // 3)
        grantees = chance.choices(fresh, k=CHUNK)
        divisions = chance.choices(self.divisions, self.division_weights, k=CHUNK)
        items = chance.choices(self.items, self.item_weights, k=CHUNK)
        statuses = chance.choices(list(_STATUSES), list(_STATUSES.values()), k=CHUNK)
        days = sorted(chance.choices(range(DAYS), k=CHUNK))
        for place in range(CHUNK):
            serial = number * CHUNK + place
            told = (grantees[place], divisions[place], items[place], statuses[place], days[place])
            yield self._row(chance, serial, *told)

    def _row(
        self,
        chance: Random,
        serial: int,
        grantee: str,
        division: tuple[str, str],
        item: tuple[str, DepartmentKind],
        status: str,
        day: int,
    ) -> tuple[str, ...]:
        code, place = division
        item_name, kind = item
        issuer = place + kind.district_name
        issuer_code = _code("11", code, kind.serial)
        decided = FIRST + timedelta(day)
        published = datetime(decided.year, decided.month, decided.day, tzinfo=UTC) + timedelta(
            days=5, seconds=chance.randrange(86400)
        )
        person = chance.random() < 0.08
        if person:
            grantee, grantee_code = mask_name(chance.choice(_SURNAMES) + "某某"[: chance.randrange(1, 3)]), ""
        else:
            grantee_code = _code("91", code, serial % 10_000)
        number = f"{place[:2]}{kind.letters}许准字〔{decided.year}〕第{serial:08d}号"
        index = f"{issuer_code}/{decided.year}-{serial:08d}"
        licence = f"{kind.letters}证{code}{serial:08d}"
        content = self._content(chance, item_name)
        lines = [_folded(grantee) if person else folded(grantee), grantee_code.lower(), _folded(item_name)]
        lines += [_folded(issuer), folded(number), licence, index.lower().replace("/", "").replace("-", "")]
        if not person:
            lines.append(initials(grantee))
        return (
            _uid(chance, published),
            str(UUID(int=chance.getrandbits(128))),
            "penalty" if serial % 20 == 7 else "licence",
            code,
            f"{place}网上行政审批大厅",
            index,
            item_name,
            issuer,
            issuer_code,
            grantee,
            "t" if person else "f",
            grantee_code,
            "准予行政许可决定书",
            number,
            item_name[:60] + "证",
            licence,
            content,
            decided.isoformat(),
            decided.isoformat(),
            (decided + timedelta(1460)).isoformat(),
            status,
            published.isoformat(),
            "\n".join(line for line in lines if line),
            folded(content) if self.with_content else "",
            "{}",
            "",
            "",
            "",
        )

    def _content(self, chance: Random, item_name: str) -> str:
        if not self.with_content:
            return "准予许可。"
        told = f"准予{item_name}。许可范围："
        words = chance.choices(TRADES, k=28)
        return told + "、".join(words)[: max(130 - len(told), 20)] + "。"


def _uid(chance: Random, at: datetime) -> str:
    """A UUIDv7 of that moment."""
    moment = int(at.timestamp() * 1000)
    return str(UUID(int=moment << 80 | 0x7 << 76 | chance.getrandbits(12) << 64 | 0b10 << 62 | chance.getrandbits(62)))


def copied(row: tuple[str, ...]) -> str:
    """The row as COPY reads it. Nothing in it holds a backslash or a tab."""
    return "\t".join(row).replace("\n", "\\n") + "\n"
