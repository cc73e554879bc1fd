"""Each deed at its own address: done once, told where it was wrong, refused to everybody else."""

import pytest

from applications.lifecycle import CaseState, HandlingState
from applications.models import Decision
from hall.clock import now
from tests.applications.views.desk import address, browser_of, done, offered
from tests.factories.cases import (
    OPINION,
    SAND_MINING,
    accepted_case,
    clerk,
    decided_case,
    fresh,
    issued_case,
    received_case,
    reviewed_case,
    seen,
    written_review,
)

pytestmark = pytest.mark.django_db
ENTRY = {"field-area": "on", "field-area-problem": "与平面图不一致", "field-area-requirement": "请核对后填写"}
REFUSAL = {"reason": "不属于本机关职权。", "competent_agency": "渝中区市场监督管理局"}

# (deed, who does it, how the case gets there, what is written, where the case then stands)
DEEDS = [
    ("accept", "window", received_case, {}, CaseState.ACCEPTED),
    ("correct", "window", received_case, ENTRY, CaseState.CORRECTING),
    ("not_required", "window", received_case, {"reason": "不需要许可。"}, CaseState.NOT_REQUIRED),
    ("refuse", "window", received_case, REFUSAL, CaseState.REFUSED),
    ("review", "examiner", accepted_case, written_review(), CaseState.ACCEPTED),
    ("send_back", "signer", reviewed_case, {"reason": "请补充核查记录。"}, CaseState.ACCEPTED),
    ("grant", "signer", reviewed_case, {"content": "准予经营。"}, CaseState.DECIDED),
    ("deny", "signer", reviewed_case, {"reasons": "不符合卫生标准。", "basis": ["0"]}, CaseState.DECIDED),
    ("issue", "cert", decided_case, {}, CaseState.DECIDED),
    ("deliver", "cert", issued_case, {"mode": "3"}, CaseState.DELIVERED),
]
NAMES = [deed for deed, *_rest in DEEDS]


@pytest.mark.parametrize(("deed", "role", "made", "written", "state"), DEEDS, ids=NAMES)
def test_it_is_done_and_leads_back_to_the_case(city, deed, role, made, written, state):
    handling = made()
    version, user = seen(handling), clerk(handling, role)
    answer = done(handling, user, deed, **written)
    assert (answer.status_code, answer.url) == (302, address(handling))
    assert fresh(handling).application.state == state
    assert seen(handling) == version + 1
    # The same page sent a second time, by a double click or from the history.
    again = done(handling, user, deed, version=version, **written)
    assert again.status_code == 409
    assert user.name in again.content.decode()
    assert seen(handling) == version + 1


@pytest.mark.parametrize(("deed", "role", "made", "written", "state"), DEEDS, ids=NAMES)
def test_another_duty_is_refused_and_outsiders_find_nothing(city, staff, stranger, deed, role, made, written, state):
    handling = made()
    before = seen(handling)
    other = clerk(handling, "examiner" if role != "examiner" else "window")
    assert done(handling, other, deed, **written).status_code == 403
    for outsider in (staff["wz-wj-signer"], staff["cq-wj-window"], stranger, handling.application.applicant):
        assert done(handling, outsider, deed, **written).status_code == 404
    assert done(handling, None, deed, **written).status_code == 302
    assert seen(handling) == before


# (deed, who, how the case gets there, what is written and what is then told)
INCOMPLETE = [
    (
        "correct",
        "window",
        received_case,
        [
            ({}, "请至少勾选一项需要补正的内容"),
            ({**ENTRY, "field-area-problem": " "}, "请写明问题"),
            ({**ENTRY, "field-area-requirement": ""}, "请写明怎样补正"),
        ],
    ),
    ("not_required", "window", received_case, [({"reason": ""}, "请填写")]),
    ("refuse", "window", received_case, [({**REFUSAL, "competent_agency": ""}, "请填写有权办理的行政机关")]),
    (
        "review",
        "examiner",
        accepted_case,
        [
            ({"opinion": OPINION}, "请选择"),
            (written_review(opinion="同意"), "至少4个字"),
            (written_review(opinion="同意，已阅。"), "不能只写“同意”"),
            (written_review(no_conflict=""), "声明回避"),
        ],
    ),
    ("send_back", "signer", reviewed_case, [({"reason": "重来"}, "至少4个字")]),
    ("grant", "signer", reviewed_case, [({"content": "  "}, "请填写")]),
    (
        "deny",
        "signer",
        reviewed_case,
        [
            ({"reasons": "不行", "basis": ["0"]}, "至少4个字"),
            ({"reasons": "不符合卫生标准。"}, "请至少选择或者写明一条法律依据"),
            ({"reasons": "不符合卫生标准。", "basis": ["99"]}, "请至少选择"),
        ],
    ),
    ("deliver", "cert", decided_case, [({"mode": "pigeon"}, "选择一个有效的选项")]),
]


@pytest.mark.parametrize(("deed", "role", "made", "tries"), INCOMPLETE, ids=[deed for deed, *_rest in INCOMPLETE])
def test_what_is_missing_is_told_beside_its_field_and_nothing_typed_is_lost(city, deed, role, made, tries):
    handling = made(**({"granted": False} if made is decided_case else {}))
    before = seen(handling)
    for written, told in tries:
        answer = done(handling, clerk(handling, role), deed, **written)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert told in page
        assert "请先修改以下内容" in page
        for text in written.values():
            assert (text[0] if isinstance(text, list) else text).strip() in page
    assert seen(handling) == before


def test_a_page_without_its_version_is_not_obeyed(city):
    handling = received_case()
    for version in ("", "newest"):
        answer = browser_of(clerk(handling, "window")).post(address(handling, "accept"), {"version": version})
        assert answer.status_code == 422
    assert fresh(handling).application.state == CaseState.RECEIVED


def test_the_slower_of_two_reads_what_happened_meanwhile(city):
    handling = received_case()
    window, looked_at = clerk(handling, "window"), seen(handling)
    done(handling, window, "accept")
    answer = done(handling, window, "refuse", version=looked_at, **REFUSAL)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert f"{window.name}：受理" in page
    assert REFUSAL["reason"] in page


def test_an_empty_form_for_what_is_past_is_told_that_it_is_past(city):
    handling = received_case()
    window, looked_at = clerk(handling, "window"), seen(handling)
    done(handling, window, "accept")
    assert done(handling, window, "refuse", version=looked_at).status_code == 409
    assert done(handling, window, "refuse").status_code == 403


def test_a_deed_nobody_knows_is_not_found(city):
    handling = received_case()
    for deed in ("approve", "withdraw_material", "delete"):
        assert done(handling, clerk(handling, "window"), deed).status_code == 404


def test_reading_the_address_of_a_deed_does_nothing(city):
    handling = received_case()
    answer = browser_of(clerk(handling, "window")).get(address(handling, "accept"))
    assert (answer.status_code, answer.url) == (302, address(handling))
    assert fresh(handling).application.state == CaseState.RECEIVED


def test_a_grant_offers_the_words_of_the_item(city):
    handling = reviewed_case()
    page = browser_of(clerk(handling, "signer")).get(address(handling))
    grant = next(form for form in page.context["forms"] if form.deed == "grant")
    answers = handling.application.all_answers
    assert answers["place_name"] in grant["content"].value()
    assert "{" not in grant["content"].value()


def test_a_denial_rests_on_the_items_law_and_on_what_is_added(city):
    handling = reviewed_case()
    written = {"reasons": "不符合卫生标准。", "basis": ["0"], "more_basis": "《演示办法》第一条\n\n"}
    done(handling, clerk(handling, "signer"), "deny", **written)
    basis = Decision.objects.get().legal_basis
    assert basis[1:] == ["《演示办法》第一条"]
    assert basis[0] in str(handling.application.spec.basis[0])


def test_service_waits_for_the_printer(city):
    handling = decided_case(granted=False)
    answer = done(handling, clerk(handling, "cert"), "deliver", mode="3")
    assert answer.status_code == 409
    assert "尚未完成签章" in answer.content.decode()


def test_an_overrun_is_explained_from_the_page(city):
    handling = accepted_case()
    handling.application.promise_due = now().date().replace(year=2025)
    handling.application.save()
    signer = clerk(handling, "signer")
    assert done(handling, signer, "explain_overrun", reason="推迟").status_code == 422
    assert done(handling, signer, "explain_overrun", reason="现场核查推迟。").status_code == 302
    assert fresh(handling).application.overrun_reason == "现场核查推迟。"


def test_the_correction_offers_what_the_item_asked_of_this_applicant_and_nothing_else(city):
    handling = received_case()
    page = browser_of(clerk(handling, "window")).get(address(handling))
    correct = next(form for form in page.context["forms"] if form.deed == "correct")
    keys = {target.name for target in correct.targets}
    assert {"field-area", "material-plans"} <= keys
    assert "field-pool_volume" not in keys
    answer = done(handling, clerk(handling, "window"), "correct", **{"material-payroll": "on"})
    assert answer.status_code == 422


def test_a_case_with_two_levels_is_examined_above_after_being_reported(city):
    handling = reviewed_case(SAND_MINING)
    assert handling.state == HandlingState.EXAMINING
    assert done(handling, clerk(handling, "signer"), "grant", content="准予").status_code == 409
    page = browser_of(clerk(handling, "signer")).get(address(handling))
    assert offered(page)[0] == "report_up"
    assert "grant" not in offered(page)
