"""What the READMEs name exists: files, sections, commands, people, and the same in both languages."""

import re

import pytest
from django.core.management import get_commands, load_command_class

from deploy.__main__ import TARGETS
from deploy.packages import APT, BROWSER, PAPERS, VENV
from hall.accounts.demo import APPLICANTS, DEMO_PASSWORD
from hall.accounts.demo.staff import _CASE_WORK, _WHOLE_HALL, HALL_LETTERS, KIND_LETTERS
from hall.accounts.models import Duty
from tests.setup.documents import DOCUMENTS, READMES, ROOT, document, in_backticks

LINK = re.compile(r"\]\(([^)\s]+)\)")
USER = re.compile(r"`((?:[a-z]{2}|\d{6})(?:-[a-z]{2})?-[a-z]+)`")


def headings(text: str) -> list[str]:
    without_code = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    return [line.split()[0] for line in without_code.splitlines() if re.match(r"#+ ", line)]


def anchors(text: str) -> set[str]:
    titles = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_linked_file_and_section_exists(name: str) -> None:
    for address in LINK.findall(document(name)):
        if "://" in address:
            continue
        path, _hash, section = address.partition("#")
        linked = (ROOT / name).parent / path if path else ROOT / name
        assert linked.is_file(), address
        assert not section or section in anchors(linked.read_text()), address


def test_both_languages_have_the_same_sections() -> None:
    first, second = (headings(document(readme)) for readme in READMES)
    assert first == second


@pytest.mark.parametrize("readme", READMES)
def test_every_make_target_exists(readme: str) -> None:
    named = set(re.findall(r"\bmake (?:PYTHON=\S+ )?([a-z]+)\b", " ".join(in_backticks(document(readme)))))
    blocks = set(re.findall(r"^make ([a-z]+)", document(readme), flags=re.MULTILINE))
    assert named | blocks == set(TARGETS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_management_command_and_its_options_exist(name: str) -> None:
    for command, rest in re.findall(r"manage\.py ([a-z_]+)([^`\n|]*)", document(name)):
        app = get_commands().get(command)
        assert app, command
        parser = load_command_class(str(app), command).create_parser("manage.py", command)
        known = {option for action in parser._actions for option in action.option_strings}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, command


@pytest.mark.parametrize("readme", READMES)
def test_every_demo_user_that_is_named_exists(readme: str) -> None:
    text = document(readme)
    assert DEMO_PASSWORD in text
    assert {username for username, _name in APPLICANTS} <= set(in_backticks(text))
    assert sorted(username for username in USER.findall(text) if not _works_somewhere(username)) == []


def _works_somewhere(username: str) -> bool:
    """Staff of a whole hall, or of a department that the demo gives people of its own."""
    prefix, *kind, role = username.split("-")
    if kind:
        return prefix in HALL_LETTERS.values() and kind[0] in KIND_LETTERS.values() and role in _CASE_WORK
    roles = _WHOLE_HALL
    return (prefix in HALL_LETTERS.values() or prefix not in HALL_LETTERS) and role in roles


def test_every_duty_has_somebody_in_the_tour() -> None:
    named = {username.rsplit("-", 1)[1] for username in USER.findall(document("README.md"))}
    people = _WHOLE_HALL
    assert {people[role][0] for role in named if role in people} == set(Duty)


@pytest.mark.parametrize("readme", READMES)
def test_the_apt_line_names_every_system_package(readme: str) -> None:
    text = document(readme)
    assert f"sudo {APT} {' '.join(package.name for package in (VENV, *PAPERS))}" in text
    assert " ".join(package.name for package in BROWSER) in text


def test_the_packages_that_are_explained_are_the_ones_installed() -> None:
    wanted = document("requirements.in")
    assert "django-fsm-2" in wanted
    assert not re.search(r"^django-fsm\b(?!-2)", wanted, flags=re.MULTILINE)
