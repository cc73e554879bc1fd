"""How every granted story ends: the certificate served, verified by a stranger, and found in the public register."""

from collections.abc import Callable

from applications.models import Application, Paper
from hall.files.queries import open_bytes
from tests.journeys.people import Applicant, Clerk, Person
from tests.journeys.worker import drain

Desk = Callable[[str], Clerk]


def certificate_is_made_and_served(clerk: Desk, username: str, case: Application) -> None:
    maker = clerk(username)
    maker.opens(case)
    maker.does("issue", press="制作证件")
    maker.opens(case)
    maker.does("deliver", press="送达")


def applicant_downloads_the_licence(person: Applicant, case: Application) -> bytes:
    person.opens(case)
    person.looks_carefully()
    with person.page.expect_download() as download:
        person.page.get_by_role("link", name="行政许可证件").first.click()
    return download.value.path().read_bytes()


def stranger_verifies(visitor: Person, case: Application, held: bytes) -> None:
    """By the code that the paper carries, and by the very file."""
    paper = Paper.objects.select_related("file").get(application=case, kind="D-13")
    assert paper.file is not None
    assert open_bytes(paper.file) == held
    visitor.page.goto(f"/papers/{paper.verify_code}/")
    visitor.sees(paper.number)
    visitor.looks_carefully()
    file = {"name": "licence.pdf", "mimeType": "application/pdf", "buffer": held}
    visitor.page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    visitor.page.get_by_role("main").get_by_role("button").last.click()
    visitor.sees("一致")


def result_is_published(clerk: Desk, visitor: Person, case: Application, hall: str) -> None:
    """One drafts, another reviews, the head approves, the public finds."""
    drain()
    drafter = clerk(f"{hall}-discloser")
    drafter.page.goto("/disclosure/")
    drafter.page.get_by_role("main").get_by_role("link", name=case.offering.name).first.click()
    drafter.page.get_by_role("button", name="送保密审查").click()
    reviewer = clerk(f"{hall}-secrecy")
    reviewer.page.goto("/disclosure/")
    reviewer.page.get_by_role("main").get_by_role("link", name=case.offering.name).first.click()
    reviewer.looks_carefully()
    reviewer.page.get_by_role("button", name="通过").first.click()
    head = clerk(f"{hall}-head")
    head.page.goto("/disclosure/")
    head.page.get_by_role("main").get_by_role("link", name=case.offering.name).first.click()
    head.looks_carefully()
    head.page.get_by_role("button", name="批准并公示").click()
    drain()
    visitor.page.goto("/register/?q=" + case.licence.number)
    visitor.looks_carefully()
    visitor.page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    visitor.sees(case.licence.number)
    visitor.looks_carefully()
