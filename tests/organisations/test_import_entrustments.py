"""``manage.py import_entrustments``: announced entrustments from a file, all or none, and again without harm."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hall.clock import today
from hall.organisations.entrustment_files import COLUMNS
from hall.organisations.models import Entrustment
from tests.cast import client_of

pytestmark = pytest.mark.django_db
ITEM = "500190143001"


def row(city, **changed):
    usual = {
        "entrusting": city.departments["yz-wj"].uscc,
        "entrusted": city.departments["yz-zw"].uscc,
        "item_code": ITEM,
        "item_name": "公共场所卫生许可",
        "announced_as": "渝中卫健委托〔2026〕第1号（演示）",
        "announced_on": str(today() - timedelta(days=30)),
        "text": "委托以本机关的名义实施公共场所卫生许可。（演示）",
        "valid_from": str(today() - timedelta(days=20)),
        "valid_to": "",
    }
    return usual | changed


def load(path, *rows):
    with (path / "entrustments.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    told = StringIO()
    call_command("import_entrustments", str(path / "entrustments.csv"), stdout=told)
    return told.getvalue()


def test_a_file_is_entered_once_and_read_by_everybody(city, tmp_path):
    assert "写入 1 条" in load(tmp_path, row(city))
    assert "写入 0 条" in load(tmp_path, row(city))
    assert Entrustment.objects.count() == 1
    read = client_of().get("/500103/entrustments/").content.decode()
    assert "渝中卫健委托〔2026〕第1号" in read
    assert "/500103/entrustments/" in client_of().get("/500103/register/").content.decode()


def test_another_last_day_ends_it(city, tmp_path):
    load(tmp_path, row(city))
    yesterday = today() - timedelta(days=1)
    assert "写入 1 条" in load(tmp_path, row(city, valid_to=str(yesterday)))
    assert Entrustment.objects.get().valid_to == yesterday
    assert "第1号" not in client_of().get("/500103/entrustments/").content.decode()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"entrusted": "0"}, "没有统一社会信用代码"),
        ({"announced_on": "昨天"}, "YYYY-MM-DD"),
        ({"text": ""}, "没有填写：text"),
        ({"announced_on": str(today())}, "先行公告"),
    ],
)
def test_one_wrong_row_and_nothing_is_entered(city, tmp_path, changed, told):
    with pytest.raises(CommandError, match=told):
        load(tmp_path, row(city), row(city, item_code="500190143002", **changed))
    assert not Entrustment.objects.exists()


def test_what_was_entrusted_is_not_entrusted_further(city, tmp_path):
    further = {"entrusting": city.departments["yz-zw"].uscc, "entrusted": city.departments["yz-rs"].uscc}
    with pytest.raises(CommandError, match="不得再委托"):
        load(tmp_path, row(city), row(city, announced_as="再委托〔2026〕第1号", **further))
    assert not Entrustment.objects.exists()


def test_a_missing_column_is_named(city, tmp_path):
    (tmp_path / "entrustments.csv").write_text("entrusting,entrusted\n1,2\n", encoding="utf-8")
    with pytest.raises(CommandError, match="缺少列：item_code"):
        call_command("import_entrustments", str(tmp_path / "entrustments.csv"))
