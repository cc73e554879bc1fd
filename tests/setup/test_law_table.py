"""The table of articles in docs/architecture.md says what the docstrings say."""

from tests.setup.law_table import articles, table, written


def test_the_table_is_made_from_the_docstrings() -> None:
    assert written() == table(), "run: .venv/bin/python -m tests.setup.law_table"


def test_an_article_without_a_name_belongs_to_the_law_before_it() -> None:
    told = "Refusing (民法典 Art. 201-203); then Art. 7 too."
    assert list(articles(told)) == [("民法典", "201–203"), ("民法典", "7")]


def test_an_article_that_no_law_precedes_is_of_the_licensing_law() -> None:
    assert list(articles("Silence (Art. 32 (4)).")) == [("行政许可法", "32(4)")]
