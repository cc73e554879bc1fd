"""The straight road inside one agency: accepted, examined, granted, each by somebody else."""

from collections.abc import Callable

from applications.models import Application
from tests.journeys.people import Clerk

Desk = Callable[[str], Clerk]
OPINION = "材料齐全，符合法定条件，建议准予许可。"


def agency_accepts(clerk: Desk, letters: str, case: Application) -> None:
    window = clerk(f"{letters}-window")
    window.opens(case)
    window.does("accept", press="受理")


def agency_examines(clerk: Desk, letters: str, case: Application) -> None:
    examiner = clerk(f"{letters}-examiner")
    examiner.opens(case)
    examiner.does("review", press="提交审查意见", favourable="yes", opinion=OPINION)


def agency_grants(clerk: Desk, letters: str, case: Application) -> None:
    signer = clerk(f"{letters}-signer")
    signer.opens(case)
    signer.looks_carefully()
    signer.does("grant", press="作出准予许可决定", content="准予从事所申请的活动。")
    case.refresh_from_db()
    assert case.state == "decided"
