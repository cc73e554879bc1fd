"""What is exported imports as the same content, byte for byte the same file."""

from pathlib import Path

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from hall.catalogue.actions.importing import import_contents
from hall.catalogue.checking import check
from hall.catalogue.models import ItemVersion, ServiceItem
from hall.catalogue.sources import Source, read_sources
from hall.catalogue.sources.ordering import in_order
from hall.catalogue.sources.yaml_text import dumps, loads

OWN = Path("hall/catalogue/data/items")
letters = st.characters(exclude_characters="\0", exclude_categories=["Cs"])
words = st.text(letters, min_size=1, max_size=40)
texts = words | st.fixed_dictionaries({"zh": words}, optional={"en": words})
fields = st.builds(
    lambda label, number, extra: {"key": f"f{number}", "label": label, "type": "text", **extra},
    texts,
    st.integers(0, 10_000),
    st.fixed_dictionaries({}, optional={"help": texts, "example": texts, "required": st.booleans()}),
)
forms = st.lists(fields, min_size=1, max_size=4, unique_by=lambda one: one["key"])
contents = st.builds(
    lambda name, basis, questions, extra: {
        "schema": 1,
        "code": "500190901001",
        "local_code": True,
        "name": name,
        "basis": basis,
        "form": {"sections": [{"title": name, "fields": questions}]},
        **extra,
    },
    texts,
    st.lists(texts, max_size=3),
    forms,
    st.fixed_dictionaries({}, optional={"quantity": texts, "demo": st.booleans(), "application_sample": texts}),
)


@given(contents)
def test_a_content_comes_back_from_its_file(content):
    assert check(content) == []
    text = dumps(in_order(content))
    assert loads(text) == content
    assert dumps(in_order(loads(text))) == text


@given(contents, st.randoms())
def test_the_file_does_not_depend_on_the_order_of_names(content, random):
    names = list(content)
    random.shuffle(names)
    assert dumps(in_order({name: content[name] for name in names})) == dumps(in_order(content))


@settings(max_examples=20, deadline=None)
@given(contents)
@pytest.mark.django_db
def test_a_content_comes_back_from_the_database(content):
    import_contents([Source("x", content)])
    stored = ItemVersion.objects.get(item__catalog_code=content["code"], state="draft")
    assert stored.content == content


@pytest.mark.usefixtures("city")
def test_the_whole_catalogue_comes_back_from_its_export(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    call_command("import_items", str(OWN), verbosity=0)
    call_command("export_items", to=first)
    assert len(list(first.iterdir())) == ServiceItem.objects.count() == 207
    done = import_contents(read_sources([first]))
    assert (len(done.unchanged), done.new, done.changed) == (207, [], [])
    call_command("export_items", to=second)
    assert {one.name: one.read_bytes() for one in first.iterdir()} == {
        one.name: one.read_bytes() for one in second.iterdir()
    }


@pytest.mark.parametrize("odd", ["\x85", "行\u2028行", "\ufeff头", "制\t表", "\x7f"])
def test_characters_that_yaml_reads_as_something_else_come_back(odd):
    assert loads(dumps({"name": odd})) == {"name": odd}
