"""The applicant's part in a hearing (行政许可法 Art. 47, 48)."""

from django.utils.translation import gettext_lazy as _

from applications.forms.deed import words
from applications.views.applicant.forms import OwnDeedForm


class RequestHearingForm(OwnDeedForm):
    deed = "request_hearing"
    title = _("申请听证")
    submit = _("提交听证申请")
    note = _(
        "行政机关应当在收到申请之日起二十个工作日内组织听证，您不承担任何费用。听证所需时间不计入办理期限"
        "（《行政许可法》第四十五条、第四十七条）。"
    )

    statement = words(_("申请听证的理由"), rows=3, required=False)


class WaiveHearingForm(OwnDeedForm):
    deed = "waive_hearing"
    title = _("放弃听证")
    submit = _("确认放弃听证")
    kind = "danger"
    note = _("放弃后不能再次申请听证。利害关系人申请听证的，听证照常举行。")


class ChallengePresiderForm(OwnDeedForm):
    deed = "challenge_presider"
    title = _("申请听证主持人回避")
    submit = _("提交回避申请")
    kind = "secondary"
    note = _("认为主持人与本事项有直接利害关系的，可以申请回避，由本机关负责人决定（《行政许可法》第四十八条）。")
    says = {"opinion": "reason"}

    reason = words(_("申请回避的理由"), rows=3)
