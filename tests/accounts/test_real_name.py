"""The real-name level, and how to reach the one that an item asks for."""

import pytest

from hall.accounts.actions.raise_level import raise_level
from hall.accounts.identity import IdentityProvider, providers
from hall.accounts.models import RealNameLevel, User
from hall.audit.models import Entry
from hall.errors import NotAllowed
from tests.cast import client_of

pytestmark = pytest.mark.usefixtures("city")

PAGE = "/500103/accounts/real-name/"


class Counter(IdentityProvider):
    """A service counter that has seen the face."""

    key, name, description = "counter", "窗口核验", "当面核验"
    level = RealNameLevel.SECOND

    def start_url(self, next_url):
        return f"/counter/?next={next_url}"


def test_a_level_is_raised_by_a_proof_and_put_on_record(newcomer_chen):
    raise_level(newcomer_chen, RealNameLevel.SECOND, Counter(), hall_code="500103")
    user = User.objects.get(pk=newcomer_chen.pk)
    assert (user.real_name_level, user.real_name_by) == (RealNameLevel.SECOND, "counter")
    entry = Entry.objects.get(action="account.level_raised")
    assert entry.subject_uid == newcomer_chen.uid
    assert entry.hall_code == "500103"


def test_no_provider_gives_more_than_it_proves(newcomer_chen):
    with pytest.raises(NotAllowed):
        raise_level(newcomer_chen, RealNameLevel.THIRD, Counter(), hall_code="500103")
    assert User.objects.get(pk=newcomer_chen.pk).real_name_level == RealNameLevel.NONE


def test_a_level_is_never_lowered(applicant_zhang):
    raise_level(applicant_zhang, RealNameLevel.FIRST, Counter(), hall_code="500103")
    assert User.objects.get(pk=applicant_zhang.pk).real_name_level == RealNameLevel.SECOND
    assert not Entry.objects.filter(action="account.level_raised").exists()


def test_staff_are_not_raised_here(yz_wj_window):
    with pytest.raises(NotAllowed):
        raise_level(yz_wj_window, RealNameLevel.SECOND, Counter(), hall_code="500103")


def test_the_page_says_what_is_needed_what_is_held_and_which_way_leads_there(newcomer_chen):
    page = client_of(newcomer_chen).get(f"{PAGE}?level=2&next=/500103/items/").content.decode()
    assert "办理这个事项需要实名等级“中级”，您现在是“未认证”" in page
    assert "演示认证" in page
    assert "/500103/identity/demo/?next=%2F500103%2Fitems%2F" in page


def test_whoever_holds_enough_is_sent_on(applicant_zhang):
    page = client_of(applicant_zhang).get(f"{PAGE}?level=2&next=/500103/items/").content.decode()
    assert "您已经达到" in page
    assert 'href="/500103/items/"' in page


def test_where_no_way_is_left_the_counter_is_named(applicant_zhang):
    page = client_of(applicant_zhang).get(f"{PAGE}?level=3").content.decode()
    assert "政务服务中心窗口" in page


def test_the_way_back_is_never_another_site(newcomer_chen):
    answer = client_of(newcomer_chen).get(f"{PAGE}?next=//evil.example/")
    assert answer.context["next"] == ""
    assert 'href="//evil.example' not in answer.content.decode()


@pytest.mark.parametrize("level", ["9", "-1", "二", "", "2 or 1"])
def test_a_level_that_does_not_exist_is_ignored(newcomer_chen, level):
    assert client_of(newcomer_chen).get(PAGE, {"level": level}).context["needed"] is None


def test_settings_name_the_providers(settings):
    settings.HALL_IDENTITY_PROVIDERS = ["tests.accounts.test_real_name.Counter"]
    assert [provider.key for provider in providers()] == ["counter"]
    settings.HALL_IDENTITY_PROVIDERS = []
    assert providers() == ()
