"""Item files come in all together or not at all."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hall.catalogue.actions.importing import import_contents
from hall.catalogue.models import ItemVersion, Offering, ServiceItem, State
from hall.catalogue.problems import Unreadable
from hall.catalogue.sources import Source
from hall.catalogue.sources.yaml_text import dumps
from tests.factories.items import item

pytestmark = pytest.mark.usefixtures("city")


@pytest.fixture
def folder(tmp_path):
    def write(**contents):
        for name, content in contents.items():
            text = content if isinstance(content, str) else dumps(content)
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def take(**changes):
    return import_contents([Source("甲.yaml", item(**changes))])


def test_a_new_file_makes_a_draft_that_is_offered_everywhere():
    done = take()
    version = ItemVersion.objects.get()
    assert (done.new, version.number, version.state, version.missing) == (["500190901001"], 1, State.DRAFT, [])
    assert set(Offering.objects.values_list("hall__code", flat=True)) == {"500101", "500103", "500157"}


def test_the_same_file_again_changes_nothing():
    take()
    before = list(ItemVersion.objects.values()), list(Offering.objects.order_by("pk").values())
    with CaptureQueriesContext(connection) as asked:
        assert take().unchanged == ["500190901001"]
    assert not [one["sql"] for one in asked if one["sql"].startswith('INSERT INTO "catalogue_offering"')]
    assert (list(ItemVersion.objects.values()), list(Offering.objects.order_by("pk").values())) == before


def test_a_changed_file_makes_a_new_draft_and_puts_the_old_one_aside():
    take()
    assert take(quantity="每年十个").changed == ["500190901001"]
    states = list(ItemVersion.objects.order_by("number").values_list("number", "state"))
    assert states == [(1, State.RETIRED), (2, State.DRAFT)]


def test_a_mistake_in_one_file_keeps_all_of_them_out(folder, capsys):
    path = folder(good=item(), bad=item(code="500190901002", basis=["依据"], quantity=7))
    with pytest.raises(CommandError, match="没有写入任何内容"):
        call_command("import_items", str(path))
    assert not ServiceItem.objects.exists()
    told = capsys.readouterr().err
    assert "bad.yaml: quantity: " in told
    assert "good.yaml" not in told


def test_the_mistakes_of_all_files_are_told_at_once(folder, capsys):
    path = folder(one=item(schema=9), two="a: [1", three=item(code="5"))
    with pytest.raises(CommandError):
        call_command("import_items", str(path))
    assert "two.yaml" in capsys.readouterr().err
    (path / "two.yaml").unlink()
    with pytest.raises(CommandError, match="共 2 处"):
        call_command("import_items", str(path))
    told = capsys.readouterr().err
    assert "one.yaml: schema" in told
    assert "three.yaml: code" in told


def test_two_files_of_one_code_are_refused():
    with pytest.raises(Unreadable, match=r"与 甲\.yaml 重复"):
        import_contents([Source("甲.yaml", item()), Source("乙.yaml", item(name="别的"))])
    assert not ServiceItem.objects.exists()


@pytest.mark.parametrize("path", ["nowhere.yaml", "nowhere"])
def test_a_path_that_is_not_there_is_told(tmp_path, path, capsys):
    with pytest.raises(CommandError):
        call_command("import_items", str(tmp_path / path))
    assert "没有这个文件" in capsys.readouterr().err


def test_an_empty_folder_and_a_strange_file_are_told(tmp_path, capsys):
    with pytest.raises(CommandError):
        call_command("import_items", str(tmp_path))
    (tmp_path / "x.txt").write_text("x")
    with pytest.raises(CommandError):
        call_command("import_items", str(tmp_path / "x.txt"))
    told = capsys.readouterr().err
    assert "没有事项文件" in told
    assert "扩展名" in told


def test_a_file_that_is_not_utf8_is_told(tmp_path, capsys):
    (tmp_path / "gbk.yaml").write_bytes("name: 事项".encode("gbk"))
    with pytest.raises(CommandError):
        call_command("import_items", str(tmp_path))
    assert "UTF-8" in capsys.readouterr().err


def test_publish_complete_publishes_what_lacks_nothing_and_only_that():
    sources = [Source("甲.yaml", item()), Source("乙.yaml", item(code="500190902001", basis=None))]
    done = import_contents(sources, publish_complete=True)
    assert done.published == ["500190901001"]
    assert set(Offering.objects.filter(published=True).values_list("catalog_code", flat=True)) == {"500190901001"}


def test_a_draft_that_waits_for_its_day_is_not_published_before():
    done = import_contents([Source("甲.yaml", item(effective_from="2999-01-01"))], publish_complete=True)
    assert done.published == []


def test_a_hall_without_the_department_is_named_and_has_no_offering():
    offers = [{"level": "district", "department": "气象"}]
    assert take(offered_by=offers, steps=None).lacking == ("500190901001 district 气象",)
    assert not Offering.objects.exists()
