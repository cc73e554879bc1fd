"""What is announced of a case: ids and codes, never personal data. Each raises the case's version by one."""

from applications.events.decision import (
    Closed,
    Decided,
    Delivered,
    LicenceIssued,
    OverrunExplained,
)
from applications.events.ending import ApplicationWithdrawn, DuplicateTaken, Terminated, Voided
from applications.events.examination import (
    ReportedUp,
    ReportReceived,
    Reviewed,
    SentBack,
)
from applications.events.intake import (
    Accepted,
    CorrectionAsked,
    CorrectionSupplied,
    FoundNotRequired,
    IntakeRefused,
    MaterialWithdrawn,
    Received,
)
from applications.events.levels import (
    JointEscalated,
    JointOpened,
    JointOpinionGiven,
    OpinionAnswered,
    OpinionAsked,
    ReturnedDown,
    Transferred,
)
from applications.events.supervision import RuleBroken

__all__ = [
    "Accepted",
    "ApplicationWithdrawn",
    "Closed",
    "CorrectionAsked",
    "CorrectionSupplied",
    "Decided",
    "Delivered",
    "DuplicateTaken",
    "FoundNotRequired",
    "IntakeRefused",
    "JointEscalated",
    "JointOpened",
    "JointOpinionGiven",
    "LicenceIssued",
    "MaterialWithdrawn",
    "OpinionAnswered",
    "OpinionAsked",
    "OverrunExplained",
    "Received",
    "ReportReceived",
    "ReportedUp",
    "ReturnedDown",
    "Reviewed",
    "RuleBroken",
    "SentBack",
    "Terminated",
    "Transferred",
    "Voided",
]
