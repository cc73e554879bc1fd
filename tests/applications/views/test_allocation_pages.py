"""Awards, exams and quotas on the pages of a case (行政许可法 Art. 53, 54, 57)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hall.catalogue.spec import Quota
from hall.clock import today
from tests.applications.views.desk import done, offered, opened
from tests.cast import client_of
from tests.factories.answers import pdf
from tests.factories.cases import accepted_case, clerk, decide, fresh, reviewed_case
from tests.factories.specs import item_says

pytestmark = pytest.mark.django_db


def written(**more):
    file = SimpleUploadedFile("成交确认书.pdf", pdf().read())
    known = {"favourable": "yes", "reference": "演示标的001", "outcome": "清泉浴室", "happened_on": today().isoformat()}
    return {**known, "file": file, **more}


def own_page(handling):
    application = handling.application
    return client_of(application.applicant).get(f"/{application.hall.code}/apply/{application.uid}/").content.decode()


def test_an_examiner_records_the_award_and_both_sides_read_it(city):
    with item_says(allocation="bid_auction"):
        handling = reviewed_case()
        examiner = clerk(handling, "examiner")
        assert "record_allocation" in offered(opened(handling, examiner))
        assert done(handling, examiner, "record_allocation", **written()).status_code == 302
        for page in (opened(handling, examiner).content.decode(), own_page(handling)):
            assert "本申请人中标（买受）" in page
        assert decide(fresh(handling)).decision.granted


def test_without_its_proof_it_comes_back(city):
    with item_says(allocation="exam"):
        handling = accepted_case()
        answer = done(handling, clerk(handling, "examiner"), "record_allocation", **written(file=""))
        assert answer.status_code == 422
        assert "请上传证明文件" in answer.content.decode()


def test_it_is_offered_to_examiners_of_such_items_alone(city):
    handling = accepted_case()
    assert "record_allocation" not in offered(opened(handling, clerk(handling, "examiner")))
    with item_says(allocation="exam"):
        assert "record_allocation" not in offered(opened(handling, clerk(handling, "signer")))


def test_the_signer_reads_who_comes_first_and_is_refused_on_the_page(city):
    with item_says(quota=Quota(5)):
        first, second = reviewed_case(by="qingquan"), reviewed_case(by="yunshang")
        signer = clerk(second, "signer")
        page = opened(second, signer).content.decode()
        assert first.application.case_no in page
        answer = done(second, signer, "grant", content="准予经营。")
        assert answer.status_code == 422
        assert "不能越过" in answer.content.decode()


def test_the_applicant_reads_how_many_come_before_and_no_numbers(city):
    with item_says(quota=Quota(5)):
        first, second = reviewed_case(by="qingquan"), reviewed_case(by="yunshang")
        page = own_page(second)
        assert "受理在先、尚未决定" in page
        assert first.application.case_no not in page
