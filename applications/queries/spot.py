"""The on-the-spot correction that is open now: opened today, while the application waits to be accepted."""

from applications.lifecycle import CaseState
from applications.models import Application, Room, SpotCorrection
from hall.clock import local_date, today


def open_spot_correction(application: Application) -> SpotCorrection | None:
    """Over at midnight by itself, and as soon as intake has an outcome."""
    if application.state != CaseState.RECEIVED or not application.has_been_in(Room.SPOT_CORRECTION):
        return None
    spot = application.spot_corrections.filter(ended_at=None).first()
    return spot if spot and local_date(spot.opened_at) == today() else None
