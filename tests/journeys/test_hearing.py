"""A hearing (Art. 46-48): told of, asked for, announced, held, and the decision rests on its record."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localtime

from applications.models import Hearing, Paper
from hall.clock import now
from tests.factories.answers import PDF
from tests.factories.cases import clerk as clerk_of
from tests.factories.cases import reviewed_case
from tests.factories.hearings import ADOPTION, NEIGHBOUR, REASON
from tests.journeys.deciding import agency_grants
from tests.journeys.worker import drain

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
MATTER = "浴室经营对相邻居民的影响"
MINUTES = "双方就排气口的位置进行了质证，申请人同意把排气口移到临街一侧。"
SIGNED = {"name": "听证笔录.pdf", "mimeType": "application/pdf", "buffer": PDF}


def test_told_asked_for_announced_held_and_decided_on_its_record(
    city, staff, company_qingquan, applicant, clerk, visitor, days, pictures
):
    handling = reviewed_case()
    case = handling.application
    drain()
    examiner, owner = clerk("yz-wj-examiner"), applicant("qingquan")
    examiner.opens(case)
    neighbour = f"{NEIGHBOUR.name}，{NEIGHBOUR.contact}"
    examiner.does("tell_hearing_right", press="告知申请人和利害关系人", reason=REASON, interested=neighbour)
    owner.opens(case)
    owner.looks_carefully()
    owner.does("request_hearing", press="提交听证申请", statement="希望当面说明设计。")
    hearing = Hearing.objects.get()
    _is_called(examiner, case, hearing, presider=clerk_of(handling, "window"))

    visitor.page.goto("/hearings/")
    visitor.looks_carefully()
    visitor.page.get_by_role("link", name=MATTER).click()
    visitor.sees("听证主持人")
    visitor.looks_everywhere(pictures, "hearing-notice")

    days.go_by(26)
    _is_held_and_recorded(clerk("yz-wj-window"), case, hearing)
    signer = clerk("yz-wj-signer")
    signer.opens(case)
    signer.does("weigh_hearing", press="保存", hearing=str(hearing.uid), adoption=ADOPTION)
    signer.opens(case)
    signer.sees(MINUTES)
    signer.looks_everywhere(pictures, "hearing-desk")
    agency_grants(clerk, "yz-wj", case)

    owner.opens(case)
    owner.sees("准予行政许可")
    owner.looks_everywhere(pictures, "hearing-case")
    facts: Any = Paper.objects.get(application=case, kind="D-11").facts
    assert facts.hearing == ADOPTION


def _is_called(examiner, case, hearing, *, presider):
    examiner.opens(case)
    begins = (localtime(now()) + timedelta(days=25)).replace(hour=9, minute=30)
    examiner.does(
        "schedule_hearing",
        press="发出听证通知书",
        hearing=str(hearing.uid),
        matter=MATTER,
        starts_at=begins.strftime("%Y-%m-%dT%H:%M"),
        place="渝中区和平路1号201会议室",
        presider=str(presider.uid),
        seats="20",
    )
    examiner.sees("听证通知书正在生成")


def _is_held_and_recorded(presider, case, hearing):
    """By the presider, who did not examine."""
    presider.opens(case)
    presider.does(
        "hold_hearing",
        press="登记",
        hearing=str(hearing.uid),
        attended="张小满，申请人的法定代表人\n王某，利害关系人",
    )
    presider.opens(case)
    form = presider.unfolds("record_hearing")
    form.locator('[name="file"]').set_input_files(SIGNED)
    presider.does(
        "record_hearing", press="保存听证笔录", hearing=str(hearing.uid), record=MINUTES, confirmed="on"
    )
    presider.sees("听证笔录已保存")
