"""The comparison that ``make bench`` runs a million times, a few hundred times here."""

import pytest

from tests.performance import deadlines
from tests.performance.deadlines import Case, cases_of, count_chunk


def test_no_random_case_differs_from_the_walker() -> None:
    done = count_chunk(7, 400)
    assert (done.cases, done.different, done.example) == (400, 0, "")


def test_the_same_seed_gives_the_same_cases_of_every_kind() -> None:
    cases = list(cases_of(3, 500))
    assert cases == list(cases_of(3, 500))
    assert cases[:9] != list(cases_of(4, 9))
    assert {case.unit for case in cases} == {"working", "natural", "month"}
    assert {len(case.gaps) for case in cases} == {0, 1, 2, 3}


def test_a_difference_would_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadlines, "walk", lambda *case: case[0])
    done = count_chunk(1, 50)
    assert done.different > 40
    assert Case.__name__ in done.example


def test_an_interrupted_run_goes_on_where_it_was(tmp_path, monkeypatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "benchmarks.md").write_text("# Benchmarks\n")
    monkeypatch.setattr(deadlines, "CASES", 60)
    monkeypatch.setattr(deadlines, "CHUNK", 30)
    kept = tmp_path / "var" / "bench" / f"deadlines-{deadlines.SEED}-60.jsonl"
    kept.parent.mkdir(parents=True)
    kept.write_text('{"chunk": 0, "cases": 30, "different": 1, "example": "kept", "seconds": 0.5}\n')
    assert deadlines.run_all(tmp_path) == 1
    page = (tmp_path / "docs" / "benchmarks.md").read_text()
    assert "| 60 | 1 |" in page
    assert not kept.exists()
