"""Publishing is refused while one of the eight things is missing; what is published never changes."""

import pytest
from django.db import DatabaseError, transaction

from hall.audit.models import Entry
from hall.catalogue.actions.importing import import_contents
from hall.catalogue.actions.publish import publish_version
from hall.catalogue.actions.retire import retire_version
from hall.catalogue.models import ItemVersion, Offering, State
from hall.catalogue.sources import Source
from hall.clock import today
from hall.errors import Incomplete, WrongState
from hall.events.models import Event
from tests.factories.items import item

pytestmark = pytest.mark.usefixtures("city")


def draft(**changes):
    import_contents([Source("甲.yaml", item(**changes))])
    return ItemVersion.objects.get(item__catalog_code="500190901001", state=State.DRAFT)


def published(**changes):
    return publish_version(version=draft(**changes), actor=None)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("offered_by", "事项"),
        ("basis", "依据"),
        ("conditions", "条件"),
        ("quantity", "数量"),
        ("steps", "程序"),
        ("limits", "期限"),
        ("materials", "全部材料目录"),
        ("application_sample", "申请书示范文本"),
    ],
)
def test_without_one_of_the_eight_things_publishing_is_refused_by_name(name, word):
    with pytest.raises(Incomplete) as refusal:
        published(**{name: None})
    assert word in str(refusal.value.message)
    assert not ItemVersion.objects.filter(state=State.PUBLISHED).exists()


def test_a_published_item_can_be_filed_in_every_hall_that_offers_it():
    published()
    assert all(offering.can_be_filed(today()) for offering in Offering.objects.select_related("version"))
    assert Offering.objects.filter(published=True).count() == 3


def test_publishing_is_announced_and_audited():
    version = published()
    event = Event.objects.get(subject_uid=version.uid)
    assert event.payload == {"catalog_code": "500190901001", "number": 1}
    assert Entry.objects.filter(subject_uid=version.uid, action="catalogue.publish").count() == 1


def test_only_a_draft_can_be_published():
    version = published()
    with pytest.raises(WrongState):
        publish_version(version=version, actor=None)


def test_a_version_is_not_published_before_its_day():
    with pytest.raises(WrongState, match="2999-01-01"):
        published(effective_from="2999-01-01")


def test_a_new_version_takes_over_and_the_old_one_stays_readable():
    old = published()
    new = published(quantity="每年十个")
    old.refresh_from_db()
    assert (old.state, new.number) == (State.RETIRED, 2)
    assert old.spec.content["quantity"] == "无数量限制"
    assert set(Offering.objects.values_list("version", flat=True)) == {new.pk}


def test_a_draft_beside_a_published_version_changes_nothing_for_the_public():
    old = published()
    draft(quantity="每年十个")
    assert set(Offering.objects.values_list("version", "published")) == {(old.pk, True)}


def test_a_retired_item_takes_no_new_applications():
    version = published()
    retire_version(version=version, actor=None)
    assert not Offering.objects.filter(published=True).exists()
    assert not Offering.objects.filter(withdrawn_on__isnull=True).exists()
    with pytest.raises(WrongState):
        retire_version(version=version, actor=None)


def test_an_item_that_is_past_its_last_day_cannot_be_filed():
    offering = published(effective_to="2026-01-31").offerings.first()
    assert not offering.can_be_filed(today())


def test_a_matter_of_state_secrets_is_published_for_reading_only():
    offering = published(secrecy=True, online_allowed=False, form=None).offerings.first()
    assert offering.published
    assert not offering.can_be_filed(today())


@pytest.mark.parametrize(
    "change",
    [{"content": {}}, {"sm3": "0" * 64}, {"number": 9}, {"state": "draft"}, {"published_at": None}],
)
def test_the_database_refuses_to_change_what_was_published(change):
    version = published()
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        ItemVersion.objects.filter(pk=version.pk).update(**change)


def test_the_database_refuses_to_delete_what_was_published_even_when_it_is_retired():
    version = published()
    Offering.objects.all().delete()
    for _ in range(2):
        with pytest.raises(DatabaseError, match="never deleted"), transaction.atomic():
            ItemVersion.objects.filter(pk=version.pk).delete()
        ItemVersion.objects.filter(pk=version.pk).update(state=State.RETIRED)


def test_a_retired_version_never_comes_back():
    version = retire_version(version=published(), actor=None)
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        ItemVersion.objects.filter(pk=version.pk).update(state=State.PUBLISHED)


def test_a_draft_may_be_changed_and_deleted():
    version = draft()
    Offering.objects.all().delete()
    ItemVersion.objects.filter(pk=version.pk).update(sm3="0" * 64)
    assert ItemVersion.objects.filter(pk=version.pk).delete()
