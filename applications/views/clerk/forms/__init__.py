"""What a clerk writes for each deed; the deed itself checks again."""

from applications.views.clerk.forms.bars import LiftBarForm
from applications.views.clerk.forms.base import DeedForm
from applications.views.clerk.forms.correction import AnswerWideningForm, CorrectForm, RepeatForm, SpotForm, WidenForm
from applications.views.clerk.forms.decision import CorrectDecisionForm, DenyForm, DraftForm, GrantForm
from applications.views.clerk.forms.desk import FilterForm
from applications.views.clerk.forms.examination import ReportUpForm, ReviewForm, SendBackForm
from applications.views.clerk.forms.filing import CaseFileForm
from applications.views.clerk.forms.inquiry import InquireForm
from applications.views.clerk.forms.inspection import InspectionForm
from applications.views.clerk.forms.intake import (
    AcceptForm,
    NotRequiredForm,
    RefuseBarredForm,
    RefuseFalseForm,
    RefuseForm,
    RefuseGapsForm,
)
from applications.views.clerk.forms.levels import (
    AskOpinionForm,
    JoinInForm,
    ReturnDownForm,
    SupplementForm,
    TransferForm,
    UrgeForm,
)
from applications.views.clerk.forms.service import DeliverForm, ExplainOverrunForm, IssueForm, WithdrawForm
from applications.views.clerk.forms.supervision import AnswerSupervisionForm, SuperviseForm

__all__ = [
    "AcceptForm",
    "AnswerSupervisionForm",
    "AnswerWideningForm",
    "AskOpinionForm",
    "CaseFileForm",
    "CorrectDecisionForm",
    "CorrectForm",
    "DeedForm",
    "DeliverForm",
    "DenyForm",
    "DraftForm",
    "ExplainOverrunForm",
    "FilterForm",
    "GrantForm",
    "InquireForm",
    "InspectionForm",
    "IssueForm",
    "JoinInForm",
    "LiftBarForm",
    "NotRequiredForm",
    "RefuseBarredForm",
    "RefuseFalseForm",
    "RefuseForm",
    "RefuseGapsForm",
    "RepeatForm",
    "ReportUpForm",
    "ReturnDownForm",
    "ReviewForm",
    "SendBackForm",
    "SpotForm",
    "SuperviseForm",
    "SupplementForm",
    "TransferForm",
    "UrgeForm",
    "WidenForm",
    "WithdrawForm",
]
