"""What is in the catalogue, from the command line."""

import pytest
from django.core.management import CommandError, call_command

from hall.catalogue.models import ServiceItem

pytestmark = pytest.mark.usefixtures("catalogue")


def test_the_list_tells_state_and_name(capsys):
    call_command("items")
    told = capsys.readouterr().out
    assert "500190143001  v1  已发布  公共场所卫生许可" in told
    assert len(told.splitlines()) == ServiceItem.objects.count()


def test_missing_tells_what_each_draft_lacks_and_leaves_the_published_out(capsys):
    call_command("items", "--missing")
    told = capsys.readouterr().out
    assert "    缺 申请书示范文本" in told
    assert "500190143001" not in told


def test_some_items_can_be_exported_by_code(tmp_path):
    call_command("export_items", "500190143001", to=tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["500190143001.yaml"]


def test_a_code_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="999999999999"):
        call_command("export_items", "999999999999", to=tmp_path)
    assert not list(tmp_path.iterdir())
