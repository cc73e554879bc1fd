"""One builder a paper: a frozen content class that says its kind, its template and its words."""

from applications.documents.builders.acceptance import Acceptance
from applications.documents.builders.application_form import ApplicationForm
from applications.documents.builders.change import Changed, ChangeDecision
from applications.documents.builders.commitment import CommitmentPaper, Promised
from applications.documents.builders.content import Content
from applications.documents.builders.correction import Correction, Defect
from applications.documents.builders.denial import Denial
from applications.documents.builders.extension_notice import ExtensionNotice
from applications.documents.builders.grant import Grant
from applications.documents.builders.hearing_notice import HearingNotice
from applications.documents.builders.hearing_public import HearingPublic
from applications.documents.builders.hearing_record import HearingRecord
from applications.documents.builders.hearing_refused import HearingRefused
from applications.documents.builders.hearing_right import HearingRight
from applications.documents.builders.inspection_record import InspectionRecord, Officer, Photograph
from applications.documents.builders.internal_sheet import InternalSheet, Turn
from applications.documents.builders.lapse import Lapse
from applications.documents.builders.licence_certificate import LicenceCertificate
from applications.documents.builders.licence_end import Cancellation, LicenceEnd, LicenceWithdrawal, Revocation
from applications.documents.builders.licence_inspection import LicenceInspectionRecord
from applications.documents.builders.not_competent import Ground, NotCompetent
from applications.documents.builders.not_required import NotRequired
from applications.documents.builders.party_notice import PartyNotice
from applications.documents.builders.preliminary_opinion import PreliminaryOpinion
from applications.documents.builders.public_decision import PublicDecision
from applications.documents.builders.receipt import Receipt
from applications.documents.builders.rectify import RectifyOrder
from applications.documents.builders.renewal import RenewalDecision
from applications.documents.builders.service_record import Mode, Served, ServiceRecord
from applications.documents.builders.statement_record import StatementRecord
from applications.documents.builders.supervision import OrderKind, Supervision
from applications.documents.builders.suspension_notice import SuspensionNotice
from applications.documents.builders.termination import Termination
from applications.documents.builders.tolerance import Owed, ToleranceNotice
from applications.documents.builders.withdrawal import Withdrawal
from applications.documents.kinds import Kind

BUILDERS: dict[Kind, type[Content]] = {
    builder.kind: builder
    for builder in (
        ApplicationForm,
        Receipt,
        Acceptance,
        NotRequired,
        NotCompetent,
        Lapse,
        Correction,
        PreliminaryOpinion,
        CommitmentPaper,
        ToleranceNotice,
        RectifyOrder,
        Grant,
        Denial,
        LicenceCertificate,
        RenewalDecision,
        ChangeDecision,
        Revocation,
        LicenceWithdrawal,
        Cancellation,
        ServiceRecord,
        HearingRight,
        HearingRefused,
        HearingRecord,
        HearingPublic,
        HearingNotice,
        SuspensionNotice,
        ExtensionNotice,
        Withdrawal,
        Termination,
        InspectionRecord,
        LicenceInspectionRecord,
        InternalSheet,
        PartyNotice,
        StatementRecord,
        PublicDecision,
        Supervision,
    )
}

__all__ = [
    "BUILDERS",
    "Acceptance",
    "ApplicationForm",
    "Cancellation",
    "ChangeDecision",
    "Changed",
    "CommitmentPaper",
    "Content",
    "Correction",
    "Defect",
    "Denial",
    "ExtensionNotice",
    "Grant",
    "Ground",
    "HearingNotice",
    "HearingPublic",
    "HearingRecord",
    "HearingRefused",
    "HearingRight",
    "InspectionRecord",
    "InternalSheet",
    "Lapse",
    "LicenceCertificate",
    "LicenceEnd",
    "LicenceInspectionRecord",
    "LicenceWithdrawal",
    "Mode",
    "NotCompetent",
    "NotRequired",
    "Officer",
    "OrderKind",
    "Owed",
    "PartyNotice",
    "Photograph",
    "PreliminaryOpinion",
    "Promised",
    "PublicDecision",
    "Receipt",
    "RectifyOrder",
    "RenewalDecision",
    "Revocation",
    "Served",
    "ServiceRecord",
    "StatementRecord",
    "Supervision",
    "SuspensionNotice",
    "Termination",
    "ToleranceNotice",
    "Turn",
    "Withdrawal",
]
