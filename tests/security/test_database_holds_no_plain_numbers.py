"""Whoever copies the database reads no citizen number, phone or code in it (个人信息保护法 Art. 51; domain.md §8.3)."""

import pytest
from django.db import connection

from hall.accounts.models import User
from tests.security.world import APPLICANT, COMPLAINT, World


def tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return [name for (name,) in cursor.fetchall()]


def tables_that_show(text: str) -> list[str]:
    """Every column of every row, as text; a byte column shows its bytes in hex."""
    found = []
    with connection.cursor() as cursor:
        for name in tables():
            cursor.execute(
                f'SELECT 1 FROM "{name}" AS one WHERE one::text LIKE %s OR one::text LIKE %s LIMIT 1',
                [f"%{text}%", f"%{text.encode().hex()}%"],
            )
            if cursor.fetchone():
                found.append(name)
    return found


def test_the_search_itself_finds_what_is_plain(world: World) -> None:
    """Names stay clear and are masked where they are read."""
    assert "accounts_user" in tables_that_show("张小满")
    assert "applications_application" in tables_that_show("张小满")


@pytest.mark.parametrize("column", ["id_number", "phone", "address"])
def test_what_identifies_a_person_is_sealed(world: World, column: str) -> None:
    told = getattr(User.objects.get(username=APPLICANT), column)
    assert told
    assert tables_that_show(told) == []


def test_answers_tagged_personal_are_sealed(world: World) -> None:
    answers = world.done.application.personal_answers
    texts = [value for value in answers.values() if isinstance(value, str) and len(value) > 8]
    assert texts
    # The item file itself gives the number as an example.
    assert [name for text in texts for name in tables_that_show(text) if name != "catalogue_itemversion"] == []


def test_query_codes_are_sealed(world: World) -> None:
    assert tables_that_show(world.done.application.query_code) == []
    assert tables_that_show(world.grievance.query_code) == []


def test_what_people_complain_of_is_sealed(world: World) -> None:
    assert tables_that_show(COMPLAINT) == []


def test_names_of_files_are_sealed(world: World) -> None:
    assert tables_that_show("材料.pdf") == []
