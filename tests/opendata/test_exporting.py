"""Exports and files: the same rows in three formats, organisations only, in bounded memory, and one can go on."""

import csv
import io
from datetime import date, datetime, time
from hashlib import sha256
from itertools import count, islice
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from hall.clock import SHANGHAI, freeze
from hall.crypto import sm3_hex
from hall.files.actions import store
from hall.throttling.models import Allowance
from tests.cast import client_of
from tests.opendata.making import body, lines, opened
from tests.register.making import entered, of_person
from tracking.opendata import api, reading, views, workbook
from tracking.opendata.actions import making
from tracking.opendata.actions.making import make_files
from tracking.opendata.dictionary import NAMES
from tracking.opendata.models import DataFile
from tracking.opendata.tasks import make_files as task
from tracking.register.models import Record

pytestmark = pytest.mark.django_db
EXPORT = "/500103/open-data/export/"


def get(path: str, **headers):
    return client_of().get(path, headers=headers)


def cells_of(workbook: bytes) -> list[list[Any]]:
    """Every cell of every sheet, as another program would read it."""
    book = load_workbook(io.BytesIO(workbook), read_only=True)
    return [list(row) for sheet in book.worksheets for row in sheet.iter_rows()]


def table_of(workbook: bytes) -> list[list[str]]:
    """The same as text; days and moments as the other formats write them."""
    rows = [[_plain(cell.value) for cell in row] for row in cells_of(workbook)]
    return [row + [""] * (len(NAMES) - len(row)) for row in rows]


def _plain(value: Any) -> str:
    if not isinstance(value, datetime):
        return value or ""
    return f"{value:%Y-%m-%d}" if value.time() == time() else value.replace(tzinfo=SHANGHAI).isoformat()


@pytest.fixture
def many(city):
    """Seven of organisations on three days, one of a person between them."""
    found = [entered(decided_on=date(2026, 11, 2 + number // 3)) for number in range(7)]
    of_person(decided_on=date(2026, 11, 3))
    opened()
    return sorted(found, key=lambda one: (one.decided_on, one.uid))


def test_the_three_formats_say_the_same(many):
    told = lines(get(f"{EXPORT}?format=jsonl"))
    assert [row["uid"] for row in told] == [str(one.uid) for one in many]
    text = body(get(f"{EXPORT}?format=csv")).decode("utf-8-sig")
    plain = [[value or "" for value in row.values()] for row in told]
    assert list(csv.reader(io.StringIO(text))) == [NAMES, *plain]
    assert table_of(body(get(f"{EXPORT}?format=xlsx")))[1:] == plain


def test_a_row_says_that_a_part_is_left_out_and_on_which_ground(many):
    Record.objects.filter(pk=many[0].pk).update(part_ground="TRADE_SECRET")
    note = "（部分内容依法不予公开，理由：商业秘密）"
    for language in ("zh-hans", "en"):
        first, second, *_others = lines(get(f"{EXPORT}?format=jsonl", accept_language=language))
        assert (first["content"], second["content"]) == (many[0].content + note, many[1].content)
    assert "末尾写明“部分内容依法不予公开”和理由" in body(get("/500103/open-data/")).decode()


def test_a_natural_person_is_in_none_of_them(many):
    for kind in ("csv", "jsonl"):
        assert "张**" not in body(get(f"{EXPORT}?format={kind}")).decode()
    assert all("张**" not in row for row in table_of(body(get(f"{EXPORT}?format=xlsx"))))
    assert "张**" not in get("/500103/api/v1/open-data/").content.decode()


def test_what_is_asked_for_narrows_it(many):
    assert len(lines(get(f"{EXPORT}?format=jsonl&decided_to=2026-11-02"))) == 3
    assert lines(get(f"{EXPORT}?format=jsonl&department=水利")) == []
    assert get(f"{EXPORT}?format=pdf").status_code == 400
    assert get(f"{EXPORT}?format=csv&decided_from=x").status_code == 400


def test_one_that_broke_off_goes_on_behind_the_last_whole_row(many):
    first = lines(get(f"{EXPORT}?format=jsonl"))[:4]
    place = first[-1]["uid"]
    rest = lines(get(f"{EXPORT}?format=jsonl&after={place}"))
    assert [row["uid"] for row in first + rest] == [str(one.uid) for one in many]
    tail = body(get(f"{EXPORT}?format=csv&after={place}")).decode()
    assert tail.startswith(rest[0]["uid"])
    assert get(f"{EXPORT}?format=csv&after=2026").status_code == 400


def test_only_a_batch_is_in_memory_at_a_time(many, monkeypatch, city):
    monkeypatch.setattr(reading, "BATCH", 2)
    monkeypatch.setattr(reading.batch, "__defaults__", (2,))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        read = list(islice(reading.records(city.yz, reading.Chosen()), 3))
        assert len(asked) == 2
    assert read == many[:3]
    assert list(reading.records(city.yz, reading.Chosen())) == many


def test_a_workbook_too_large_to_be_made_at_once_is_refused(many, monkeypatch):
    monkeypatch.setattr(views, "MOST_XLSX", 6)
    assert get(f"{EXPORT}?format=xlsx").status_code == 413


def test_a_table_program_takes_nothing_for_a_formula(city):
    begin = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'"]
    for sign in [*begin, "#N/A"]:
        entered(grantee=f'{sign}HYPERLINK("http://example.cn")')
    opened()
    text = body(get(f"{EXPORT}?format=csv")).decode("utf-8-sig")
    told = [row["grantee"] for row in csv.DictReader(io.StringIO(text, newline=""))]
    assert [one[:2] for one in told] == [*(f"'{sign}" for sign in begin), "#N"]
    assert lines(get(f"{EXPORT}?format=jsonl"))[0]["grantee"].startswith("=HYPER")
    _header, *rows = cells_of(body(get(f"{EXPORT}?format=xlsx")))
    assert {row[NAMES.index("grantee")].data_type for row in rows} == {"s"}
    assert rows[0][NAMES.index("grantee")].value.startswith("=HYPER")


def test_days_are_days_to_a_table_program_and_what_is_less_stays_text(city):
    entered(valid_to=None, decided_on=date(2026, 1, 1), origin={"decided_on": "2026"})
    entered(decided_on=date(2026, 11, 20), origin={"valid_from": "1899-01-01"})
    opened()
    _header, vague, plain = cells_of(body(get(f"{EXPORT}?format=xlsx")))
    at = {name: place for place, name in enumerate(NAMES)}
    assert (plain[at["decided_on"]].value, plain[at["decided_on"]].is_date) == (datetime(2026, 11, 20), True)
    assert plain[at["valid_from"]].value == "1899-01-01"
    assert vague[at["decided_on"]].value == "2026"
    assert vague[at["valid_to"]].value is None
    assert vague[at["published_at"]].value.tzinfo is None


def test_more_rows_than_a_sheet_holds_begin_another(monkeypatch):
    monkeypatch.setattr(workbook, "SHEET", 3)
    target = io.BytesIO()
    rows = [dict.fromkeys(NAMES, f"行{number}\x00<&>") | {"published_at": None} for number in range(5)]
    assert workbook.write_xlsx(target, rows) == 5
    assert [row[0] for row in table_of(target.getvalue())].count("行4<&>") == 1
    assert load_workbook(target, read_only=True).sheetnames == ["1", "2", "3"]


def test_a_text_longer_than_a_cell_is_cut_and_breaks_nothing():
    target = io.BytesIO()
    row = dict.fromkeys(NAMES) | {"content": "长" * 40_000}
    assert workbook.write_xlsx(target, [row]) == 1
    assert len(table_of(target.getvalue())[1][NAMES.index("content")]) == workbook.CELL


def test_the_api_goes_through_all_by_cursor(many, monkeypatch):
    monkeypatch.setattr(api, "PAGE", 3)
    seen, after = [], ""
    while True:
        page = get(f"/500103/api/v1/open-data/?after={after}").json()
        seen += [row["uid"] for row in page["results"]]
        if not (after := page["next"]):
            break
    assert seen == [str(one.uid) for one in many]
    assert get("/500103/api/v1/open-data/?after=x").status_code == 400


def test_what_costs_more_takes_more_of_an_addresss_allowance(many):
    get("/500103/api/v1/open-data/")
    get("/500103/api/v1/open-data/?department=水利")
    body(get(f"{EXPORT}?format=csv"))
    body(get(f"{EXPORT}?format=xlsx"))
    spent = dict(Allowance.objects.values_list("bucket", "spent"))
    assert (spent["open-data-api"], spent["open-data-export"]) == (11, 7)


class TestFiles:
    @pytest.fixture
    def made(self, city):
        with freeze(datetime(2026, 11, 29, 9, 0)):
            opened()
            early = entered()
        with freeze(datetime(2026, 11, 30, 23, 59)):
            of_person()
            late = entered()
        with freeze(datetime(2026, 12, 1, 0, 30)):
            entered()
            assert task() == 9
            assert make_files() == 0
        return early, late

    def test_each_day_and_month_that_is_over_has_its_files(self, made):
        early, late = made
        names = [one.name for one in DataFile.objects.order_by("period", "first_on", "format")]
        days = [f"register-500103-2026-11-{day}.{kind}" for day in (29, 30) for kind in ("csv", "jsonl", "xlsx")]
        assert names == [*days, *(f"register-500103-2026-11.{kind}" for kind in ("csv", "jsonl", "xlsx"))]
        assert list(DataFile.objects.order_by("period", "first_on", "format").values_list("rows", flat=True)) == [
            *[1] * 6, *[2] * 3,
        ]  # fmt: skip
        month = DataFile.objects.get(period="monthly", format="jsonl")
        told = lines(get(f"/500103/open-data/files/{month.uid}/"))
        assert {row["uid"] for row in told} == {str(early.uid), str(late.uid)}

    def test_the_manifest_names_each_with_its_digests(self, made):
        told = get("/500103/open-data/manifest.json").json()
        assert len(told["files"]) == 9
        for one in told["files"]:
            content = body(get(f"/500103{one['url'].removeprefix('/500103')}"))
            assert (one["size"], one["sha256"], one["sm3"]) == (
                len(content), sha256(content).hexdigest(), sm3_hex(content),
            )  # fmt: skip
        assert "register-500103-2026-11-30.csv" in get("/500103/open-data/").content.decode()

    def test_a_reader_finds_all_files_of_a_period_or_none(self, city, monkeypatch):
        with freeze(datetime(2026, 11, 29, 9, 0)):
            opened()
            entered()
        turns = count(1)

        def full(*args, **told):
            if next(turns) == 3:
                raise OSError("the disk is full")
            return store(*args, **told)

        monkeypatch.setattr(making, "store", full)
        with freeze(datetime(2026, 11, 30, 9, 0)):
            with pytest.raises(OSError, match="full"):
                make_files()
            assert get("/500103/open-data/manifest.json").json()["files"] == []
            assert make_files() == 3
        assert len(get("/500103/open-data/manifest.json").json()["files"]) == 3

    def test_the_formats_of_a_period_are_made_of_one_reading(self, city, monkeypatch):
        with freeze(datetime(2026, 11, 29, 9, 0)):
            opened()
            record = entered()
        readings: list[tuple[Any, ...]] = []

        def once(*args):
            readings.append(args)
            return reading.records(*args) if len(readings) == 1 else iter([])

        monkeypatch.setattr(making, "records", once)
        with freeze(datetime(2026, 11, 30, 9, 0)):
            make_files()
        csv_file, jsonl, xlsx = (
            body(get(f"/500103/open-data/files/{DataFile.objects.get(format=kind).uid}/"))
            for kind in ("csv", "jsonl", "xlsx")
        )
        assert table_of(xlsx)[1][0] == csv_file.splitlines()[1].split(b",")[0].decode() == str(record.uid)
        assert str(record.uid).encode() in jsonl

    def test_a_day_is_over_when_what_was_published_last_can_be_read(self, city):
        with freeze(datetime(2026, 11, 29, 9, 0)):
            opened()
        with freeze(datetime(2026, 11, 30, 0, 5)):
            assert make_files() == 0
        with freeze(datetime(2026, 11, 30, 0, 15)):
            assert make_files() == 3

    def test_a_broken_download_goes_on(self, made):
        one = DataFile.objects.get(period="monthly", format="csv")
        address = f"/500103/open-data/files/{one.uid}/"
        whole = get(address)
        content = body(whole)
        part = get(address, Range="bytes=100-")
        assert (part.status_code, body(part)) == (206, content[100:])
        assert part["Content-Range"] == f"bytes 100-{len(content) - 1}/{len(content)}"
        assert body(get(address, Range="bytes=5-9")) == content[5:10]
        assert get(address, Range=f"bytes={len(content)}-").status_code == 416
        # Another file than the one that was begun is sent whole.
        assert get(address, **{"Range": "bytes=5-9", "If-Range": '"x"'}).status_code == 200
        assert get(f"/500101/open-data/files/{one.uid}/").status_code == 404
