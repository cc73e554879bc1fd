import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from hall.actor import Actor
from hall.audit.models import Entry
from hall.errors import NotFound
from hall.files.actions import store, withdraw
from hall.files.models import StoredFile
from hall.files.serve import download_name, send
from hall.uids import uid7


@pytest.fixture
def kept(city) -> StoredFile:
    return store(b"%PDF-1.7", name="许可 证.pdf", kind="application/pdf", hall_code="500103", owner_uid=uid7())


@pytest.fixture
def request_of():
    def make(user):
        request = RequestFactory().get("/")
        request.user = user
        return request

    return make


def test_a_file_is_a_download_that_can_do_nothing_in_the_browser(kept, request_of):
    response = send(kept, request_of(AnonymousUser()))
    assert b"".join(response) == b"%PDF-1.7"
    assert response["Content-Disposition"].startswith("attachment")
    assert "filename*=utf-8''%E8%AE%B8%E5%8F%AF%20%E8%AF%81.pdf" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Length"] == "8"


def test_who_fetched_it_is_on_record(kept, request_of, applicant_zhang):
    send(kept, request_of(applicant_zhang))
    entry = Entry.objects.get(subject_uid=kept.uid, action="files.fetched")
    assert entry.actor_uid == applicant_zhang.uid


def test_a_file_withdrawn_a_moment_ago_is_not_sent(kept, request_of):
    withdraw(StoredFile.objects.get(pk=kept.pk), Actor(uid7(), "窗口人员"), "发现涉密内容")
    with pytest.raises(NotFound):
        send(kept, request_of(AnonymousUser()))


@pytest.mark.parametrize(
    ("given", "shown"),
    [("a.pdf", "a.pdf"), ("A.PDF", "A.PDF"), ("证明.exe", "证明.exe.pdf"), ("证明", "证明.pdf")],
)
def test_a_download_bears_the_suffix_of_what_it_is(given, shown):
    assert download_name(StoredFile(given_name=given, kind="application/pdf")) == shown
