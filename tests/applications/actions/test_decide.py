"""Deciding (行政许可法 Art. 37, 38): one decision a case, with what it rests on, by someone who did not examine it."""

from datetime import date, timedelta

import pytest

from applications.actions.decide import deny, grant
from applications.documents.kinds import Kind
from applications.lifecycle import CaseState, HandlingState
from applications.models import Decision
from applications.queries.decision_paper import valid_until
from hall.accounts.models import Duty, Post
from hall.catalogue.spec import Result
from hall.clock import today
from hall.errors import Incomplete, NotAllowed, WrongState
from tests.applications.actions.refusing import refused
from tests.factories.cases import accepted_case, clerk, examine, fresh, reviewed_case, seen

pytestmark = pytest.mark.django_db
CONTENT = "准予经营沐浴场所。"
LAW = "《公共场所卫生管理条例》第四条"


def allow(handling, user, content=CONTENT):
    return grant(handling.uid, user, seen=seen(handling), content=content)


def reject(handling, user, reasons="现场核查不符合卫生标准。", basis=(LAW,)):
    return deny(handling.uid, user, seen=seen(handling), reasons=reasons, legal_basis=basis)


def test_a_grant_says_what_is_allowed_and_until_when(city):
    handling = reviewed_case()
    decision = allow(handling, clerk(handling, "signer"))
    handling = fresh(handling)
    assert decision.granted
    assert decision.content == CONTENT
    assert decision.valid_from == today()
    assert decision.valid_to == valid_until(handling.application.spec.result, today())
    assert decision.legal_basis
    assert (handling.state, handling.application.state) == (HandlingState.CONCLUDED, CaseState.DECIDED)
    assert handling.current_step == "issue"
    assert handling.application.papers.filter(kind=Kind.GRANT).count() == 1


def test_a_denial_says_why_and_on_which_law(city):
    handling = reviewed_case()
    decision = reject(handling, clerk(handling, "signer"))
    paper = handling.application.papers.get(kind=Kind.DENIAL)
    assert not decision.granted
    assert decision.legal_basis == [LAW]
    assert paper.facts.reasons == (decision.reasons,)


def test_a_denial_gives_no_certificate_only_service(city):
    handling = reviewed_case()
    reject(handling, clerk(handling, "signer"))
    assert fresh(handling).current_step == "deliver"


def test_what_is_decided_stays_on_the_desk_until_it_is_served(city):
    handling = reviewed_case()
    allow(handling, clerk(handling, "signer"))
    assert fresh(handling).desk_due > today() + timedelta(days=10)


@pytest.mark.parametrize("content", ["", "   "])
def test_a_grant_of_nothing_is_none(city, content):
    handling = reviewed_case()
    with refused(handling, Incomplete) as told:
        allow(handling, clerk(handling, "signer"), content)
    assert list(told.value.fields) == ["content"]


def test_a_denial_without_reason_or_law_is_none(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    for written in ({"reasons": ""}, {"reasons": "不行"}, {"basis": ()}, {"basis": ("  ",)}):
        with refused(handling, Incomplete):
            reject(handling, signer, **written)


def test_a_signer_who_examined_the_case_may_not_decide_it(city):
    handling = accepted_case()
    both = clerk(handling, "examiner")
    Post.objects.create(user=both, department=handling.department, duty=Duty.SIGNER)
    handling = examine(handling)
    for deed in (allow, reject):
        with refused(handling, NotAllowed):
            deed(handling, clerk(handling, "examiner"))
    assert allow(handling, clerk(handling, "signer")).granted


def test_only_a_signer_of_the_department_may(city, wz_wj_signer, cq_wj_signer, stranger):
    handling = reviewed_case()
    others = [clerk(handling, role) for role in ("window", "examiner", "cert")]
    for person in (*others, wz_wj_signer, cq_wj_signer, stranger, handling.application.applicant):
        with refused(handling, NotAllowed):
            allow(handling, person)


def test_nothing_is_decided_before_it_is_examined(city):
    handling = accepted_case()
    with refused(handling, WrongState):
        allow(handling, clerk(handling, "signer"))


def test_nothing_is_decided_twice(city):
    handling = reviewed_case()
    signer = clerk(handling, "signer")
    allow(handling, signer)
    with refused(handling, WrongState):
        reject(handling, signer)
    assert Decision.objects.get(application=handling.application).granted


@pytest.mark.parametrize(
    ("years", "start", "last"),
    [
        (4, date(2026, 11, 24), date(2030, 11, 23)),
        (1, date(2027, 1, 1), date(2027, 12, 31)),
        (1, date(2028, 2, 29), date(2029, 2, 28)),
        (4, date(2028, 2, 29), date(2032, 2, 28)),
        (None, date(2026, 11, 24), None),
    ],
)
def test_validity_ends_the_day_before_the_same_day(years, start, last):
    result = Result(kind="certificate", name="许可证", valid_years=years)
    assert valid_until(result, start) == last
