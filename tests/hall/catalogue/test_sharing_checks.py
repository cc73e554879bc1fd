"""What an item file may say of where a material is fetched (行政许可法 Art. 33), and what the guide then tells."""

from hall.catalogue.checking import check
from hall.catalogue.guide.papers import materials
from hall.catalogue.reading import spec_of
from tests.factories.items import item


def with_source(applicants=("person", "organisation"), **written):
    material = {"key": "identity", "name": "身份证明", "data_share_source": written}
    return item(materials=[material], applicants=list(applicants))


def paths(content):
    return [one.path for one in check(content)]


def test_a_source_is_read_as_it_is_written():
    content = with_source(source="hall_licences", of="卫生许可证")
    assert check(content) == []
    (material,) = spec_of(content).materials
    assert material.data_share_source is not None
    assert (material.data_share_source.source, material.data_share_source.of) == ("hall_licences", "卫生许可证")


def test_an_old_file_has_none():
    assert spec_of(item()).materials[0].data_share_source is None


def test_a_source_that_nobody_registered_is_a_mistake():
    assert paths(with_source(source="moon")) == ["materials[0].data_share_source.source"]


def test_a_source_that_seeks_something_has_to_be_told_what():
    assert paths(with_source(source="hall_licences")) == ["materials[0].data_share_source.of"]


def test_a_source_without_data_of_such_applicants_is_a_mistake():
    assert paths(with_source(["person"], source="business_register")) == ["materials[0].data_share_source.source"]


def test_the_guide_says_that_it_need_not_be_handed_in():
    (row,) = materials(spec_of(with_source(source="hall_licences", of="卫生许可证")))
    assert "免提交" in row.need
    assert "本市已颁发的许可证件" in row.instead[0]
    assert "经本人同意" in row.instead[1]


def test_where_the_installation_lost_the_source_the_guide_asks_for_the_material(settings):
    spec = spec_of(with_source(source="hall_licences", of="卫生许可证"))
    settings.HALL_SHARED_SOURCES = []
    (row,) = materials(spec)
    assert "免提交" not in row.need
    assert row.instead == []
