"""Which pieces the index is asked for: the rarest, and few of them. Pure, with shares as ANALYZE would tell."""

from datetime import date

from hall.numbering.models import Counter
from hall.textsearch import Asked, Collection
from hall.textsearch.postgres.frequencies import Frequencies
from hall.textsearch.postgres.planning import NEAR, planned

COLLECTION = Collection(
    Counter, ("scope",), ("scope_pieces",), ("kind", "year"), "day", long_index="scope_long", narrowing=("kind", "year")
)
SHARES = {"重庆": 0.8, "有限": 0.7, "限公": 0.7, "科技": 0.2, "清泉": 0.001, "1:x": 0.3, "2:y": 0.1, "006": 0.03}
KNOWN = Frequencies(1_000_000, 100_000, SHARES | {"000": 0.3, "060": 0.03, "600": 0.03, "001": 0.03}, 0.0001)
LONG = Frequencies(1_000_000, 100_000, {"1:x": 0.3, "1,2:x:y": 0.001, "3:2024": 0.1, "3:2025": 0.1}, 0.0001)
NOTHING = Frequencies()


def plan(*words: str, **filters: str):
    return planned(COLLECTION, Asked(words, "scope", filters), KNOWN, LONG)


def test_nothing_asked_asks_the_index_for_nothing():
    assert plan().pieces == ()


def test_the_rarest_piece_of_a_word_stands_for_it():
    assert plan("重庆科技").pieces == ("庆科",)
    assert plan("重庆科技").at_most == 100


def test_common_pieces_are_left_to_the_rows():
    assert plan("重庆", "清泉").pieces == ("清泉",)
    assert plan("有限", "科技").pieces == ("科技",)


def test_a_further_piece_is_asked_for_where_that_spares_more_than_it_costs():
    assert plan("科技", kind="x").pieces == ("科技", "1:x")
    assert plan("清泉", kind="x").pieces == ("清泉",)


def test_a_question_of_common_pieces_alone_asks_for_the_rarest_and_is_not_near():
    assert plan("有限").pieces == ("有限",)
    assert not plan("有限").is_near
    assert plan("清泉").is_near
    assert plan("清泉").at_most == 1000 < NEAR


def test_one_common_piece_is_known_to_be_past_the_cap_and_one_about_the_cap_is_not():
    assert plan("科技").is_surely_capped
    assert not plan("科技", "清泉").is_surely_capped
    for rows, share, surely in [(1e6, 0.0105, False), (1e6, 0.0130, True), (1e7, 0.00125, False), (1e7, 0.0016, True)]:
        known = Frequencies(rows, 100_000, {"清泉": share}, 0.0001)
        assert planned(COLLECTION, Asked(("清泉",), "scope"), known, NOTHING).is_surely_capped is surely


def test_a_table_never_analysed_asks_for_all():
    unknown = planned(COLLECTION, Asked(("重庆科技",), "scope"), Frequencies(), NOTHING)
    assert unknown.pieces == ("重庆", "庆科", "科技")
    assert unknown.is_near


def test_a_number_is_asked_for_by_its_long_pieces():
    assert (plan("00060001").pieces, plan("00060001").long) == ((), ("00060", "00600", "06000", "60001"))
    assert plan("清泉").long == ()


def test_an_index_that_is_not_there_yet_is_asked_for_nothing():
    found = planned(COLLECTION, Asked(("00060001",), "scope", {"kind": "x", "year": "y"}), KNOWN, NOTHING)
    assert found.pieces
    assert not found.long


def test_two_filters_are_one_long_piece_unless_a_word_is_rarer():
    assert (plan(kind="x", year="y").pieces, plan(kind="x", year="y").long) == ((), ("1,2:x:y",))
    assert plan("科技", kind="x", year="y").told_by == ("1,2:x:y",)
    assert plan("清泉", kind="x", year="y").told_by == ("清泉", "2:y")


def test_a_rare_piece_more_is_asked_for_before_a_common_one():
    assert plan("泉清水", kind="x").told_by == ("泉清", "清水")


def in_years(first: int, last: int, **filters: str):
    asked = Asked((), "scope", filters, since=date(first, 5, 1), until=date(last, 2, 1))
    return planned(COLLECTION, asked, KNOWN, LONG).years


def test_years_are_asked_for_with_a_filter_where_that_spares_looking_at_rows():
    assert in_years(2024, 2025, kind="x") == ("1,3:x:2024", "1,3:x:2025")
    assert in_years(2024, 2025, kind="x", year="z") == ("1,3:x:2024", "1,3:x:2025")
    assert in_years(2024, 2025) == ()
    assert in_years(1900, 2026, kind="x") == ()
