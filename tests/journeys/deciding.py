"""The straight road inside one agency: accepted, examined, granted, each by somebody else."""

from collections.abc import Callable

from django.utils.timezone import localtime

from applications.models import Application
from hall.clock import now
from tests.factories.answers import PDF
from tests.journeys.people import Clerk

Desk = Callable[[str], Clerk]
OPINION = "材料齐全，符合法定条件，建议准予许可。"
PHOTOGRAPH = {"name": "现场.pdf", "mimeType": "application/pdf", "buffer": PDF}


def agency_accepts(clerk: Desk, letters: str, case: Application) -> None:
    window = clerk(f"{letters}-window")
    window.opens(case)
    window.does("accept", press="受理")


def agency_examines(clerk: Desk, letters: str, case: Application) -> None:
    examiner = clerk(f"{letters}-examiner")
    examiner.opens(case)
    # The blueprint of an item of two levels is examined twice, and looked at on the spot where it was filed.
    handling = case.handlings.order_by("id").last()
    assert handling is not None
    if case.spec.must_inspect(handling.level):
        goes_to_look(examiner, case)
        examiner.opens(case)
    met = {f"check-{point.key}": "meets" for point in case.spec.checklist}
    examiner.does("review", press="提交审查意见", favourable="yes", opinion=OPINION, no_conflict="on", **met)


def goes_to_look(examiner: Clerk, case: Application) -> None:
    """Everybody with a certificate goes; the record is written at the desk, with a photograph."""
    form = examiner.unfolds("inspect")
    for officer in form.locator('[name="officers"]').all():
        officer.check()
    form.locator('[name="photographs"]').set_input_files(PHOTOGRAPH)
    examiner.does(
        "inspect",
        press="保存核查笔录",
        held_at=localtime(now()).strftime("%Y-%m-%dT%H:%M"),
        place="申请人的经营场所",
        facts="现场布局与图纸一致，设施齐全。",
        meets="yes",
        result="现场情况与申请一致。",
        confirmation="confirmed",
        confirmed_by="现场负责人",
    )
    examiner.sees("核查笔录已记录")


def agency_grants(clerk: Desk, letters: str, case: Application) -> None:
    signer = clerk(f"{letters}-signer")
    signer.opens(case)
    signer.looks_carefully()
    signer.does("grant", press="作出准予许可决定", content="准予从事所申请的活动。")
    case.refresh_from_db()
    assert case.state == "decided"
