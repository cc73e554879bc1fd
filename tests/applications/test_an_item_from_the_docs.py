"""The promise of docs/items.md: a file written from it alone can be filed and decided, with no code touched."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from applications.actions.accept import accept
from applications.actions.decide import grant
from applications.actions.materials import hand_in
from applications.actions.review import review
from applications.actions.start import start
from applications.actions.submit import submit
from applications.models import Application
from hall.accounts.demo import build_applicants, build_staff
from hall.catalogue.models import Offering
from hall.clock import today
from hall.organisations.demo import build_city
from tests.factories.answers import answers_for, pdf
from tests.factories.cases import OPINION, checks_for, fill_in, fresh, seen

EXAMPLE = re.findall(r"```yaml\n(.*?)```", Path("docs/items.md").read_text(encoding="utf-8"), re.DOTALL)[0]


@pytest.mark.django_db
def test_it_is_imported_filed_examined_and_decided(tmp_path):
    halls, departments = build_city(today(), codes=["500000", "500103"], kinds=["文化旅游"])
    staff = build_staff(halls, departments)
    (tmp_path / "item.yaml").write_text(EXAMPLE, encoding="utf-8")
    call_command("import_items", str(tmp_path / "item.yaml"), "--publish-complete")
    offering = Offering.objects.select_related("hall", "version", "item").get()
    username = "zhangxiaoman" if "person" in offering.version.spec.applicants else "qingquan"
    applicant = build_applicants(only=[username])[username]

    draft = start(applicant, offering, division_code="500103")
    fill_in(draft, applicant, answers_for(draft.spec))
    for material in draft.spec.materials:
        hand_in(draft.uid, applicant, material.key, pdf())
    handling = fresh(submit(draft.uid, applicant, truth_stated=True).handlings.get())
    accept(handling.uid, staff["yz-window"], seen=seen(handling))
    while fresh(handling).state == "examining":
        told: dict[str, Any] = {"favourable": True, "opinion": OPINION, "no_conflict": True}
        checks = checks_for(handling)
        review(handling.uid, staff["yz-examiner"], seen=seen(handling), checks=checks, **told)
    grant(handling.uid, staff["yz-signer"], seen=seen(handling), content="准予举办。")
    assert Application.objects.get(pk=draft.pk).state == "decided"
