"""The rounds of a correction as intake needs them: the last list, and what a supervisor was asked or let pass."""

from applications.models import Application, Correction, Room, Widening


def last_correction(application: Application) -> Correction | None:
    if not application.has_been_in(Room.CORRECTION):
        return None
    return application.corrections.order_by("-round").first()


def pending_widening(application: Application) -> Widening | None:
    """Asked of the supervisor, or let pass and not told yet."""
    return application.widenings.filter(carried_by=None).exclude(allowed=False).first()


def open_widening(application: Application) -> Widening | None:
    """The one that waits for the supervisor."""
    return application.widenings.filter(answered_at=None).first()


def may_refuse_gaps(last: Correction) -> bool:
    """Once the applicant said what cannot be supplied, or what was told again is still unmet (domain.md §1.2 (c))."""
    return last.supplied_at is not None and (last.round > 1 or bool(last.unsupplied))
