"""What people do in a browser, in the words of a story. Every verb is a click or a key that a person would press."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from applications.models import Application
from hall.accounts.demo import DEMO_PASSWORD
from hall.catalogue.spec import FormField, ItemSpec
from tests.browser import ELDER, PHONE, assert_clean, look_otherwise
from tests.factories.answers import PDF
from tests.journeys.worker import drain

_FILE = {"name": "材料.pdf", "mimeType": "application/pdf", "buffer": PDF}


class Person:
    """Somebody at a browser of their own."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.username = ""

    def signs_in(self, username: str) -> None:
        self.username = username
        self.page.goto("/accounts/sign-in/")
        self.page.get_by_label("用户名").fill(username)
        self.page.get_by_label("密码", exact=True).fill(DEMO_PASSWORD)
        self.page.get_by_role("main").get_by_role("button", name="登录").click()

    def goes_to(self, address: str) -> None:
        """Whoever rested too long signs in again, and comes to where they were going."""
        self.page.goto(address)
        if "/accounts/sign-in/" in self.page.url:
            self.signs_in(self.username)
            self.page.goto(address)

    def sees(self, text: str) -> None:
        self.page.get_by_role("main").get_by_text(text).first.wait_for()

    def does(self, deed: str, *, press: str, **told: str) -> None:
        """Fill in the form of one deed and press its button; the worker prints meanwhile."""
        form = self.unfolds(deed)
        for name, value in told.items():
            self._tells(form.locator(f'[name="{name}"]'), value)
        form.get_by_role("button", name=press).click()
        self.page.wait_for_load_state()
        drain()

    def unfolds(self, deed: str) -> Any:
        """The form of a deed, opened if it was folded away."""
        fold = self.page.locator(f"details:has(#deed-{deed})")
        if fold.count() and not fold.evaluate("fold => fold.open"):
            fold.locator("summary").first.click()
        return self.page.locator(f"#deed-{deed}")

    def _tells(self, inputs: Any, value: str) -> None:
        kind = inputs.first.get_attribute("type")
        if kind == "checkbox" and inputs.first.get_attribute("value") is None:
            inputs.check()
        elif kind in ("radio", "checkbox"):
            inputs.and_(self.page.locator(f'[value="{value}"]')).check()
        elif inputs.first.evaluate("one => one.tagName") == "SELECT":
            inputs.select_option(value)
        else:
            inputs.fill(value)

    def looks_carefully(self) -> None:
        """Nothing on this page shuts anybody out."""
        assert_clean(self.page)

    def looks_everywhere(self, folder: Path | None, name: str, *, unfold: str = "") -> None:
        """On a desk, on a phone and in the elder view, with a picture of each; ``unfold`` names what is opened."""
        self._looks_once(folder, name, unfold)
        look_otherwise(self.page, PHONE)
        self._looks_once(folder, f"{name}-phone", "")
        look_otherwise(self.page, PHONE, ELDER)
        self.page.reload()
        self._looks_once(folder, f"{name}-elder", unfold)
        look_otherwise(self.page)

    def _looks_once(self, folder: Path | None, name: str, unfold: str) -> None:
        for summary in self.page.locator(unfold).all() if unfold else ():
            summary.click()
        self.looks_carefully()
        self.keeps_picture(folder, name)

    def keeps_picture(self, folder: Path | None, name: str) -> None:
        # Not PNG: to pack a long page costs more than to draw it.
        if folder:
            self.page.screenshot(path=folder / f"{name}.jpg", type="jpeg", quality=80, full_page=True)


class Applicant(Person):
    def finds(self, words: str, *, hall: str = "") -> None:
        """From the portal, by the large search box, to the guide."""
        self.page.goto(f"/{hall}/" if hall else "/")
        box = self.page.get_by_role("searchbox").first
        box.fill(words)
        box.press("Enter")
        self.page.get_by_role("main").get_by_role("link", name=words).first.click()
        self.page.get_by_role("heading", level=1).filter(has_text=words).wait_for()

    def begins(self, division: str = "") -> None:
        self.page.get_by_role("link", name="在线办理").last.click()
        if division and self.page.locator("select[name=division]").count():
            self.page.locator("select[name=division]").select_option(label=division)
        self.page.get_by_role("button", name="开始填写").click()
        self.page.get_by_role("link", name="继续填写").click()

    def fills_in(self, spec: ItemSpec, answers: dict[str, Any]) -> None:
        """Section by section, as the pages come."""
        for section in spec.sections:
            for field in section.fields:
                if field.asked(answers) and answers.get(field.key) not in (None, ""):
                    self._answers(field, answers[field.key])
            self.page.get_by_role("button", name="保存并继续").last.click()

    def _answers(self, field: FormField, value: Any, name: str = "") -> None:
        name = name or field.key
        if field.type == "rows":
            for number, row in enumerate(value):
                for column in field.columns:
                    self._answers(column, row[column.key], f"{name}.{number}.{column.key}")
            return
        inputs = self.page.locator(f'[name="{name}"]')
        if field.type in ("choice", "choices", "yes_no"):
            for one in value if isinstance(value, list) else [value]:
                self._picks(name, str(one))
        else:
            inputs.fill(str(value))

    def _picks(self, name: str, value: str) -> None:
        drop_down = self.page.locator(f'select[name="{name}"]')
        if drop_down.count():
            drop_down.select_option(value)
        else:
            self.page.locator(f'[name="{name}"][value="{value}"]').check()

    def uploads_everything(self) -> None:
        """A file for each material that the page asks for."""
        for chooser in self.page.locator('[name^="material."]').all():
            chooser.set_input_files(_FILE)  # type: ignore[arg-type]
        self.page.get_by_role("button", name="保存并继续").last.click()

    def submits(self) -> Application:
        """States the truth and files; answers with the case as the receipt names it."""
        self.page.get_by_label(re.compile("我承诺所填内容")).check()
        self.page.get_by_role("button", name="提交申请").click()
        self.page.get_by_role("heading", name="申请已提交").wait_for()
        drain()
        return Application.objects.get(uid=re.search(r"[0-9a-f-]{36}", self.page.url)[0])  # type: ignore[index]

    def opens(self, case: Application) -> None:
        self.goes_to(f"/apply/{case.uid}/")


class Clerk(Person):
    def opens(self, case: Application) -> None:
        """From the desk to the case."""
        self.goes_to("/desk/?scope=all")
        row = self.page.get_by_role("row").filter(has_text=case.case_no or "")
        row.get_by_role("link").first.click()
        self.page.get_by_role("heading", level=1).wait_for()
