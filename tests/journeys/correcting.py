"""One material asked for again, and the new file that answers (Art. 32 (4))."""

from tests.factories.answers import PDF
from tests.journeys.people import Applicant, Clerk


def window_asks(window: Clerk, material: str, *, problem: str, requirement: str) -> None:
    form = window.unfolds("correct")
    form.locator(f'[name="material-{material}"]').check()
    told = {f"material-{material}-problem": problem, f"material-{material}-requirement": requirement}
    window.does("correct", press="发出补正告知书", **told)


def owner_answers(owner: Applicant, material: str) -> None:
    """From the notice on the page of the case."""
    owner.page.get_by_role("link", name="补正").first.click()
    owner.looks_carefully()
    file = {"name": "新材料.pdf", "mimeType": "application/pdf", "buffer": PDF}
    owner.page.locator(f'[name="material.{material}"]').set_input_files(file)  # type: ignore[arg-type]
    owner.page.get_by_role("button", name="提交补正").click()
    owner.sees("已收件")
