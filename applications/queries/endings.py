"""How a case ended without a decision, and which grounds there are for it."""

from applications.models import Application, Ending, EndingGround, Room

# Nobody of that name can be told any more: heirs, guardians or liquidators are.
TOLD_TO_OTHERS = [EndingGround.DEATH, EndingGround.DISSOLUTION]


def grounds_for(application: Application) -> list[EndingGround]:
    """A person dies, an organisation is dissolved; what has become impossible is so for both."""
    gone = EndingGround.DEATH if application.applicant_kind == "person" else EndingGround.DISSOLUTION
    return [gone, EndingGround.IMPOSSIBLE]


def ending_of(application: Application) -> Ending | None:
    if not application.has_been_in(Room.ENDING):
        return None
    return Ending.objects.select_related("kept").filter(application=application).first()
