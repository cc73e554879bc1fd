"""Which kinds of step each duty works on, and where this person holds it."""

from hall.accounts.models import Duty, User

WORKS_ON: dict[str, tuple[str, ...]] = {
    Duty.WINDOW: ("intake",),
    Duty.EXAMINER: ("review", "join"),
    Duty.SIGNER: ("report_up", "decide"),
    Duty.CERTIFICATES: ("issue", "deliver"),
    # No step is theirs: what they approve or follow reaches them as an errand.
    Duty.HEAD: (),
    Duty.GOVERNMENT: (),
    Duty.SUPERVISOR: (),
}


def duty_for(kind: str) -> Duty:
    """The duty that does steps of this kind."""
    return next(Duty(duty) for duty, kinds in WORKS_ON.items() if kind in kinds)


def may_hand_out(kinds: tuple[str, ...]) -> bool:
    """Whether somebody with these kinds of step gives papers to applicants."""
    return bool({"intake", "deliver"} & set(kinds))


def places_of(user: User) -> dict[int, tuple[str, ...]]:
    """Department id → the kinds of step that this person works on there; only case-working posts count."""
    places: dict[int, tuple[str, ...]] = {}
    for duty, department in sorted(user.duties_held):
        if duty in WORKS_ON:
            places[department] = (*places.get(department, ()), *WORKS_ON[duty])
    return places
