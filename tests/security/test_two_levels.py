"""One case, two agencies: each opens its own part and the package between them, nothing else (行政许可法 Art. 35)."""

import pytest

from applications.documents.kinds import Kind
from tests.security.world import World

BELOW = ["yz-sl-window", "yz-sl-examiner", "yz-sl-signer", "yz-sl-cert"]
ABOVE = ["cq-sl-window", "cq-sl-examiner", "cq-sl-signer", "cq-sl-cert"]


@pytest.mark.parametrize("who", ABOVE)
def test_the_city_cannot_open_the_districts_part(world: World, who: str) -> None:
    city = world.browser(who)
    assert city.get(f"/desk/{world.above.uid}/").status_code == 200
    assert city.get(f"/500103/desk/{world.below.uid}/").status_code == 404
    for deed in ("accept", "review", "report_up", "grant", "deny", "issue", "deliver"):
        assert city.post(f"/500103/desk/{world.below.uid}/{deed}/", {"version": 1}).status_code == 404


@pytest.mark.parametrize("who", BELOW)
def test_the_district_cannot_open_the_citys_part(world: World, who: str) -> None:
    district = world.browser(who)
    assert district.get(f"/500103/desk/{world.below.uid}/").status_code == 200
    assert district.get(f"/desk/{world.above.uid}/").status_code == 404
    for deed in ("review", "grant", "deny", "issue", "deliver"):
        assert district.post(f"/desk/{world.above.uid}/{deed}/", {"version": 1}).status_code == 404


def test_the_city_fetches_from_below_only_what_came_with_the_package(world: World) -> None:
    city = world.browser("cq-sl-examiner")
    got = {
        paper.kind: city.get(f"/desk/{world.above.uid}/papers/{paper.uid}/").status_code
        for paper in world.below.papers.all()
    }
    assert {kind for kind, status in got.items() if status == 200} == {Kind.PRELIMINARY_OPINION}
    assert set(got.values()) == {200, 404}


def test_the_applicant_never_sees_what_passed_between_the_agencies(world: World) -> None:
    opinion = world.below.papers.get(kind=Kind.PRELIMINARY_OPINION)
    mine = world.browser("qingquan")
    case = f"/500103/apply/{world.below.application.uid}/"
    assert mine.get(f"{case}papers/{opinion.uid}/").status_code == 404
    assert str(opinion.uid) not in mine.get(case).content.decode()
