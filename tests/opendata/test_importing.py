"""Older registers: gaps stay gaps, duplicates are found, nothing is entered twice, and a dry run writes nothing."""

import csv
import json
from datetime import date
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from hall.numbering.demo import demo_id_card
from tests.cast import client_of
from tests.opendata.making import lines, opened
from tests.register.making import entered
from tracking.opendata.actions import importing
from tracking.register.models import Record, RecordStatus

pytestmark = pytest.mark.django_db
SEVEN = Path(settings.BASE_DIR) / "tracking" / "opendata" / "data" / "licence_decisions.csv"
NAMES = {"decision_no": "document_number", "authority": "issuer_name", "gov_info_index_no": "index_number"}


def run(path: Path = SEVEN, *more: str, source: str = "重庆公开页面") -> str:
    said = StringIO()
    call_command("import_register", str(path), "--source", source, *more, stdout=said)
    return said.getvalue()


def written(tmp_path: Path, *rows: dict[str, object]) -> Path:
    path = tmp_path / "older.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    return path


def row(**changed: object) -> dict[str, object]:
    plain = {
        "document_number": "渝水许可〔2019〕3号",
        "grantee": "重庆清泉浴室有限公司",
        "item_name": "取水许可",
        "issuer_name": "重庆市水利局",
        "content": "准予取水。",
        "decided_on": "2019-05-06",
    }
    return plain | changed


def exported() -> list[dict[str, object]]:
    return lines(client_of().get("/open-data/export/?format=jsonl"))


class TestTheSevenRealDecisions:
    def test_a_dry_run_tells_and_writes_nothing(self, city):
        assert "将写入 7 条，未变 0 条，重复 0 条，有误 0 行" in run(SEVEN, "--dry-run")
        assert not Record.objects.exists()

    def test_run_again_they_are_entered_once(self, city):
        assert "写入 7 条" in run()
        assert "写入 0 条，未变 7 条" in run()
        assert Record.objects.count() == 7

    def test_each_is_published_and_found(self, city):
        run()
        for record in Record.objects.all():
            page = unescape(client_of().get(f"/register/{record.uid}/").content.decode())
            assert record.grantee in page
            found = client_of().get("/register/", {"q": record.grantee[:8]}).content.decode()
            assert f"/register/{record.uid}/" in found

    def test_gaps_stay_gaps_on_the_page(self, city):
        run()
        nameless = Record.objects.get(grantee__contains="新田村")
        page = unescape(client_of().get(f"/register/{nameless.uid}/").content.decode())
        assert "重庆市铜梁区土桥镇新田村村民委员会" in page
        year = Record.objects.get(document_number__contains="环准")
        page = unescape(client_of().get(f"/register/{year.uid}/").content.decode())
        assert "2023年1月1日" not in page
        assert year.index_number == ""
        first = Record.objects.get(document_number__contains="渝水许可")
        page = unescape(client_of().get(f"/register/{first.uid}/").content.decode())
        assert "自开工之日起60天" in page

    def test_json_lines_say_what_the_sources_say_and_null_where_they_say_nothing(self, city):
        run()
        opened("500000")
        told = {(one["document_number"], one["grantee"]): one for one in exported()}
        with SEVEN.open(encoding="utf-8") as file:
            for source in csv.DictReader(file):
                one = told.pop((source["decision_no"] or None, source["grantee"]))
                assert {name: one[NAMES.get(name, name)] or "" for name in source} == source
                assert [one["valid_from"], one["valid_to"], one["issuer_uscc"]] == [None] * 3
        assert told == {}

    def test_what_was_given_out_reads_back_the_same(self, city, tmp_path):
        run()
        opened("500000")
        given = exported()
        Record.objects.all().delete()
        path = written(tmp_path, *given)
        assert "写入 7 条" in run(path)
        here = {"uid", "published_at"}
        bare = [{name: value for name, value in one.items() if name not in here} for one in exported()]
        key = repr
        assert sorted(bare, key=key) == sorted(
            ({name: value for name, value in one.items() if name not in here} for one in given), key=key
        )


def test_what_is_wrong_is_listed_by_row_and_field(city, tmp_path):
    number = demo_id_card("500103", date(1990, 1, 1))
    path = written(
        tmp_path,
        row(),
        row(document_number="甲", decided_on="2026-02-30", issuer_uscc="11500000009276433X"),
        row(document_number="乙", grantee="", content=f"准予{number}经营。"),
        row(document_number="丙", status="unknown", decided_on="2100-01-01"),
        row(document_number="丁" * 65),
    )
    said = run(path)
    assert "写入 1 条" in said
    for told in (
        "第 2 行，decided_on",
        "第 2 行，issuer_uscc",
        "第 3 行，grantee",
        "第 3 行，content",
        "第 4 行，status",
    ):
        assert told in said
    assert "第 5 行，document_number" in said
    assert number not in said
    assert "有误 4 行" in said


def test_duplicates_are_found_within_the_file_and_in_the_register(city, tmp_path):
    here = entered(document_number="渝水许可〔2020〕8号", grantee="重庆清泉浴室有限公司")
    said = run(written(tmp_path, row(), row(), row(document_number=here.document_number)))
    assert "写入 1 条，未变 0 条，重复 2 条" in said
    assert "与第 1 行重复" in said
    assert "公示库中已有" in said


def test_an_index_number_is_one_record_s(city, tmp_path):
    number = "11500000009276205X/2019-00003"
    path = written(tmp_path, row(index_number=number), row(index_number=number, document_number="渝水许可〔2019〕4号"))
    for more in (["--dry-run"], []):
        assert "索引号已被另一条记录使用" in run(path, *more)
    assert Record.objects.filter(index_number=number).count() == 1


def test_a_row_that_says_something_else_than_before_is_told_and_not_overwritten(city, tmp_path):
    run(written(tmp_path, row()))
    said = run(written(tmp_path, row(content="准予取水，年取水量一万立方米。")))
    assert "content：与已导入的内容不同，没有覆盖" in said
    assert Record.objects.get().content == "准予取水。"


def test_status_comes_along_and_a_person_is_masked(city, tmp_path):
    run(written(tmp_path, row(status="revoked"), row(document_number="戊", grantee="张小满", grantee_is_person=True)))
    assert Record.objects.get(grantee="重庆清泉浴室有限公司").status == RecordStatus.REVOKED
    person = Record.objects.get(grantee_is_person=True)
    assert person.grantee == "张**"
    opened("500000")
    assert len(exported()) == 1


@pytest.mark.parametrize("said", [None, "", "也许"])
@pytest.mark.parametrize("name", ["张小满", "李志学", "张先行", "陈桃园"])
def test_who_may_be_a_person_is_not_published_until_the_row_says_so(city, tmp_path, said, name):
    told = row(grantee=name) | ({} if said is None else {"grantee_is_person": said})
    assert "是否为自然人" in run(written(tmp_path, told))
    assert not Record.objects.exists()


@pytest.mark.parametrize("said", ["true", "自然人", "是"])
@pytest.mark.parametrize("grantee", ["张小满", "张*满"])
def test_of_a_person_no_word_of_the_row_tells_the_name(city, tmp_path, said, grantee):
    words = {"content": "准予张小满取水。", "document_name": "致张 小满"}
    run(written(tmp_path, row(grantee=grantee, grantee_is_person=said, **words)))
    record = Record.objects.get()
    assert (record.grantee, record.grantee_is_person) == ("张**", True)
    if "*" not in grantee:
        assert "小满" not in f"{record.content}{record.document_name}{record.search_text}{record.content_text}"


@pytest.mark.parametrize("field", ["licence_number", "project_code", "source_url", "licence_name"])
def test_an_id_number_anywhere_in_the_row_is_told(city, tmp_path, field):
    said = run(written(tmp_path, row(**{field: f"证{demo_id_card('500103', date(1990, 1, 1))}"})))
    assert f"{field}：疑似含有" in said
    assert not Record.objects.exists()


def test_what_no_database_holds_is_told(city, tmp_path):
    for text in ("准予\0取水。", "准予\x0b取水。"):
        assert "content：含有控制字符" in run(written(tmp_path, row(content=text)), "--dry-run")


def test_of_a_year_no_day_is_made(city, tmp_path):
    run(written(tmp_path, row(valid_from="2020", valid_to="2027-06")))
    record = Record.objects.get()
    assert (record.valid_from, record.valid_to) == (None, None)
    assert "2020 至 2027-06" in unescape(client_of().get(f"/register/{record.uid}/").content.decode())
    opened("500000")
    assert {(one["valid_from"], one["valid_to"]) for one in exported()} == {("2020", "2027-06")}


def test_many_rows_go_in_by_batches(city, tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 3)
    assert "写入 8 条" in run(written(tmp_path, *(row(document_number=f"第{number}号") for number in range(8))))


def test_what_is_no_such_file_is_told(city, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{不是")
    for path in (broken, tmp_path / "absent.csv"):
        with pytest.raises(CommandError):
            run(path)
    with pytest.raises(CommandError, match="没有代码为"):
        run(SEVEN, "--hall", "999999")
