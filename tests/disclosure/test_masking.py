"""No way of writing a person's name survives the drafting."""

from hypothesis import given
from hypothesis import strategies as st

from hall.masking import mask_name
from hall.textsearch import squeezed
from tracking.disclosure.masking import names_person, public_text, without_person

NAMES = st.text("赵钱孙李周吴郑王欧阳诸葛明华伟芳", min_size=2, max_size=4)
AROUND = st.text("准予从事经营活动，。 0123abc", max_size=12)
BETWEEN = st.sampled_from(["", " ", "　", "·", " · ", "，"])


@given(NAMES, BETWEEN, AROUND, AROUND)
def test_the_name_is_gone_however_it_was_written(name, between, before, after):
    masked = public_text(before + between.join(name) + after, person=name)
    assert not names_person(masked, name)
    assert squeezed(name) not in squeezed(masked)


@given(NAMES, AROUND)
def test_what_names_nobody_stays_as_it_is(name, text):
    assert without_person(text, name) == text


@given(NAMES)
def test_masking_keeps_the_surname(name):
    assert without_person(f"准予{name}从事", name) == f"准予{mask_name(name)}从事"


def test_an_organisation_keeps_its_name_and_loses_its_telephone():
    assert public_text("准予清泉浴室经营，电话13800001234") == "准予清泉浴室经营，电话138****1234"


def test_a_name_of_parts_is_found_with_any_dot():
    assert without_person("准予阿依古丽•买买提经营", "阿依古丽·买买提") == "准予阿***·***经营"
