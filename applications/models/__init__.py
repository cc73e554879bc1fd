"""The case and its parts, one model a file."""

from applications.models.allocation import AllocationKind, AllocationResult
from applications.models.application import Application, Purpose
from applications.models.automatic_check import AutomaticCheck
from applications.models.avoidance import Avoidance, AvoidanceState, Origin
from applications.models.bar import ApplicantBar, BarKind
from applications.models.broken_rule import BrokenRule
from applications.models.case_file import CaseFile
from applications.models.commitment import Commitment
from applications.models.confidential_claim import ConfidentialClaim
from applications.models.consultation import Consultation, PublicWords
from applications.models.conveyance import Conveyance, ConveyanceEnd
from applications.models.correction import Correction, CorrectionResult, Widening
from applications.models.decision import Decision, DecisionCorrection, DecisionDraft, Wording, Words
from applications.models.ending import TERMINATING, Ending, EndingGround
from applications.models.errand import Errand, Matter
from applications.models.exam import ExamMarks, ExamSeat, ExamSitting
from applications.models.exhibit import Exhibit
from applications.models.extension import Extension
from applications.models.handling import ON_DESK, OPEN, Handling, Role, lead_among
from applications.models.hearing import Challenge, Hearing, HearingGround, HearingParty, Listener, PartyRole, Sitting
from applications.models.inquiry import Inquiry
from applications.models.inspection import Inspection, InspectionKind
from applications.models.interested_party import InterestedParty, Statement
from applications.models.licence import IN_FORCE, EntryKind, Licence, LicenceEntry, LicenceState
from applications.models.licence_inspection import InspectionReason, InspectionResult, LicenceInspection, Mending
from applications.models.material import Material
from applications.models.moved_due import MovedDue
from applications.models.opinion_request import OpinionRequest
from applications.models.package import Package
from applications.models.paper import Paper
from applications.models.payment_order import OrderState, PaymentNotice, PaymentOrder
from applications.models.room import Room
from applications.models.spot_correction import SpotCorrection
from applications.models.step import Finding, Step
from applications.models.supervision_order import SupervisionOrder
from applications.models.suspension import Suspension, SuspensionKind
from applications.models.testers import TesterAssignment
from applications.models.tolerance import Tolerance
from applications.models.transfer import Transfer
from applications.models.urging import Urging
from applications.models.violation_notice import ViolationNotice
from applications.models.visit import Confirmation

__all__ = [
    "IN_FORCE",
    "ON_DESK",
    "OPEN",
    "TERMINATING",
    "AllocationKind",
    "AllocationResult",
    "ApplicantBar",
    "Application",
    "AutomaticCheck",
    "Avoidance",
    "AvoidanceState",
    "BarKind",
    "BrokenRule",
    "CaseFile",
    "Challenge",
    "Commitment",
    "ConfidentialClaim",
    "Confirmation",
    "Consultation",
    "Conveyance",
    "ConveyanceEnd",
    "Correction",
    "CorrectionResult",
    "Decision",
    "DecisionCorrection",
    "DecisionDraft",
    "Ending",
    "EndingGround",
    "EntryKind",
    "Errand",
    "ExamMarks",
    "ExamSeat",
    "ExamSitting",
    "Exhibit",
    "Extension",
    "Finding",
    "Handling",
    "Hearing",
    "HearingGround",
    "HearingParty",
    "Inquiry",
    "Inspection",
    "InspectionKind",
    "InspectionReason",
    "InspectionResult",
    "InterestedParty",
    "Licence",
    "LicenceEntry",
    "LicenceInspection",
    "LicenceState",
    "Listener",
    "Material",
    "Matter",
    "Mending",
    "MovedDue",
    "OpinionRequest",
    "OrderState",
    "Origin",
    "Package",
    "Paper",
    "PartyRole",
    "PaymentNotice",
    "PaymentOrder",
    "PublicWords",
    "Purpose",
    "Role",
    "Room",
    "Sitting",
    "SpotCorrection",
    "Statement",
    "Step",
    "SupervisionOrder",
    "Suspension",
    "SuspensionKind",
    "TesterAssignment",
    "Tolerance",
    "Transfer",
    "Urging",
    "ViolationNotice",
    "Widening",
    "Wording",
    "Words",
    "lead_among",
]
