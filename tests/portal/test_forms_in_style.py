"""Every Django form is drawn in the style of the hall: label, help, error and input tied together."""

import re

import pytest
from django import forms
from django.template import engines

from hall.accounts.forms.pinning import pin
from hall.errors import Incomplete
from hall.portal.specimens import SpecimenForm


class Named(forms.Form):
    name = forms.CharField(label="单位名称", help_text="与营业执照一致。")
    nickname = forms.CharField(label="简称", required=False)


def drawn(form: forms.Form) -> str:
    return str(form.as_div())


def test_an_input_is_described_by_its_help_and_its_error() -> None:
    html = drawn(Named({"name": ""}))
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html


def test_an_example_is_part_of_the_description() -> None:
    form = Named()
    vars(form.fields["nickname"])["example"] = "清泉浴室"
    assert 'aria-describedby="id_nickname_helptext"' in drawn(form)
    assert "例如：清泉浴室" in drawn(form)


def test_what_may_be_left_out_says_so() -> None:
    assert drawn(Named()).count("选填") == 1


@pytest.mark.parametrize("bound", [False, True])
def test_every_id_that_describes_exists(bound: bool) -> None:
    html = drawn(SpecimenForm({"uscc": "9100"}) if bound else SpecimenForm())
    named = {one for ids in re.findall(r'aria-describedby="([^"]+)"', html) for one in ids.split()}
    assert named
    assert named <= set(re.findall(r'id="([^"]+)"', html))


def test_the_summary_leads_to_inputs_that_exist() -> None:
    form = SpecimenForm({"uscc": "9100"})
    source = '{% include "components/error_summary.html" with form=form only %}{{ form.as_div }}'
    html = engines["django"].from_string(source).render({"form": form})
    anchors = re.findall(r'href="#([^"]+)"', html)
    assert len(anchors) >= 6
    assert set(anchors) <= set(re.findall(r'id="([^"]+)"', html))


def test_a_file_to_hand_in_is_described_by_its_error_as_every_field() -> None:
    form = SpecimenForm({})
    source = '{% include "components/upload.html" with field=form.plan only %}'
    html = engines["django"].from_string(source).render({"form": form})
    assert '<ul class="field__error" id="id_plan_error"><li>' in html
    assert 'aria-describedby="id_plan_error"' in html


def test_a_label_is_text_and_no_markup() -> None:
    form = Named()
    form.fields["name"].label = "<b>单位</b>"
    form.fields["name"].help_text = "<i>全称</i>"
    html = drawn(form)
    assert "&lt;b&gt;单位&lt;/b&gt;" in html
    assert "&lt;i&gt;全称&lt;/i&gt;" in html


def test_a_refusal_stands_beside_the_field_it_names() -> None:
    form = Named({"name": "清泉"})
    pin(form, Incomplete("不完整", fields={"name": ["请写全称"], "elsewhere": ["缺少材料"]}))
    assert form.errors["name"] == ["请写全称"]
    assert form.non_field_errors() == ["缺少材料"]


def test_a_refusal_without_fields_stands_above_the_form() -> None:
    form = Named({"name": "清泉"})
    pin(form, Incomplete("今天的名额已满"))
    assert form.non_field_errors() == ["今天的名额已满"]
