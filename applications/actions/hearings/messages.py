"""What the applicant reads in their space about a hearing; the papers themselves lie with the case."""

from django.utils.translation import gettext_lazy as _

from hall.notifications.kinds import Kind

HEARING = Kind("applications.hearing", _("听证"))
RIGHT = _("您的“%(item)s”申请涉及他人重大利益，您有权要求听证，请在%(due)s前提出。")
CALLED = _("您的“%(item)s”申请将于%(day)s举行听证，请查看听证通知书。")
REFUSED = _("您就“%(item)s”申请提出的听证申请不符合法定条件，本机关不予听证，请查看不予听证通知书。")
CHALLENGED = _("本机关负责人对您的回避申请作出了决定，请查看“%(item)s”申请的听证情况。")
