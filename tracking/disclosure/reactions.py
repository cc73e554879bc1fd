"""What follows for disclosures from the facts of cases and of the calendar."""

from uuid import UUID

from applications.events import (
    Decided,
    DecisionCorrected,
    LicenceInspectionArchived,
    LicenceIssued,
    LicenceMoved,
    MendingChecked,
    ObjectionJudged,
    PublicationConsented,
    PublicationObjected,
)
from hall.actor import Actor
from hall.events.announcements import on
from hall.events.models import Event
from hall.workdays.recounting import counted_by_calendar
from tracking.disclosure.actions.consulting import follow_answer
from tracking.disclosure.actions.draft import draft
from tracking.disclosure.actions.follow_correction import follow_correction
from tracking.disclosure.actions.follow_inspection import follow_inspections, follow_inspections_of_case
from tracking.disclosure.actions.follow_licence import follow_licence, follow_published
from tracking.disclosure.actions.issue_public_decision import issue_public_decision, void_public_decision
from tracking.disclosure.actions.name_licence import name_licence
from tracking.disclosure.actions.recount import CountedDisclosures
from tracking.disclosure.events import Corrected, Published, PublishedAgain, TakenBack

counted_by_calendar(CountedDisclosures)


@on(Decided)
def draft_disclosure(event: Event) -> None:
    """Every grant that is to be disclosed by its attribute gets its draft at once."""
    draft(UUID(event.payload["decision"]))


@on(PublicationConsented)
@on(PublicationObjected)
@on(ObjectionJudged)
def stop_the_seven_days(event: Event) -> None:
    """The time in which the applicant is asked, or their objection judged, is not counted."""
    follow_answer(event.subject_uid)


@on(DecisionCorrected)
def follow(event: Event) -> None:
    follow_correction(UUID(event.payload["decision"]))


@on(LicenceIssued)
def add_licence(event: Event) -> None:
    name_licence(UUID(event.payload["licence"]), event.subject_uid)


@on(Published)
def draft_public_decision(event: Event) -> None:
    """What was published gets its paper, in the words that were reviewed."""
    issue_public_decision(event.subject_uid)


@on(LicenceMoved)
def restate_records(event: Event) -> None:
    follow_licence(event.subject_uid)


@on(Published)
def state_as_it_stands(event: Event) -> None:
    """A licence may have moved while its disclosure was reviewed."""
    follow_published(event.subject_uid)


@on(LicenceInspectionArchived)
def show_inspection(event: Event) -> None:
    """The public may consult what an inspection came to, beside the decision that is published."""
    follow_inspections(event.subject_uid)


@on(MendingChecked)
def show_mending(event: Event) -> None:
    follow_inspections(event.subject_uid)


@on(Published)
def show_earlier_inspections(event: Event) -> None:
    follow_inspections_of_case(event.subject_uid)


def _who(event: Event) -> Actor:
    assert event.actor_uid is not None, "a person judged it"
    return Actor(event.actor_uid, event.actor_name)


@on(Corrected)
def draft_corrected_decision(event: Event) -> None:
    """The public decision with the wrong words is void, and another takes its place."""
    issue_public_decision(event.subject_uid, instead=_who(event))


@on(TakenBack)
def void_decision(event: Event) -> None:
    void_public_decision(event.subject_uid, by=_who(event))


@on(PublishedAgain)
def draft_decision_again(event: Event) -> None:
    """Where the paper that was taken back is not void yet, it is now: its words are not those of the record."""
    issue_public_decision(event.subject_uid, instead=_who(event))


@on(Corrected)
@on(TakenBack)
@on(PublishedAgain)
def state_as_it_stands_now(event: Event) -> None:
    """A corrected decision may have other days; a licence may have moved while there was no record.

    The other records of the licence name this decision while it is public, under its number of today.
    """
    follow_published(event.subject_uid)


@on(PublishedAgain)
def show_inspections_again(event: Event) -> None:
    follow_inspections_of_case(event.subject_uid)
