"""A case to write papers about, and each sample printed once for all tests."""

import pytest

from applications.actions.papers import draft_papers
from applications.documents.builders import Content
from applications.documents.printing import print_signed
from applications.models import Application, Paper
from hall.catalogue.models import ItemVersion, Offering, ServiceItem
from tests.applications.documents.samples import CONTENTS, imprint_of


class Printed(dict[str, bytes]):
    """The signed PDF of each sample by the code of its kind, printed when it is first asked for."""

    def __missing__(self, kind: str) -> bytes:
        content = next(one for one in CONTENTS if one.kind == kind)
        self[kind] = print_signed(content, imprint_of(content))
        return self[kind]


@pytest.fixture(scope="session")
def printed() -> Printed:
    return Printed()


@pytest.fixture
def case(city, company_qingquan):
    department = city.departments["yz-wj"]
    item = ServiceItem.objects.create(catalog_code="000123000000", name="公共场所卫生许可", local_code=True)
    version = ItemVersion.objects.create(item=item, number=1, content={}, sm3="0" * 64)
    offering = Offering.objects.create(
        task_code=f"{department.uscc}4000123000000",
        catalog_code=item.catalog_code,
        item=item,
        version=version,
        name=item.name,
        department=department,
        department_kind=department.kind,
        hall=city.yz,
        level="district",
    )
    return Application.objects.create(
        hall=city.yz,
        offering=offering,
        item_version=version,
        division_code=city.yz.code,
        applicant=company_qingquan,
        applicant_kind="organisation",
        applicant_name=company_qingquan.name,
    )


@pytest.fixture
def draft(case):
    """Draft a sample as a deed of 渝中区's health department would."""

    def drafted(content: Content = CONTENTS[2], **changes) -> Paper:
        told = {
            "application": case,
            "handling": None,
            "issuer": case.offering.department,
            "officer": "王守正",
            "issued_on": imprint_of(content).issued_on,
        }
        return draft_papers(content, **(told | changes))[0]

    return drafted
