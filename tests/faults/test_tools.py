"""The tools of the fault run themselves: what is wrong in them would be found in nobody else's work."""

import pytest

from tests.faults.browsing import UPLOAD, Answer, Away, Value, filled, offered
from tests.faults.chaos import DEEDS_A_KILL, Chaos
from tests.faults.counting import check_alike
from tests.faults.lives import LIVES, mix
from tests.faults.people import Person
from tests.faults.stories import username_of

PAGE = """<body><form method="post" action="/leave/"><button>退出</button></form><main>
<form method="get" action="/search/"><input name="q"></form>
<form method="post" action="/desk/1/review/"><input type="hidden" name="version" value="3">
<input type="radio" name="meets" value="yes"><input type="radio" name="meets" value="no">
<input type="checkbox" name="officers" value="a"><input type="checkbox" name="officers" value="b">
<textarea name="opinion">draft</textarea><input type="file" name="photographs"><button name="do" value="x">ok</button>
</form></main></body>"""


@pytest.fixture
def page() -> Answer:
    return Answer(200, "", PAGE)


def test_a_form_is_sent_as_it_stands_with_what_was_written_over_it(page):
    form = page.form("/review/")
    told: dict[str, Value] = {"opinion": "好", "officers": offered(form, "officers"), "photographs": UPLOAD}
    assert sorted(filled(form, told, button="next"), key=str) == sorted(
        [
            ("version", "3"),
            ("do", "next"),
            ("opinion", "好"),
            ("officers", "a"),
            ("officers", "b"),
            ("photographs", UPLOAD),
        ],
        key=str,
    )


def test_only_forms_of_the_page_itself_are_found(page):
    assert page.form("/leave/") is None
    assert page.form("/search/") is None
    assert page.form_with("meets") is not None


def test_the_mix_is_the_seeds_alone_and_holds_every_kind_of_life():
    lives = mix("a", 1000)
    assert [one.name for one in lives] == [one.name for one in mix("a", 1000)]
    assert [one.name for one in lives] != [one.name for one in mix("b", 1000)]
    assert set(lives) == set(LIVES)
    assert 1000 <= sum(one.deeds for one in lives) < 1000 + max(one.deeds for one in LIVES)


def test_the_same_seed_kills_at_the_same_deeds():
    hall: object = object()
    first, again, other = (Chaos(hall, seed, range(100, 1000), print).points for seed in "aab")  # type: ignore[arg-type]
    assert first == again != other
    assert len(first) == 900 // DEEDS_A_KILL
    assert 100 <= first[0] < first[-1] < 1000


def test_a_case_that_is_not_like_the_first_is_told():
    with pytest.raises(AssertionError, match="papers"):
        check_alike({"granted": [("1", {"papers": 7}), ("2", {"papers": 8})]})
    check_alike({"granted": [("1", {"papers": 7}), ("2", {"papers": 7})]})


def test_everybody_is_called_as_in_the_demo_city():
    assert username_of("window", "wj") == "yz-wj-window"
    assert username_of("city signer", "sl") == "cq-sl-signer"
    assert username_of("supervisor", "wj") == "yz-supervisor"


class Silent:
    """A browser whose deeds get no answer the first time, although they are done."""

    def __init__(self, page: Answer, answers: list[Answer]) -> None:
        self.page, self.answers = page, answers
        self.sent: list[object] = []

    def follow(self, _path):
        return self.page

    def post(self, _path, pairs):
        self.sent.append(pairs)
        if len(self.sent) == 1:
            raise Away("killed")
        return self.answers[len(self.sent) - 2]


def person_at(browser: Silent) -> Person:
    somebody = Person("http://nowhere", "yz-wj-examiner")
    somebody.browser = browser  # type: ignore[assignment]
    return somebody


def test_a_deed_without_an_answer_is_sent_again_as_it_was_and_found_done(page):
    browser = Silent(page, [Answer(409, "", "<p>11-27 10:00 沈慎之：完成审查环节</p>")])
    how = person_at(browser).does("/desk/1/", "review", lambda _form: {"meets": "yes"}, label="完成审查环节")
    assert (how.times_sent, how.told_by) == (2, "what happened meanwhile")
    assert browser.sent[0] == browser.sent[1]


def test_a_refusal_that_tells_something_else_is_no_success(page):
    refused = Answer(409, "", "<p>暂不能完成审查环节</p>")
    browser = Silent(page, [refused, Answer(302, "/desk/1/", "")])
    how = person_at(browser).does("/desk/1/", "review", lambda _form: {"meets": "yes"}, label="完成审查环节")
    assert (how.times_sent, how.told_by) == (3, "answer")
