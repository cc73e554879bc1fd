"""What is announced of a case: ids and codes, never personal data. Each raises the case's version by one."""

from applications.events.automatic import AutomaticReviewed, PassedToPerson, PersonAsked, RulesHeld, TakenOver
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
from applications.events.promises import (
    CreditRepaired,
    FalsePromise,
    MadeUp,
    MakeUpMissed,
    MakeUpReminded,
    PromiseRectified,
    PromiseVerified,
)
from applications.events.supervision import RuleBroken

__all__ = [
    "Accepted",
    "ApplicationWithdrawn",
    "AutomaticReviewed",
    "Closed",
    "CorrectionAsked",
    "CorrectionSupplied",
    "CreditRepaired",
    "Decided",
    "Delivered",
    "DuplicateTaken",
    "FalsePromise",
    "FoundNotRequired",
    "IntakeRefused",
    "JointEscalated",
    "JointOpened",
    "JointOpinionGiven",
    "LicenceIssued",
    "MadeUp",
    "MakeUpMissed",
    "MakeUpReminded",
    "MaterialWithdrawn",
    "OpinionAnswered",
    "OpinionAsked",
    "OverrunExplained",
    "PassedToPerson",
    "PersonAsked",
    "PromiseRectified",
    "PromiseVerified",
    "Received",
    "ReportReceived",
    "ReportedUp",
    "ReturnedDown",
    "Reviewed",
    "RuleBroken",
    "RulesHeld",
    "SentBack",
    "TakenOver",
    "Terminated",
    "Transferred",
    "Voided",
]
