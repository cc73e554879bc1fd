"""Interested parties and the applicant are told and heard before the decision (行政许可法 Art. 36)."""

from datetime import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from applications.actions.decide import deny, grant
from applications.actions.parties import make_statement, record_statement, tell_party, waive_statement
from applications.documents.kinds import Kind
from applications.models import Exhibit, Statement
from applications.queries.parties import heard_in
from hall.clock import freeze
from hall.errors import Incomplete, Invalid, NotAllowed, NotFound, WrongState
from tests.applications.actions.refusing import refused
from tests.applications.views.desk import address, browser_of, done, offered, opened
from tests.cast import client_of
from tests.factories.cases import (
    CONTENT,
    accepted_case,
    clerk,
    decide,
    examine,
    fresh,
    received_case,
    reviewed_case,
    seen,
    work,
)
from tests.hall.files.samples import CONTENTS, upload

pytestmark = pytest.mark.django_db
SHOP = {"name": "邻里便民超市", "contact": "渝中区八一路179号 13800000001", "interest": "排水管道经过该店后墙。"}
SAID = "要求加装防渗层。"


def told_case(**asked):
    handling = accepted_case(**asked)
    tell_party(handling.uid, clerk(handling, "examiner"), seen=seen(handling), **SHOP)
    return fresh(handling)


def shop(handling):
    return handling.parties.get(is_applicant=False)


def hear(handling, party=None, **told):
    told = told or {"text": SAID}
    party = party or shop(handling)
    record_statement(handling.uid, clerk(handling, "examiner"), seen=seen(handling), party=party.uid, **told)
    return fresh(handling)


def own(handling, text=SAID, **more):
    application = handling.application
    return make_statement(application.uid, application.applicant, seen=seen(handling), text=text, **more)


def test_both_sides_are_told_in_writing_with_the_same_period(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = told_case()
    assert [one.is_applicant for one in handling.parties.all()] == [False, True]
    notices = list(handling.papers.filter(kind=Kind.PARTIES_TOLD).order_by("id"))
    assert [one.facts.addressee for one in notices] == [SHOP["name"], handling.application.applicant_name]
    assert [str(one.facts.until) for one in notices] == ["2026-12-01", "2026-12-01"]
    assert [str(one.due.due) for one in heard_in(handling)] == ["2026-12-01", "2026-12-01"]


def test_the_applicant_is_told_once_however_many_others_there_are(city):
    handling = told_case()
    tell_party(handling.uid, clerk(handling, "examiner"), seen=seen(handling), **{**SHOP, "name": "楼上住户"})
    assert handling.parties.filter(is_applicant=True).count() == 1
    assert handling.parties.count() == 3
    one = handling.parties.get(is_applicant=True)
    one.pk, one.uid = None, handling.uid
    with pytest.raises(IntegrityError, match="applicant_is_told_once"), transaction.atomic():
        one.save(force_insert=True)


def test_how_to_reach_somebody_is_sealed(city):
    handling = told_case()
    with connection.cursor() as cursor:
        cursor.execute("SELECT contact, interest FROM applications_interestedparty")
        stored = str(cursor.fetchall())
    assert "13800000001" not in stored
    assert "排水" not in stored
    assert shop(handling).contact == SHOP["contact"]


@pytest.mark.parametrize("missing", ["name", "contact", "interest"])
def test_who_is_told_of_what_and_where_must_be_written(city, missing):
    handling = accepted_case()
    with refused(handling, Incomplete) as told:
        tell_party(handling.uid, clerk(handling, "examiner"), seen=seen(handling), **{**SHOP, missing: " "})
    assert list(told.value.fields) == [missing]


def test_it_is_the_examiners_alone_and_while_the_case_is_examined(city, wz_wj_examiner):
    handling = accepted_case()
    for person in (clerk(handling, "signer"), wz_wj_examiner, handling.application.applicant):
        with refused(handling, NotAllowed):
            tell_party(handling.uid, person, seen=seen(handling), **SHOP)
    for other in (received_case(by="zhangxiaoman"), reviewed_case(by="liyinuo")):
        with refused(other, WrongState):
            tell_party(other.uid, clerk(other, "examiner"), seen=seen(other), **SHOP)


def test_no_decision_of_either_kind_while_somebody_may_still_speak(city):
    handling = examine(told_case())
    signer = clerk(handling, "signer")
    with refused(handling, Incomplete) as told:
        grant(handling.uid, signer, seen=seen(handling), content=CONTENT)
    assert SHOP["name"] in str(told.value.message)
    assert handling.application.applicant_name in str(told.value.message)
    with refused(handling, Incomplete):
        deny(handling.uid, signer, seen=seen(handling), reasons="不符合卫生标准。", legal_basis=["某法第一条"])


def test_when_both_were_heard_it_is_decided_at_once(city):
    handling = hear(told_case())
    own(handling, "同意加装防渗层，已委托施工。")
    assert decide(examine(fresh(handling))).application.decision.granted
    assert handling.papers.filter(kind=Kind.STATEMENT).count() == 2


def test_who_waives_is_not_waited_for(city):
    handling = hear(told_case(), waives=True)
    waive_statement(handling.application.uid, handling.application.applicant, seen=seen(handling))
    assert decide(examine(fresh(handling))).application.decision.granted
    assert not handling.papers.filter(kind=Kind.STATEMENT).exists()


def test_the_period_ends_with_its_last_day_and_not_before(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = examine(told_case())
    with freeze(datetime(2026, 12, 1, 23, 59)), refused(handling, Incomplete):
        grant(handling.uid, clerk(handling, "signer"), seen=seen(handling), content=CONTENT)
    with freeze(datetime(2026, 12, 2, 0, 1)):
        assert decide(handling).application.decision.granted


def test_an_item_may_give_longer(city):
    handling = accepted_case()
    version = handling.application.item_version
    content = {**version.content, "statement_days": 10}
    assert version.spec.statement_days == 5
    assert type(version)(content=content).spec.statement_days == 10


def test_a_late_word_is_heard_until_the_decision(city):
    with freeze(datetime(2026, 11, 24, 9)):
        handling = told_case()
    with freeze(datetime(2026, 12, 9, 9)):
        handling = hear(handling)
        assert shop(handling).statements.get().text == SAID
        gone = decide(examine(handling))
    with refused(gone, WrongState):
        hear(gone)
    with refused(gone, WrongState):
        own(gone)


def test_a_statement_says_something_and_takes_only_harmless_files(city):
    handling = told_case()
    with refused(handling, Incomplete) as told:
        hear(handling, text="  ")
    assert list(told.value.fields) == ["text"]
    with refused(handling, Invalid) as told:
        own(handling, enclosed=[upload(CONTENTS["xlsx"], "清单.xlsx")])
    assert list(told.value.fields) == ["enclosed"]
    with refused(handling, NotFound):
        hear(handling, party=Statement(uid=handling.uid))


def test_files_of_a_statement_are_kept_with_it(city):
    handling = told_case()
    statement = own(handling, enclosed=[upload(CONTENTS["jpg"], "现场.jpg")])
    kept = Exhibit.objects.get(subject_uid=statement.uid)
    assert kept.file.given_name == "现场.jpg"
    place = address(handling, "exhibits", kept.uid)
    assert browser_of(clerk(handling, "signer")).get(place).status_code == 200
    assert browser_of(clerk(handling, "examiner")).get(place).status_code == 200


def test_somebody_elses_case_has_nothing_to_be_said_in(city, stranger):
    handling = told_case()
    with refused(handling, NotFound):
        make_statement(handling.application.uid, stranger, seen=seen(handling), text=SAID)
    with refused(handling, NotFound):
        waive_statement(handling.application.uid, stranger, seen=seen(handling))
    plain = accepted_case(by="zhangxiaoman")
    with refused(plain, WrongState):
        own(plain)


def test_who_has_spoken_cannot_waive(city):
    handling = told_case()
    own(handling)
    with refused(handling, WrongState):
        waive_statement(handling.application.uid, handling.application.applicant, seen=seen(handling))


def test_the_applicant_reads_of_their_own_right_and_not_who_the_others_are(city):
    handling = hear(told_case())
    work()
    applicant = client_of(handling.application.applicant)
    page = applicant.get(f"/apply/{handling.application.uid}/").content.decode()
    assert "已告知 1 位利害关系人" in page
    assert "利害关系人告知书" in page
    assert "提出陈述申辩意见" in page
    for hidden in (SHOP["name"], SHOP["contact"], SAID):
        assert hidden not in page
    theirs = handling.papers.get(kind=Kind.STATEMENT)
    assert applicant.get(f"/apply/{handling.application.uid}/papers/{theirs.uid}/").status_code == 404
    clerks = opened(handling, clerk(handling, "signer")).content.decode()
    for shown in (SHOP["name"], SHOP["contact"], SAID):
        assert shown in clerks


def test_it_is_done_from_the_pages(city):
    handling = accepted_case()
    examiner, applicant = clerk(handling, "examiner"), handling.application.applicant
    assert done(handling, examiner, "tell_party", **SHOP).status_code == 302
    assert "record_statement" in offered(opened(handling, examiner))
    assert "record_statement" not in offered(opened(handling, clerk(handling, "signer")))
    written = {"party": str(shop(handling).uid), "waives": "no", "text": SAID}
    assert done(handling, examiner, "record_statement", **{**written, "text": ""}).status_code == 422
    assert done(handling, examiner, "record_statement", **written).status_code == 302
    place = f"/apply/{handling.application.uid}/make_statement/"
    answer = client_of(applicant).post(place, {"version": seen(handling), "text": "已委托施工。"})
    assert answer.status_code == 302
    assert Statement.objects.count() == 2
