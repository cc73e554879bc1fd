"""The table of samples: drafts that say what they lack, and give way to item files."""

import csv
from pathlib import Path

import pytest

from hall.catalogue.actions.importing import import_contents
from hall.catalogue.checking import check
from hall.catalogue.completeness import missing
from hall.catalogue.models import ItemVersion, Offering
from hall.catalogue.problems import Unreadable
from hall.catalogue.sources import Source, read_sources
from hall.catalogue.sources.samples import content_of, read_samples
from tests.factories.items import item

TABLE = Path("hall/catalogue/data/items/samples/licence_items.csv")
ROWS = {row["id"]: row for row in csv.DictReader(TABLE.open(encoding="utf-8"))}


def test_every_row_becomes_a_content_in_order_that_lacks_something_and_says_demonstration():
    assert len(ROWS) == 206
    for row in ROWS.values():
        content = content_of(row)
        assert check(content) == [], row["id"]
        assert missing(content), row["id"]
        assert content["demo"]
        assert "演示" in content["origin"]
        assert content["local_code"]


def test_codes_of_samples_are_made_up_and_different():
    codes = [content_of(row)["code"] for row in ROWS.values()]
    assert len(set(codes)) == 206
    assert all(code.startswith("50019") for code in codes)


def test_a_period_in_days_of_unknown_kind_is_missing_and_not_guessed():
    content = content_of(ROWS["K047"])
    assert ROWS["K047"]["statutory_limit_unit"] == "日"
    assert "days" not in content["limits"]["statutory"]
    assert any(words.startswith("期限：没有可以计算的法定期限") for words in missing(content))


def test_a_two_level_row_has_a_period_for_each_level():
    limits = content_of(ROWS["K100"])["limits"]["statutory"]
    assert limits == {"district": {"days": 20, "unit": "working"}, "city": {"days": 20, "unit": "working"}}


def test_levels_decide_who_offers():
    def levels(row):
        return [offer["level"] for offer in content_of(ROWS[row])["offered_by"]]

    assert (levels("K001"), levels("K004"), levels("K100"), levels("K125")) == (
        ["district", "city"],
        ["district"],
        ["district"],
        ["city"],
    )


@pytest.mark.usefixtures("city")
def test_a_sample_gives_way_to_an_item_file_of_its_code_in_either_order():
    sample = Source("表 K047", content_of(ROWS["K047"]), True)
    own = Source("甲.yaml", item(code="500190047001"))
    assert import_contents([sample, own]).given_way == ["500190047001"]
    assert import_contents([sample]).given_way == ["500190047001"]
    assert ItemVersion.objects.get().content["name"] == "演示事项"


@pytest.mark.usefixtures("city")
def test_samples_are_never_published():
    done = import_contents(read_sources([TABLE]), publish_complete=True)
    assert done.published == []
    assert not Offering.objects.filter(published=True).exists()


def test_another_table_is_refused_with_the_columns_that_it_lacks():
    with pytest.raises(Unreadable, match="dept_type"):
        list(read_samples("id,item_name\nK001,甲\n", "别的.csv"))
    with pytest.raises(Unreadable, match="K 加三位数字"):
        list(read_samples(TABLE.read_text(encoding="utf-8").replace("K001,", "X1,"), "别的.csv"))
